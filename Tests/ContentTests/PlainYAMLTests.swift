import Diagnostics
import TestSupport
import Testing

@testable import Content

/// What is read without the parser is what the parser reads, marks included.
@Suite struct PlainYAMLTests {
  @Test(
    arguments: [
      "title: A", "title: A\n", "title: A  \nshort:   B", "a: b\nc: d\n", "a-b: 1\nc_d: (e) f, [g]",
      "a: [b, c d, e/f.g]", "a: []", "a: {}", "a: [ b , c ]  ", "a: {b: c, d: 'e, f', g: \"h: i\"}", "a: [{b: c}, [d]]",
      "a: ''", "a: \"\"", "a: 'b'\nc: \"d\"  ", "a: null", "a: [null, 'null']", "a: Null",
      "a:\n  b: c\n  d:\n    e: f\ng: h", "a:\n- b\n- c\nd: e", "a:\n    - b: c\n      d: e\n    - f\n",
      "- a\n- b: c\n  d: [e]\n- 'f'",
      "- a:\n  - b\n  c: d\n- e:\n    f: g", "a: http://b.example/c?d=e&f#g", "a: b:c d's \"e\"",
      "title: 日本 ’é’\nb: [é, ü]",
      "a: [é, b, {c: 日, d: e}]", "a: b - c -", "a: (b", "a: 12:30", "a: é", "a: b\u{A0}",
    ])
  func readsWhatIsPlain(_ yaml: String) throws {
    let plain = try #require(Self.plain(yaml))
    #expect(Self.whole(yaml) == plain)
  }

  @Test(
    arguments: [
      "", "\n", "a", "a:", "a:\nb: c", "a: b\n c", "a: b\n  c: d", "a: b: c", "a: b:", "a: b # c", "# a\nb: c",
      "a: b\n\nc: d",
      "a: |\n  b", "a: \"b\\n\"", "a: 'b''c'", "a: 'b", "a: 'b' c", "a: [b", "a: [b,]", "a: [b: c]", "a: {b}",
      "a: {b: }", "a: [b] c",
      "a: &b c", "a: *b", "a: !b c", "a: - b", "a: -1", "a: b\n- c", "- a\n b", "-\n  a: b", "-  a: b\n   c: d",
      "- - a", "a: b\na: c",
      "a: {b: c, b: d}", "'a': b", "a:\tb", "a: b\r\nc: d", "a: b\u{85}c", "a: b\u{2028}c", "\u{FEFF}a: b",
      "a: b\u{FFFE}", "--- \na: b",
      "a:\n  b: c\n d: e", "a : b", "a: @b", "a: `b`", "a: %b", "<<: a", "1: a", "a: ~", "a: 'b # c'", "a: b\u{7F}",
    ])
  func leavesToTheParserWhatItDoesNotKnow(_ yaml: String) { #expect(Self.plain(yaml) == nil) }

  @Test func leavesToTheParserWhatWouldTakeLong() {
    let names = (0..<61).map { "n\($0): a" }
    let levels =
      (0..<13).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + String(repeating: " ", count: 13) + "a: b"
    let long = "a: \(String(repeating: "b", count: 4_100))"
    for yaml in [names.joined(separator: "\n"), "a: {\(names.joined(separator: ", "))}", levels, long] {
      #expect(Self.plain(yaml) == nil)
    }
    #expect(Self.plain(names.dropLast().joined(separator: "\n")) != nil)
  }

  /// As deep as is read without the parser, and one level more.
  @Test(arguments: ["[", "{a: "]) func readsAsDeepAsItSays(_ opening: String) {
    func nested(_ depth: Int) -> String {
      "a: " + String(repeating: opening, count: depth) + "b"
        + String(repeating: opening == "[" ? "]" : "}", count: depth)
    }
    #expect((1...14).filter { Self.plain(nested($0)) != nil } == Array(1...11))
  }

  /// Pieces that mean something in YAML, put together at random.
  @Test func agreesWithTheParser() {
    let pieces = [
      "a: ", "b:", "c: d", "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "- ", "- ", "-", " ", "[", "]", "{", "}", ", ",
      "'", "\"", "e f", "é", "日",
      "#", " #", ":", "null", "~", "2026-11-29", "(g)", "&h", "*h", "!", "|", "?", "\\", "%", "http://i.example",
      "[a, b]", "{a: b}", "'a b'", "\"c\"",
    ]
    var numbers = SeededNumbers(seed: 10)
    var read = 0
    for _ in 0..<60_000 {
      let yaml = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }
        .joined()
      guard let plain = Self.plain(yaml) else { continue }
      read += 1
      #expect(Self.whole(yaml) == plain, "\(yaml.debugDescription)")
    }
    #expect(read > 1_000)
  }

  /// The same with lines, of which more can be read.
  @Test func agreesWithTheParserOnLines() {
    let lines = [
      "a: b", "c: d e", "f:", "g: [h, i]", "j: 'k: l'", "- m", "- n: o", "- p: [q]", "- r:", "s: é ü",
      "t: {u: v, w: \"x\"}", "y: http://z.example",
      "- {a: 1}", "b: \"\"", "no", "h: ",
    ]
    var numbers = SeededNumbers(seed: 11)
    var read = 0
    for _ in 0..<60_000 {
      let yaml = (0..<Int.random(in: 1...7, using: &numbers)).map { _ in
        String(repeating: " ", count: [0, 0, 0, 2, 2, 4, 1].randomElement(using: &numbers) ?? 0)
          + (lines.randomElement(using: &numbers) ?? "")
      }.joined(separator: "\n")
      guard let plain = Self.plain(yaml) else { continue }
      read += 1
      #expect(Self.whole(yaml) == plain, "\(yaml.debugDescription)")
    }
    #expect(read > 3_000)
  }

  private static func plain(_ yaml: String) -> String? {
    var yaml = yaml
    return yaml.withUTF8(PlainYAML.node(of:)).map(text)
  }

  private static func whole(_ yaml: String) -> String {
    switch YAMLSource(file: SourceFile(path: "a.md", text: yaml)).parseWhole(yaml[...]) {
    case .success(let node): node.map(text) ?? "nothing"
    case .failure(let found): found.diagnostic.message
    }
  }

  private static func text(_ node: YAMLNode) -> String {
    let content =
      switch node.content {
      case .empty: "empty"
      case .text(let text): text.debugDescription
      case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
      case .fields(let fields):
        "{\(fields.map { "\($0.name)@\(text($0.nameMark)): \(text($0.value))" }.joined(separator: ", "))}"
      }
    return "\(content)@\(text(node.mark))"
  }

  private static func text(_ mark: YAMLMark) -> String { "\(mark.line):\(mark.column)+\(mark.length)" }
}
