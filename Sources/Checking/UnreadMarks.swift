import Diagnostics
import Markdown

/// Signs in a text that look like Markdown, or like the markup of another program, and are shown to readers as they stand.
func unreadMarks(in block: TextBlock) -> [Diagnostic] {
  var bytes = Array(block.text.utf8)
  for code in block.code { bytes.replaceSubrange(code, with: repeatElement(UInt8(ascii: "x"), count: code.count)) }
  let bounds = [0] + block.lineStarts + [bytes.count + 1]
  let lines = zip(bounds, bounds.dropFirst()).map {
    (start: $0, text: String(decoding: bytes[$0..<($1 - 1)], as: UTF8.self))
  }
  var marks = innerMarks(of: bytes)
  switch block.role {
  case .paragraph: marks += [openingMark(of: lines.map(\.text)), tableRow(in: lines)].compactMap { $0 }
  case .heading: marks += [attributes(atEndOf: lines.last?.text ?? "", from: bounds[lines.count - 1])].compactMap { $0 }
  case .cell, .tableHead: break
  }
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
private func openingMark(of lines: [String]) -> UnreadMark? {
  let text = lines.joined(separator: " ")
  let first = String(text.prefix { $0 != " " })
  if first == "!!!" || first == "???" || first.hasPrefix(":::") {
    return UnreadMark(
      first, at: 0, help: "Write '> [!NOTE]' on a line of its own, and the text below, each line with '> ' before it")
  }
  if first.hasPrefix("[!"), first.hasSuffix("]"), !alerts.contains(first.uppercased()) {
    return UnreadMark(first, at: 0, help: "Write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]")
  }
  if alerts.contains(first.uppercased()), let line = lines.first, trimmed(line) != first {
    return UnreadMark(first, at: 0, help: "Write '\(first)' on a line of its own, and the words below it")
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

/// The first of two rows of a table that has no line of dashes.
private func tableRow(in lines: [(start: Int, text: String)]) -> UnreadMark? {
  func isRow(_ line: String) -> Bool { line.contains(" | ") || line.hasPrefix("|") && line.dropFirst().contains("|") }
  let isTable = lines.count == 1 && lines[0].text.hasPrefix("|") && lines[0].text.count { $0 == "|" } >= 4
  guard
    let first = isTable
      ? 0 : lines.indices.dropLast().first(where: { isRow(lines[$0].text) && isRow(lines[$0 + 1].text) }),
    let bar = lines[first].text.utf8.firstIndex(of: UInt8(ascii: "|"))
  else { return nil }
  let column = lines[first].text.utf8.distance(from: lines[first].text.startIndex, to: bar)
  return UnreadMark(
    "|", at: lines[first].start + column,
    help: "Write a line such as '| --- | --- |' below the first row, with a mark for each column")
}

/// What looks like the id of a heading, or like a class, and is neither.
private func attributes(atEndOf line: String, from start: Int) -> UnreadMark? {
  guard line.last == "}", let brace = line.lastIndex(of: "{") else { return nil }
  let words = line[brace...].dropFirst().dropLast().split(separator: " ")
  guard let sign = words.first?.first, "#.:".contains(sign), !words.allSatisfy({ $0.hasPrefix("#") }) else {
    return nil
  }
  return UnreadMark(
    String(line[brace...]), at: start + line.utf8.distance(from: line.startIndex, to: brace),
    help: "Write '{#id}', and ids that it had before as in '{#id #old}', or '\\' before '{' if the signs are meant")
}

private let alerts: Set<String> = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"]

/// Marks within a text, the first of each sort.
private func innerMarks(of text: [UInt8]) -> [UnreadMark] {
  text.withUnsafeBufferPointer { text in
    [
      shortcode(in: text), reference(in: text), address(in: text), misplacedBracket(in: text), emphasis("**", in: text),
      emphasis("__", in: text),
    ].compactMap { $0 }
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
  guard let middle = text.firstOffset(of: "]("), let end = closingBracket(in: text, from: middle + 2),
    text[..<middle].contains(UInt8(ascii: "["))
  else { return nil }
  let written = String(decoding: text[(middle + 2)..<end], as: UTF8.self)
  guard written.contains(" ") else { return nil }
  return UnreadMark(
    "](\(written))", at: middle,
    help: "Write '](<\(written)>)', since an address with spaces stands between '<' and '>'")
}

/// The bracket that closes what an open one began, with those between them in pairs; else the first.
private func closingBracket(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var depth = 1
  for index in start..<max(start, text.count) {
    if text[index] == UInt8(ascii: "(") { depth += 1 }
    if text[index] == UInt8(ascii: ")") { depth -= 1 }
    if depth == 0 { return index }
  }
  return text[start...].firstIndex(of: UInt8(ascii: ")"))
}

/// `[words] (https://…)`, and `(words)[https://…]`.
private func misplacedBracket(in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  for beginning in ["http", "www.", "mailto:"] as [StaticString] {
    var from = 2
    while let address = text.firstOffset(of: beginning, from: from) {
      from = address + 1
      if address > 3, text[..<address].suffix(3).elementsEqual("] (".utf8) {
        return UnreadMark(
          "] (", at: address - 3, help: "Write '[words](address)', without a space between the brackets")
      }
      if text[..<address].suffix(2).elementsEqual(")[".utf8) {
        return UnreadMark(
          ")[", at: address - 2, help: "Write '[words](address)', with the words in the square brackets")
      }
    }
  }
  return nil
}

/// Two stars or low lines that open or close nothing, mostly since a space stands beside them.
private func emphasis(_ mark: StaticString, in text: UnsafeBufferPointer<UInt8>) -> UnreadMark? {
  guard let first = text.firstOffset(of: mark), let second = text.firstOffset(of: mark, from: first + 2) else {
    return nil
  }
  let inner = text[(first + 2)..<second]
  guard let sign = text[first...].first, inner.contains(where: { $0 != sign && $0 != UInt8(ascii: " ") }) else {
    return nil
  }
  // Within words low lines are part of a name.
  if sign == UInt8(ascii: "_"), inner.first != UInt8(ascii: " "), inner.last != UInt8(ascii: " ") { return nil }
  return UnreadMark(
    "\(mark)", at: first,
    help: "Write '**words**' without spaces within the marks, or '\\' before each if they are meant")
}
