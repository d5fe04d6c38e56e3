import Synchronization

/// Strikethrough and autolinks, which cmark cannot read on two threads at once.
///
/// While it reads inlines, it marks the signs of these extensions in a table of the whole process, and unmarks them at the end; a
/// second reader would miss them from then on. So texts that need the extensions are finished one at a time, and the many that do not
/// are read without them, side by side: the marks of others only cut their texts into more pieces, which are joined again.
enum InlineExtensions {
  static let names = ["strikethrough", "autolink"]

  /// Whether a text holds a tilde, an `@`, or an address that is not the destination of a link.
  static func areNeeded(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.firstOffset(of: UInt8(ascii: "~")) != nil || text.firstOffset(of: UInt8(ascii: "@")) != nil { return true }
    if text.firstOffset(of: "www.") != nil { return true }
    var start = 0
    while let colon = text.firstOffset(of: "://", from: start) {
      if !isDestination(in: text, colon: colon) { return true }
      start = colon + 3
    }
    return false
  }

  /// Whether the address around `://` is surely the destination of a link, within `[…](…)`, `<…>` or a definition `[…]: …`.
  ///
  /// What only looks like one would be a link or not by what else the page holds.
  private static func isDestination(in text: UnsafeBufferPointer<UInt8>, colon: Int) -> Bool {
    var start = colon
    while start > 0, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[start - 1] | 0x20) { start -= 1 }
    guard start >= 1 else { return false }
    var end = colon
    while end < text.count, !isBlank(text[end]), !"<>()".utf8.contains(text[end]) { end += 1 }
    guard end < text.count else { return start >= 2 && isDefinition(in: text, start: start) }
    switch (start >= 2 ? text[start - 2] : 0, text[start - 1]) {
    case (_, UInt8(ascii: "<")):
      return text[end] == UInt8(ascii: ">") && (start < 2 || text[start - 2] != UInt8(ascii: "\\"))
    case (UInt8(ascii: "]"), UInt8(ascii: "(")):
      return text[end] == UInt8(ascii: ")") && opensOnItsLine(in: text, bracket: start - 2)
    default: return start >= 2 && isBlank(text[end]) && isDefinition(in: text, start: start)
    }
  }

  /// Whether a bracket that closes has one on its line that opens, neither with a backslash.
  private static func opensOnItsLine(in text: UnsafeBufferPointer<UInt8>, bracket: Int) -> Bool {
    guard bracket > 0, text[bracket - 1] != UInt8(ascii: "\\") else { return false }
    var index = bracket - 1
    while index >= 0, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") {
      switch text[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "`"): return false
      case UInt8(ascii: "["): return index == 0 || text[index - 1] != UInt8(ascii: "\\")
      default: index -= 1
      }
    }
    return false
  }

  /// Whether `[…]: ` before an address begins a line that no paragraph can go on with: the first, one after an empty line, or after
  /// another of its kind.
  private static func isDefinition(in text: UnsafeBufferPointer<UInt8>, start: Int) -> Bool {
    guard start >= 3, text[start - 1] == UInt8(ascii: " "), text[start - 2] == UInt8(ascii: ":"),
      text[start - 3] == UInt8(ascii: "]")
    else { return false }
    var line = start
    while line > 0, text[line - 1] != UInt8(ascii: "\n") { line -= 1 }
    guard text[line] == UInt8(ascii: "[") else { return false }
    guard line > 0 else { return true }
    var before = line - 1
    while before > 0, text[before - 1] != UInt8(ascii: "\n") { before -= 1 }
    return text[before] == UInt8(ascii: "[") || text[before..<(line - 1)].allSatisfy(isBlank)
  }

  /// Runs while no other text that needs the extensions is finished.
  static func alone<Result>(_ finish: () -> Result) -> Result {
    turn.withLock { _ in finish() }
  }

  private static let turn = Mutex(())
}
