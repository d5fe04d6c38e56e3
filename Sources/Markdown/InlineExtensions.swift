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

  /// Whether the address around `://` follows `](`, `<`, or the `]:` of a definition, so that it is a link anyway.
  private static func isDestination(in text: UnsafeBufferPointer<UInt8>, colon: Int) -> Bool {
    var start = colon
    while start > 0, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[start - 1] | 0x20) { start -= 1 }
    guard start >= 2 else { return false }
    switch (text[start - 2], text[start - 1]) {
    case (_, UInt8(ascii: "<")), (UInt8(ascii: "]"), UInt8(ascii: "(")): return true
    case (UInt8(ascii: ":"), UInt8(ascii: " ")): return beginsWithBracket(lineOf: start - 2, in: text)
    default: return false
    }
  }

  private static func beginsWithBracket(lineOf offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text[offset - 1] == UInt8(ascii: "]") else { return false }
    var start = offset
    while start > 0, text[start - 1] != UInt8(ascii: "\n"), text[start - 1] != UInt8(ascii: "\r") { start -= 1 }
    return text[start] == UInt8(ascii: "[")
  }

  /// Runs while no other text that needs the extensions is finished.
  static func alone<Result>(_ finish: () -> Result) -> Result {
    turn.withLock { _ in finish() }
  }

  private static let turn = Mutex(())
}
