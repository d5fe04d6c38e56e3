import Diagnostics
import Dispatch
import Markdown
import Testing

/// cmark keeps tables for the whole process, so what is read on several threads at once must be what is read on one.
struct ConcurrencyTests {
  private static let texts = [
    "~~a~~ b", "www.example.org a_b", "plain *text* [a](https://example.org)", "a@example.org", "<https://example.org>",
    "see https://example.org/a", "|a|\n|-|\n|~b~|", "- [x] a", "[a]\n\n[a]: https://example.org/", "a:b w.w ~",
    "[^1]\n\n[^1]: www.example.org",
  ]

  @Test(.timeLimit(.minutes(5))) func readsOnManyThreadsWhatItReadsOnOne() {
    let expected = Self.texts.map { ReadableBody(of: $0).shown }
    let wrong = Counter()
    DispatchQueue.concurrentPerform(iterations: 2_000) { round in
      let index = round % Self.texts.count
      if ReadableBody(of: Self.texts[index]).shown != expected[index] { wrong.add(index) }
    }
    #expect(wrong.indices == [])
  }

  /// Counts on many threads.
  private final class Counter: @unchecked Sendable {
    private let queue = DispatchQueue(label: "counter")
    private var found: Set<Int> = []

    func add(_ index: Int) { queue.sync { _ = found.insert(index) } }
    var indices: [Int] { queue.sync { found.sorted() } }
  }
}
