import TestSupport

@testable import Searching

/// An index of a few documents, read back as the page reads it.
struct IndexText {
  /// By file name, what the script hands over.
  let files: [String: String]

  init(_ documents: [SearchDocument]) {
    let size = SearchIndex.averageSize(of: documents)
    let parts = SearchIndex.parts(of: documents).map { IndexPart($0, averageSize: size) }
    self.init(SearchIndex(documents, parts: parts))
  }

  init(_ index: SearchIndex) {
    files = Dictionary(
      uniqueKeysWithValues: index.files.map { ($0.name, String(decoding: $0.contents(), as: UTF8.self)) })
  }

  /// Each word with what follows its bar, such as `reform 0:9 2:5`: the documents with their levels.
  func words() -> [String] {
    entries(of: "w").map { word, payload in
      guard let first = payload.first else { return word }
      switch first {
      case "<": return "\(word) < \(numbers(payload.dropFirst()).map(String.init).joined(separator: " "))"
      case "=": return "\(word) \(payload)"
      default:
        let isCut = first == "!"
        var numbers = numbers(isCut ? payload.dropFirst() : payload)
        var text = word
        if isCut { text += " !\(numbers.removeFirst())" }
        var document = -1
        for number in numbers {
          document += number >> 4
          text += " \(document):\(number & 15)"
        }
        return text
      }
    }
  }

  func endings() -> [String] { entries(of: "e").map { String($0.word.reversed()) } }

  /// The entries of all shards of a letter, in order.
  private func entries(of letter: String) -> [(word: String, payload: Substring)] {
    (0..<files.count).compactMap { files["\(letter)\($0).js"] }.flatMap { script -> [(String, Substring)] in
      let text = script.dropFirst(
        script.firstIndex(of: ",").map { script.distance(from: script.startIndex, to: $0) + 2 } ?? 0
      )
      .dropLast(4)
      var last = ""
      return text.split(separator: "~").map { entry in
        let parts = entry.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let digit = parts[0].prefix(1)
        last = String(last.prefix(numbers(digit)[0]) + parts[0].dropFirst())
        return (last, parts.count > 1 ? parts[1] : "")
      }
    }
  }

  private static let digits: [Character: Int] = {
    let signs = (UInt8(ascii: " ")...UInt8(ascii: "}")).map { Character(UnicodeScalar($0)) }.filter {
      !"\"\\|~!<=".contains($0)
    }
    return Dictionary(uniqueKeysWithValues: signs.enumerated().map { ($1, $0) })
  }()

  private func numbers(_ text: some StringProtocol) -> [Int] {
    var numbers: [Int] = []
    var number = 0
    var unit = 1
    for sign in text {
      let digit = Self.digits[sign] ?? 0
      number += digit % 44 * unit
      unit *= 44
      if digit < 44 {
        numbers.append(number)
        number = 0
        unit = 1
      }
    }
    return numbers
  }
}

func document(
  _ title: String, names: [String] = [], summary: String = "", headings: [String] = [], text: String = "",
  language: String = "en"
) -> SearchDocument {
  var document = SearchDocument(title: title, language: language, address: "\(title).html", kind: "article")
  document.names = names
  document.summary = summary
  document.headings = headings
  document.text = { Array(text.utf8) }
  document.textSize = text.utf8.count
  return document
}
