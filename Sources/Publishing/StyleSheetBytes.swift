/// A style sheet as readers load it: without its comments (CSS Syntax Level 3, 4.3.2), which are for whoever edits it.
///
/// A comment that begins with `!` stays, since licences are written so; lines keep their numbers.
func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var rest = bytes[...]
  while let first = rest.first {
    let token = rest.prefix(lengthOfToken(rest))
    if token.starts(with: "/*".utf8), !token.starts(with: "/*!".utf8) {
      let lines = token.count { $0 == UInt8(ascii: "\n") }
      // Two words that only a comment parts stay two.
      result += lines > 0 ? Array(repeating: UInt8(ascii: "\n"), count: lines) : [UInt8(ascii: " ")]
    } else if first == UInt8(ascii: "\n") {
      while result.last == UInt8(ascii: " ") { result.removeLast() }
      result.append(first)
    } else {
      result += token
    }
    rest = rest.dropFirst(token.count)
  }
  return result
}

/// Of the comment, text or address that begins here, or else 1; what is never closed reaches to the end.
private func lengthOfToken(_ rest: ArraySlice<UInt8>) -> Int {
  guard let first = rest.first else { return 0 }
  switch first {
  case UInt8(ascii: "/") where rest.starts(with: "/*".utf8): return length(of: rest, from: 2, to: "*/")
  case UInt8(ascii: "\""): return length(of: rest, from: 1, to: "\"")
  case UInt8(ascii: "'"): return length(of: rest, from: 1, to: "'")
  case UInt8(ascii: "\\"): return min(2, rest.count)
  case UInt8(ascii: "u"), UInt8(ascii: "U"):
    return rest.prefix(4).map { $0 | 0x20 }.starts(with: "url(".utf8) ? length(of: rest, from: 4, to: ")") : 1
  default: return 1
  }
}

private func length(of rest: ArraySlice<UInt8>, from start: Int, to end: StaticString) -> Int {
  let escapes = end.utf8CodeUnitCount == 1
  var index = rest.startIndex + start
  while index < rest.endIndex {
    if escapes, rest[index] == UInt8(ascii: "\\") {
      index += 2
    } else if end.withUTF8Buffer({ rest[index...].starts(with: $0) }) {
      return index + end.utf8CodeUnitCount - rest.startIndex
    } else {
      index += 1
    }
  }
  return rest.count
}
