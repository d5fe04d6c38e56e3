import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// The mentions that a matcher finds in a text, as `words -> id`.
private func mentions(in text: String, language: String = "en", of records: String) throws -> [String] {
  try mentions(in: text, language: language, of: linked(records))
}

private func linked(_ records: String) throws -> ContentGraph {
  let (graph, diagnostics) = try SiteFixture(records).link()
  #expect(diagnostics.map(\.message) == [])
  return try #require(graph)
}

private func mentions(in text: String, language: String = "en", of graph: ContentGraph) throws -> [String] {
  let matcher = try #require(graph.mentions[language])
  let bytes = Array(text.utf8)
  var found: [String] = []
  bytes.withUnsafeBufferPointer { buffer in
    matcher.forEachMention(in: buffer) { page, range in
      found.append("\(String(decoding: bytes[range], as: UTF8.self)) -> \(graph.pages[page].document.id.name)")
    }
  }
  return found
}

private let terms = """
  -- hub.yaml --
  title: A hub
  address: https://hub.example.org/
  language: en
  languages: [fr]
  time_zone: UTC
  citations:
    - { write: "Resolution {number}", organ: pp }
    - { write: "WTSA Resolution {number}", organ: wtsa }
    - { write: "Decision {number}", organ: pp, form: decision }
  -- bodies/all.yaml --
  - { id: pp, title: PP }
  - { id: wtsa, title: WTSA }
  -- resolutions/all.yaml --
  - { id: r1, title: One, organ: pp, number: 1 }
  - { id: r13, title: Thirteen, organ: pp, number: 13 }
  - { id: w13, title: Thirteen, organ: wtsa, number: 13 }
  - { id: d13, title: Thirteen, organ: pp, number: 13, form: decision }
  -- glossary/all.yaml --
  - { id: itu, title: International Telecommunication Union, abbreviation: ITU, meaning: M. }
  - { id: itut, title: Standardisation Sector, abbreviation: ITU-T, meaning: M. }
  - { id: member, title: Sector Member, meaning: M. }
  - { id: bloc, title: Bloc, meaning: M. }
  - { id: rd, title: R&D, meaning: M. }
  - { id: amp, title: amp, meaning: M. }
  - { id: forum, title: AI for Good, abbreviation: "AI <b>", meaning: M. }
  - { id: elite, title: Élite, meaning: M. }
  - { id: one, title: X, meaning: M. }
  -- glossary/all.fr.yaml --
  - { id: itu, title: Union internationale des télécommunications, abbreviation: UIT, meaning: M. }
  - { id: member, title: Membre du Secteur, meaning: M. }

  """

@Test(
  arguments: [
    ("The ITU met.", ["ITU -> itu"]), ("ITU", ["ITU -> itu"]), ("ITU-T and ITU", ["ITU-T -> itut", "ITU -> itu"]),
    ("ITU-D", []), ("non-ITU", ["ITU -> itu"]), ("ITUs, ITU's, ITU’s", ["ITUs -> itu", "ITU -> itu", "ITU -> itu"]),
    ("ITUss ITUx XITU ITU1 1ITU", []), ("ITU ITU", ["ITU -> itu", "ITU -> itu"]), ("(ITU)", ["ITU -> itu"]),
    ("«ITU» “ITU” —ITU—\u{A0}ITU", ["ITU -> itu", "ITU -> itu", "ITU -> itu", "ITU -> itu"]), ("ÉITU ITUé 한ITU", []),
    ("Resolution 13", ["Resolution 13 -> r13"]), ("Resolution 1", ["Resolution 1 -> r1"]), ("Resolution 130", []),
    ("Resolution\n13.", ["Resolution\n13 -> r13"]), ("WTSA Resolution 13", ["WTSA Resolution 13 -> w13"]),
    ("WTSA Resolution 1", ["Resolution 1 -> r1"]), ("Decision 13", ["Decision 13 -> d13"]), ("resolution 13", []),
    ("Sector Members", ["Sector Members -> member"]), ("a sector member", ["sector member -> member"]),
    ("Sector member", []),
    ("a bloc, Bloc", ["Bloc -> bloc"]), ("R&amp;D", ["R&amp;D -> rd"]), ("R&amp;Dx", []),
    ("a &amp; b &lt; amp", ["amp -> amp"]),
    ("AI for Good; AI for", ["AI for Good -> forum"]), ("ai for good", []), ("AI &lt;b&gt;", ["AI &lt;b&gt; -> forum"]),
    ("Élite élite", ["Élite -> elite"]), ("X", []), ("", []), ("&", []), ("&amp", []),
    ("International Telecommunication Unions", ["International Telecommunication Unions -> itu"]),
    ("International\nTelecommunication\nUnion", ["International\nTelecommunication\nUnion -> itu"]),
    ("International Telecommunication ITU", ["ITU -> itu"]),
  ] as [(String, [String])])
func findsNamesAtTheBeginningsOfWords(_ text: String, expected: [String]) throws {
  #expect(try mentions(in: text, of: terms) == expected)
}

@Test(
  arguments: [
    ("L’UIT et l'ITU", ["UIT -> itu"]),
    ("Union internationale des télécommunications", ["Union internationale des télécommunications -> itu"]),
    ("un membre du secteur", ["membre du secteur -> member"]), ("Resolution 13", []),
  ] as [(String, [String])])
