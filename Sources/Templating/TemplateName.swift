import Synchronization

/// Numbers for the names of fields, so that a template finds a value without comparing texts.
enum TemplateName {
  private static let numbers = Mutex<[String: Int]>([:])

  static func number(of name: String) -> Int {
    numbers.withLock { numbers in
      if let number = numbers[name] { return number }
      let number = numbers.count
      numbers[name] = number
      return number
    }
  }
}
