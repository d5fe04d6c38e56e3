import Formats

/// The index of one language as files: scripts that a page loads as it needs them, from a host or from disk.
///
/// `manifest.js` says which words stand in which shard; `w…` are the words, `e…` the words by their ends, `t…` what is shown of
/// documents, and `filters.js` what they are filtered by.
package struct SearchIndex: Sendable {
  package let files: [File]

  package struct File: Sendable {
    /// Such as `w12.js`.
    package let name: String
    package let contents: @Sendable () -> [UInt8]
  }

  /// The documents in parts that can be counted at once; where they are cut does not depend on the machine.
  package static func parts(of documents: [SearchDocument]) -> [ArraySlice<SearchDocument>] {
    let partSize = max(smallestPart, (documents.count + mostParts - 1) / mostParts)
    return
      stride(from: 0, to: documents.count, by: partSize).map { documents[$0..<min($0 + partSize, documents.count)] }
  }

  private static let smallestPart = 512
  /// Each part finds the stems of its words by itself, so that more of them are more work in all.
  private static let mostParts = 8

  package static func averageSize(of documents: [SearchDocument]) -> Double {
    Double(documents.reduce(0) { $0 + $1.size }) / Double(max(1, documents.count))
  }

  package init(_ documents: [SearchDocument], parts: [IndexPart]) {
    let words = MergedWords(parts)
    let shards = WordShards(words)
    let endings = EndingShards(words)
    let texts = TextShards(documents)
    let manifest = JSONValue.object(present: [
      "documents": .integer(documents.count),
      "words": .string(shards.beginnings.joined(separator: "~")),
      "endings": .string(endings.beginnings.joined(separator: "~")),
      "texts": .array(texts.ranges.map { .integer($0.count) }),
      "common": .string(Self.commonWords(words, of: documents.count).joined(separator: "~")),
    ])
    func file(_ name: String, _ script: [UInt8]) -> File { File(name: "\(name).js") { script } }
    let filters = TextShards.filters(of: documents)
    files =
      [file("manifest", ShardText.script("manifest", manifest.encoded())), file("filters", filters)]
      + shards.scripts.enumerated().map { file("w\($0)", $1) } + endings.scripts.enumerated().map { file("e\($0)", $1) }
      + texts.ranges.indices.map { number in File(name: "t\(number).js") { texts.script(number) } }
  }

  /// Words that so many documents have that looking for them helps nobody who looks for other words as well. A word that is
  /// something's name is none of them.
  private static func commonWords(_ words: MergedWords, of documentCount: Int) -> [String] {
    guard documentCount >= 50 else { return [] }
    return words.words.filter { word in
      words.documentCount(ofStem: word.stem) * 2 > documentCount && word.letters.contains { $0 > UInt8(ascii: "9") }
        && !words.nameWords.contains(word.letters)
    }.map { String(decoding: $0.letters, as: UTF8.self) }
  }
}
