import Content

/// The addresses of the hub that are taken, so that no old one is answered twice or stands in the way of a page.
struct ClaimedAddresses {
  /// Paths of files and of their folders in lower case, with the case that they were first written in.
  private var spellings: [String: String] = [:]
  private var files: Set<String> = []

  /// The pages that each hub has are taken from the start.
  init(languages: [String], folders: [String]) {
    for language in [""] + languages.map({ "/" + $0 }) {
      for folder in [""] + folders.map({ "/" + $0 }) { _ = claim("\(language)\(folder)/") }
    }
  }

  enum Answer: Equatable {
    case new, known
    /// It can be no old address of a hub, or differs from another in nothing but case, which many disks hold equal.
    case impossible
  }

  /// Takes an address such as `/2019/one/`, `/one.html` or `/?p=12`.
  mutating func claim(_ address: String) -> Answer {
    guard !address.contains("?") else {
      guard Alias.canBe(address) else { return .impossible }
      return files.insert(address).inserted ? .new : .known
    }
    let path = address.hasSuffix("/") ? address + "index.html" : address
    guard path == "/index.html" || Alias.canBe(address), path != "/404.html" else { return .impossible }
    let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
    let parts = ends.map { String(path[..<$0]) }
    guard parts.allSatisfy({ spellings[$0.lowercased(), default: $0] == $0 }) else { return .impossible }
    for part in parts { spellings[part.lowercased()] = part }
    return files.insert(path).inserted ? .new : .known
  }
}
