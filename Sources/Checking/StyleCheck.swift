import Content
import Diagnostics
import Languages
import Markdown

/// Looks at how one text is written: its links' words, its tables, its sentences.
struct StyleCheck {
  private let document: Document
  private var faults: [Diagnostic] = []
  private var longSentences: [(words: Int, fault: Diagnostic)] = []
  private var measure = ReadingMeasure()
  /// Whether sentences can be measured by their words.
  private let hasWords: Bool

  init(_ document: Document) {
    self.document = document
    hasWords = setsSpacesBetweenWords(document.language)
  }

  /// A sentence of more words is reported.
  static let longestSentence = 40
  /// Of so many sentences a writer gets the message.
  private static let mostLongSentences = 3

  mutating func add(_ block: TextBlock) {
    for link in block.links { add(link, of: block) }
    switch block.role {
    case .tableHead:
      if block.text.allSatisfy(\.isWhitespace) {
        faults.append(
          Diagnostic(
            .tableWithoutHeader, "the first row of a table names its columns", at: block.range(of: 0..<1),
            help: "Write a word above each column"))
      }
    case .paragraph: if hasWords { addSentences(of: block) }
    case .heading, .cell: break
    }
  }

  private mutating func add(_ link: TextBlock.Link, of block: TextBlock) {
    let utf8 = block.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: link.words.lowerBound)
    let words = block.text[start..<utf8.index(start, offsetBy: link.words.count)]
    guard isVague(words) else { return }
    faults.append(
      Diagnostic(
        .vagueLink, "the words of a link say where it leads, and '\(words)' does not", at: block.range(of: link.words),
        help: "Make a link of the words that name the page"))
  }

  private mutating func addSentences(of block: TextBlock) {
    for sentence in sentences(of: block.text) {
      measure.add(sentence)
      guard sentence.words.count > Self.longestSentence, let first = sentence.words.first else { continue }
      longSentences.append(
        (
          sentence.words.count,
          Diagnostic(
            .longSentence,
            "a sentence has at most \(Self.longestSentence) words, and this has \(sentence.words.count)",
            at: block.range(of: first), help: "Cut it in two, or make a list of it")
        ))
    }
  }

  consuming func finish() -> [Diagnostic] {
    let longest = longSentences.sorted { $0.words > $1.words }.prefix(Self.mostLongSentences).map(\.fault)
    guard let lix = measure.lix, lix > ReadingMeasure.hardest else { return faults + longest }
    let hard = Diagnostic(
      .hardToRead, "a text for the public has a LIX of at most \(ReadingMeasure.hardest), and this has \(lix)",
      at: document.place, help: "Shorten its sentences, and use shorter words where there are some")
    return faults + longest + [hard]
  }
}

/// How hard a text is to read, by C.-H. Björnsson's LIX: words per sentence, plus the words of more than six letters per hundred.
///
/// It needs no syllables, so it holds for every language that sets spaces between words of letters.
private struct ReadingMeasure {
  private var words = 0
  private var longWords = 0
  private var sentences = 0

  static let hardest = 60
  /// A shorter text says nothing of how it reads.
  private static let fewestWords = 100

  mutating func add(_ sentence: Sentence) {
    guard !sentence.words.isEmpty else { return }
    sentences += 1
    words += sentence.words.count
    longWords += sentence.longWords
  }

  var lix: Int? {
    guard words >= Self.fewestWords, sentences > 0 else { return nil }
    return words / sentences + 100 * longWords / words
  }
}

/// Whether a link's words would be the same whatever it leads to.
private func isVague(_ words: Substring) -> Bool {
  let plain = words.lowercased().filter { $0.isLetter || $0 == " " }
  return vagueWords.contains(plain.split(separator: " ").joined(separator: " "))
}

private let vagueWords: Set<String> = [
  "here", "click here", "this", "this link", "this page", "this site", "this website", "this document", "link", "page",
  "read more", "more", "learn more", "see here", "see more", "website", "source",
  "ici", "cliquez ici", "ce lien", "lien", "en savoir plus", "lire la suite",
  "aquí", "haga clic aquí", "este enlace", "enlace", "más", "leer más",
  "aqui", "clique aqui", "saiba mais", "hier", "hier klicken", "mehr", "qui", "clicca qui", "здесь", "тут", "هنا",
  "اضغط هنا", "这里", "点击这里",
]
