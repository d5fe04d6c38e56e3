import Diagnostics
import Markdown
import TestSupport
import Testing

/// What those see who check how a text is written.
struct TextBlockTests {
  /// Each block as `role: text`, with its links.
  private static func blocks(_ text: String) -> [String] {
    var blocks: [String] = []
    visitBlocks(of: Substring(text), in: SourceFile(path: "a.md", text: text), firstLine: 1) { block in
      let links = block.links.map { link in
        let words = Array(block.text.utf8)[link.words]
        return " (\(String(decoding: words, as: UTF8.self)) -> \(link.address))"
      }
      blocks.append("\(block.role): \(block.text)\(links.joined())")
    }
    return blocks
  }

  /// The places of a word in the blocks of a text, as markers.
  private static func places(of word: String, in marked: String, firstLine: Int = 1) -> [String] {
    let source = MarkedText(marked)
    let file = source.file()
    let body = source.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(firstLine - 1)
    var places: [String] = []
    visitBlocks(of: Substring(body.joined(separator: "\n")), in: file, firstLine: firstLine) { block in
      let bytes = Array(block.text.utf8)
      let wanted = Array(word.utf8)
      guard bytes.count >= wanted.count else { return }
      for start in 0...(bytes.count - wanted.count) where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        let range = block.range(of: start..<(start + wanted.count))
        places.append("\(source.place(range.start)) \(range.coveredText)")
      }
    }
    return places
  }

  /// A link without words behind a break stands behind all text that the block has so far.
  @Test(arguments: ["\\<b> on\n[](c.md)", "&lt; `` ` ``[](c.md)", "[](c.md)"])
  func givesWhatHasNoWordsThePlaceOfItsBlock(_ text: String) {
    var places: [SourcePosition] = []
    visitBlocks(of: Substring(text), in: SourceFile(path: "a.md", text: text), firstLine: 1) { block in
      places += block.links.map { block.range(of: $0.words).start }
    }
    #expect(places == [SourcePosition(line: 1, column: 1)])
  }

  @Test func readsEachBlockWithoutItsMarks() {
    #expect(
      Self.blocks(
        """
        ## The *head* [one](a.md)

        A **text** with `CODE`, [two *words*](b.md "title"), ![an image](c.png)
        and [[three|the third]] or [[four]]; &amp; \\*.

        > - Item
        >   [^1]

        | A | |
        | --- | --- |
        | [five](d.md) | 2 |

        ```
        none
        ```

        [^1]: Note
        """) == [
          "heading: The head one (one -> a.md)",
          "paragraph: A text with code, two words, an image and the third or four; & *. (two words -> b.md)",
          "paragraph: Item ", "tableHead: A", "cell: five (five -> d.md)", "cell: 2", "paragraph: Note",
        ])
  }

  @Test func listsLinksThatTouchOrEndABlock() {
    #expect(Self.blocks("[a](b)[c](d)") == ["paragraph: ac (a -> b) (c -> d)"])
    #expect(Self.blocks("*[a](b)*, c") == ["paragraph: a, c (a -> b)"])
    #expect(Self.blocks("[](b)") == ["paragraph:  ( -> b)"])
  }

  @Test func hasNoBlocksWhereTheTextIsTooComplex() {
    #expect(Self.blocks("[&Hat;") == [])
    #expect(Self.blocks("") == [])
    #expect(Self.blocks("| |\n|-|\n") == ["tableHead: "])
  }

  @Test func findsThePlacesOfWords() {
    #expect(
      Self.places(
        of: "word",
        in: """
          é 1️⃣word *2️⃣word* [[a|label]] \\* &amp; 3️⃣word

          > - quoted
          >   4️⃣word

          > | é \\| 5️⃣word | *6️⃣word* |
          > | --- | --- |
          > | 7️⃣word | `x` 8️⃣word |

          日 9️⃣word
          """) == [
          "1️⃣ word", "2️⃣ word", "3️⃣ word", "4️⃣ word", "5️⃣ word", "6️⃣ word", "7️⃣ word", "8️⃣ word", "9️⃣ word",
        ])
  }

  /// Entities of one scalar and of two, of more bytes than they are written with and of fewer, and what only looks like one.
  @Test(arguments: [
    "xxxxxx&ngE; 1️⃣word", "&ngE;, é 1️⃣word", "x&NotEqualTilde;y 1️⃣word", "&#x65E5;&#65; 1️⃣word", "&eacute;é 1️⃣word",
    "&none; \\& 1️⃣word", "\\a \\[ 1️⃣word &amp", "&copy;&reg; 1️⃣word", "&ngE;&amp; x",
  ])
  func findsThePlacesOfWordsBehindEntities(_ text: String) {
    #expect(Self.places(of: "word", in: text) == (text.contains("word") ? ["1️⃣ word"] : []))
  }

  @Test func countsLinesFromTheFirstOfTheFile() {
    #expect(Self.places(of: "word", in: "---\ntitle: A\n---\n\na\nb 1️⃣word c\n", firstLine: 4) == ["1️⃣ word"])
  }

  /// A stretch that goes on over a line is marked on its first; what is written with an entity has its length in the text.
  @Test func marksAsMuchAsStandsOnALine() {
    #expect(Self.places(of: "one two", in: "a 1️⃣one\ntwo") == ["1️⃣ one"])
    #expect(Self.places(of: "[[x]]", in: "no") == [])
  }
}