func findsTheNamesOfEachLanguage(_ text: String, expected: [String]) throws {
  #expect(try mentions(in: text, language: "fr", of: terms) == expected)
}

private let chineseTerms = """
  -- hub.yaml --
  title: A hub
  address: https://hub.example.org/
  language: zh
  time_zone: UTC
  citations: [{ write: "第{number}号决议", organ: pp }]
  -- bodies/all.yaml --
  - { id: pp, title: 全权代表大会 }
  -- resolutions/all.yaml --
  - { id: r145, title: 一, organ: pp, number: 145 }
  - { id: r14, title: 二, organ: pp, number: 14 }
  -- glossary/all.yaml --
  - { id: itu, title: 国际电信联盟, abbreviation: ITU, meaning: 义。 }
  - { id: union, title: 联盟, meaning: 义。 }
  - { id: sector, title: ITU标准化部门, meaning: 义。 }
  - { id: net, title: インターネット, meaning: 義。 }
  - { id: rare, title: 𠮷野, meaning: 義。 }
  - { id: word, title: 网, meaning: 义。 }

  """

/// Between the words of Chinese and Japanese stand no spaces.
@Test(
  arguments: [
    ("根据第145号决议的规定", ["第145号决议 -> r145"]), ("第14号决议", ["第14号决议 -> r14"]), ("第1450号决议", []),
    ("在国际电信联盟中", ["国际电信联盟 -> itu"]), ("该联盟", ["联盟 -> union"]),
    ("由ITU召开，ITU。（ITU）", ["ITU -> itu", "ITU -> itu", "ITU -> itu"]),
    ("在ITU标准化部门内", ["ITU标准化部门 -> sector"]), ("联盟ABC", ["联盟 -> union"]), ("互联网", []),
    ("このインターネットは", ["インターネット -> net"]), ("在𠮷野里", ["𠮷野 -> rare"]), ("，联盟", ["联盟 -> union"]),
    ("国际电信联", []), ("联", []), ("ITUé", []),
  ] as [(String, [String])])
func findsNamesAmongSignsThatAreWords(_ text: String, expected: [String]) throws {
  #expect(try mentions(in: text, language: "zh", of: chineseTerms) == expected)
}

@Test func endsWordsAtArabicMarks() throws {
  #expect(try mentions(in: "ITU، ITU؛ ITU؟ ITUم", of: terms) == ["ITU -> itu", "ITU -> itu", "ITU -> itu"])
}

@Test func takesTheFirstOfTwoPagesWithOneName() throws {
  let records =
    "-- glossary/all.yaml --\n- { id: b, title: Bloc, meaning: M. }\n- { id: a, title: Bloc, meaning: M. }\n"
  #expect(try mentions(in: "Bloc", of: records) == ["Bloc -> a"])
}

@Test func findsNothingWithoutTerms() throws {
  let graph = try SiteFixture("").link().graph
  #expect(graph?.mentions.keys.sorted() == ["ar", "en", "fr"])
  #expect(graph?.mentions["en"]?.isEmpty == true)
}

/// More first words than the table has room for at first, some with the same beginning and length, and plurals that are names.
@Test func tellsFirstWordsApart() throws {
  let words = (100..<200).map { "Communique\($0)" } + ["Norm", "Norms", "Acts of", "Act", "Law", "Laws of"]
  let records =
    "-- glossary/all.yaml --\n"
    + words.enumerated().map { "- { id: t\($0), title: \($1), meaning: M. }\n" }.joined()
  for (number, word) in words.enumerated() {
    #expect(try mentions(in: "a \(word) b", of: records) == ["\(word) -> t\(number)"])
  }
  #expect(try mentions(in: "Communique99 Communique200 Communique1000", of: records) == [])
  #expect(
    try mentions(in: "Acts Laws Acts of Laws of", of: records) == [
      "Acts -> t103", "Laws -> t104", "Acts of -> t102", "Laws of -> t105",
    ])
}

/// Every sign of ASCII ends a word but letters and digits, whether eight bytes or fewer are left; what follows `&` is no word of the text.
@Test func knowsWhereWordsEnd() throws {
  let hub = try linked("-- glossary/all.yaml --\n- { id: bloc, title: Bloc, meaning: M. }\n")
  for byte in UInt8(0x20)..<0x7F {
    let sign = String(UnicodeScalar(byte))
    let isWord = sign.contains(/[A-Za-z0-9]/)
    let after = ["", " and so on, at length"]
    for before in ["", "x", "twelve signs"] {
      let texts = after.map { before + sign + "Bloc" + $0 }
      let found = isWord || sign == "&" ? [] : ["Bloc -> bloc"]
      for text in texts { #expect(try mentions(in: text, of: hub) == found, "\(text)") }
    }
    let isPlural = sign == "s"
    let found = isWord && !isPlural || sign == "-" ? [] : ["Bloc\(isPlural ? "s" : "") -> bloc"]
    #expect(try mentions(in: "Bloc" + sign, of: hub) == found, "Bloc\(sign)")
    #expect(try mentions(in: "the Bloc" + sign + " and so on", of: hub) == found, "the Bloc\(sign) and so on")
  }
}
