import Diagnostics
import Markdown

/// Signs in a text that look like Markdown, or like the markup of another program, and are shown to readers as they stand.
func unreadMarks(in block: TextBlock) -> [Diagnostic] {
  var bytes = Array(block.text.utf8)
  for code in block.code { bytes.replaceSubrange(code, with: repeatElement(UInt8(ascii: "x"), count: code.count)) }
  let text = String(decoding: bytes, as: UTF8.self)
  let marks =
    block.role == .paragraph
    ? [openingMark(of: text)].compactMap { $0 } + innerMarks(of: bytes) : innerMarks(of: bytes)
  return marks.map { mark in
    Diagnostic(
      .unreadMark, "'\(mark.shown)' is shown to readers as it stands", at: block.range(of: mark.range), help: mark.help)
  }
}

/// Some bytes of a text that were hardly meant as text.
private struct UnreadMark {
  let range: Range<Int>
  let shown: String
  let help: String

  init(_ shown: String, at start: Int, help: String) {
    range = start..<(start + shown.utf8.count)
    self.shown = shown
    self.help = help
  }
}

/// A mark with which a paragraph begins.
private func openingMark(of text: String) -> UnreadMark? {
  let first = String(text.prefix { $0 != " " })
  if first == "!!!" || first == "???" || first.hasPrefix(":::") {
    return UnreadMark(
      first, at: 0, help: "Write '> [!NOTE]' on a line of its own, and the text below, each line with '> ' before it")
  }
  if first.hasPrefix("[!"), first.hasSuffix("]"), !alerts.contains(first.uppercased()) {
    return UnreadMark(first, at: 0, help: "Write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]")
  }
  let pipes = text.utf8.count { $0 == UInt8(ascii: "|") }
  if first.hasPrefix("|"), pipes >= 4 {
    return UnreadMark(
      "|", at: 0, help: "Write a line such as '| --- | --- |' below the first row, with a mark for each column")
  }
  let signs = first.prefix { $0 == "#" }
  // A line that begins with a tag of social media is a sentence.
  let isSentence = text.last.map { ".!?…".contains($0) } ?? false
  guard (1...6).contains(signs.count), first.dropFirst(signs.count).first?.isLetter == true,
    signs.count > 1 || !isSentence
  else { return nil }
  return UnreadMark(
    String(signs), at: 0,
    help: "Write a space behind the number signs of a heading, or '\\' before them if they are meant")
}

private let alerts: Set<String> = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"]

/// Marks within a text, the first of each sort.
private func innerMarks(of text: [UInt8]) -> [UnreadMark] {
  text.withUnsafeBufferPointer { text in
    [shortcode(in: text), reference(in: text), address(in: text), emphasis(in: text)].compactMap { $0 }
  }
}

private func shortcode(in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  for opening in ["{{", "{%"] as [StaticString] {
    guard let start = text.firstOffset(of: opening) else { continue }
    return UnreadMark(
      "\(opening)", at: start,
      help: "Write Markdown or a derived block; shortcodes of other programs are not known here")
  }
  return nil
}

/// `[words][name]` or `[name][]` without a line that says what the name stands for.
private func reference(in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  guard let middle = text.firstOffset(of: "]["), let end = text[(middle + 2)...].firstIndex(of: UInt8(ascii: "]")),
    let start = text[..<middle].lastIndex(of: UInt8(ascii: "["))
  else { return nil }
  let isShort = end == middle + 2
  let named = isShort ? text[(start + 1)..<middle] : text[(middle + 2)..<end]
  let name = String(decoding: named, as: UTF8.self)
  guard !name.isEmpty, !name.hasPrefix("^"), !name.contains("[") else { return nil }
  if isShort {
    return UnreadMark("[\(name)][]", at: start, help: "Add a line '[\(name)]: address', or write '[\(name)](address)'")
  }
  return UnreadMark("[\(name)]", at: middle + 1, help: "Add a line '[\(name)]: address', or write '[words](address)'")
}

/// `[words](an address with spaces)`.
private func address(in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  guard let middle = text.firstOffset(of: "]("), let end = text[(middle + 2)...].firstIndex(of: UInt8(ascii: ")")),
    text[..<middle].contains(UInt8(ascii: "["))
  else { return nil }
  let written = String(decoding: text[(middle + 2)..<end], as: UTF8.self)
  guard written.contains(" ") else { return nil }
  return UnreadMark(
    "](\(written))", at: middle,
    help: "Write '](<\(written)>)', since an address with spaces stands between '<' and '>'")
}

/// Two stars that open or close nothing, mostly since a space stands beside them.
private func emphasis(in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  guard let first = text.firstOffset(of: "**"), let second = text.firstOffset(of: "**", from: first + 2) else {
    return nil
  }
  let inner = text[(first + 2)..<second]
  guard inner.contains(where: { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: " ") }) else { return nil }
  return UnreadMark(
    "**", at: first, help: "Write '**words**' without spaces within the stars, or '\\' before each if they are meant")
}
