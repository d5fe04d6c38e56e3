import Content

/// Reads TOML (v1.0.0) as far as front matter and settings use it, with every scalar as its text; nil where it is none.
func foreignValue(ofTOML text: String) -> ForeignValue? {
  var reader = TOMLReader(text: Array(text.unicodeScalars))
  return reader.read()
}

private struct TOMLReader {
  let text: [Unicode.Scalar]
  var index = 0
  private var root = TOMLTable()
  private var path: [String] = []
  private static let deepest = 40

  init(text: [Unicode.Scalar]) { self.text = text }

  mutating func read() -> ForeignValue? {
    while true {
      skipBlank(withLines: true)
      guard index < text.count else { return root.value }
      if text[index] == "[" {
        guard readHead() else { return nil }
      } else {
        guard let names = readNames(), take("="), let value = readValue(0), path.count + names.count < Self.deepest
        else { return nil }
        root.set(value, at: path + names)
      }
      skipBlank(withLines: false)
      guard index == text.count || text[index] == "\n" else { return nil }
    }
  }

  /// `[table]` or `[[tables]]`.
  private mutating func readHead() -> Bool {
    index += 1
    let isItem = peek == "["
    if isItem { index += 1 }
    guard let names = readNames(), names.count < Self.deepest, take("]"), !isItem || take("]") else { return false }
    path = names
    if isItem { root.addItem(at: names) } else { root.open(names) }
    return true
  }

  private mutating func readNames() -> [String]? {
    var names: [String] = []
    repeat {
      skipBlank(withLines: false)
      guard let mark = peek else { return nil }
      if mark == "\"" || mark == "'" {
        guard let name = readQuoted() else { return nil }
        names.append(name)
      } else {
        let start = index
        while let sign = peek, sign.properties.isAlphabetic || sign.properties.numericType != nil || "-_".has(sign) {
          index += 1
        }
        guard index > start else { return nil }
        names.append(String(String.UnicodeScalarView(text[start..<index])))
      }
    } while take(".")
    return names
  }

  private mutating func readValue(_ depth: Int) -> ForeignValue? {
    skipBlank(withLines: false)
    guard depth < Self.deepest, let mark = peek else { return nil }
    switch mark {
    case "\"", "'": return readQuoted().map(ForeignValue.text)
    case "[": return readList(depth)
    case "{": return readInline(depth)
    default:
      let start = index
      while let sign = peek, !",]}#\n\r".has(sign) { index += 1 }
      let word = String(String.UnicodeScalarView(text[start..<index])).trimmed
      return word.isEmpty ? nil : .text(word)
    }
  }

  private mutating func readList(_ depth: Int) -> ForeignValue? {
    index += 1
    var items: [ForeignValue] = []
    while true {
      skipBlank(withLines: true)
      if take("]") { return .list(items) }
      guard let item = readValue(depth + 1) else { return nil }
      items.append(item)
      skipBlank(withLines: true)
      guard take(",") || peek == "]" else { return nil }
    }
  }

  private mutating func readInline(_ depth: Int) -> ForeignValue? {
    index += 1
    var table = TOMLTable()
    while true {
      skipBlank(withLines: true)
      if take("}") { return table.value }
      guard let names = readNames(), names.count < Self.deepest, take("="), let value = readValue(depth + 1) else {
        return nil
      }
      table.set(value, at: names)
      skipBlank(withLines: true)
      guard take(",") || peek == "}" else { return nil }
    }
  }

  private mutating func readQuoted() -> String? {
    let mark = text[index]
    let isLong = text[index...].starts(with: [mark, mark, mark])
    index += isLong ? 3 : 1
    var read = String.UnicodeScalarView()
    while index < text.count {
      if text[index] == mark, !isLong || text[index...].starts(with: [mark, mark, mark]) {
        index += isLong ? 3 : 1
        if isLong, read.first == "\n" { read.removeFirst() }
        return String(read)
      }
      if text[index] == "\n", !isLong { return nil }
      if text[index] == "\\", mark == "\"" {
        guard let sign = readEscape() else { return nil }
        read.append(contentsOf: sign)
      } else {
        read.append(text[index])
        index += 1
      }
    }
    return nil
  }

  private mutating func readEscape() -> [Unicode.Scalar]? {
    guard index + 1 < text.count else { return nil }
    let sign = text[index + 1]
    index += 2
    switch sign {
    case "n": return ["\n"]
    case "t": return ["\t"]
    case "r", "b", "f": return []
    case "\"", "\\": return [sign]
    case "\n", " ":
      while let blank = peek, " \t\n\r".has(blank) { index += 1 }
      return []
    case "u", "U":
      let count = sign == "u" ? 4 : 8
      guard index + count <= text.count else { return nil }
      let digits = String(String.UnicodeScalarView(text[index..<(index + count)]))
      index += count
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { [$0] }
    default: return nil
    }
  }

  private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlank(withLines: false)
    guard peek == mark else { return false }
    index += 1
    return true
  }

  private mutating func skipBlank(withLines: Bool) {
    while let sign = peek {
      if sign == "#" {
        while let sign = peek, sign != "\n" { index += 1 }
      } else if " \t\r".has(sign) || (withLines && sign == "\n") {
        index += 1
      } else {
        return
      }
    }
  }
}

/// A table while it is read: fields in the order of their first mention.
private struct TOMLTable {
  private var fields: [ForeignField] = []

  var value: ForeignValue { .fields(fields) }

  mutating func open(_ path: [String]) { Self.change(&fields, at: path[...]) { $0 = $0 ?? .fields([]) } }

  mutating func set(_ value: ForeignValue, at path: [String]) {
    Self.change(&fields, at: path[...]) { $0 = value }
  }

  mutating func addItem(at path: [String]) {
    Self.change(&fields, at: path[...]) { value in
      if case .list(let items)? = value {
        value = .list(items + [.fields([])])
      } else {
        value = .list([.fields([])])
      }
    }
  }

  /// Goes down a path, into the last item of each list of tables on the way.
  private static func change(
    _ fields: inout [ForeignField], at path: ArraySlice<String>, _ edit: (inout ForeignValue?) -> Void
  ) {
    guard let name = path.first else { return }
    let place = fields.firstIndex { $0.name == name }
    var value = place.map { fields[$0].value }
    if path.count == 1 {
      edit(&value)
    } else if case .list(var items)? = value, case .fields(var inner)? = items.last {
      change(&inner, at: path.dropFirst(), edit)
      items[items.count - 1] = .fields(inner)
      value = .list(items)
    } else {
      var inner: [ForeignField] = []
      if case .fields(let known)? = value { inner = known }
      change(&inner, at: path.dropFirst(), edit)
      value = .fields(inner)
    }
    guard let value else { return }
    if let place { fields[place].value = value } else { fields.append(ForeignField(name, value)) }
  }
}

extension String {
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
