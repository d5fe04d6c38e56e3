import Content
import Diagnostics
import TestSupport
import Testing

/// Signs that no reader sees, and signs that no page can hold.
struct InvisibleTextTests {
  @Test(arguments: ["\u{200B}", "\u{AD}\u{200D}", "\u{2060} \u{3164}", "'\u{A0}'", "\"\\u200B\"", "\u{2800}"])
  func takesATitleThatNobodySeesForNone(_ title: String) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: 1️⃣\(title)\n---\n")
    #expect(site.readFaults() == ["guides/a.md 1️⃣ missing-field"])
  }

  @Test(arguments: ["\u{200B}A", "۱", "می\u{200C}خواهم"])
  func takesATitleWithJoiners(_ title: String) throws {
    #expect(try SiteFixture("-- guides/a.md --\n---\ntitle: \(title)\n---\n").readFaults() == [])
  }

  @Test(
    arguments: [
      ("It&#146;s", "Write '’'"), ("&#xFFFF;", "Take it out"), ("&#1;", "Take it out"), ("&#x80;", "Write '€'"),
      ("&#x9d;", "Take it out"), ("![A&#2;](https://a.example/)", nil), ("[a&#31;](#b)", "Take it out"),
    ] as [(String, String?)])
  func refusesAReferenceToASignThatNoPageCanHold(_ text: String, _ help: String?) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n\(text.replacing("&#", with: "1️⃣&#"))\n")
    let faults = site.read().diagnostics.filter { $0.code == .invalidEncoding }
    #expect(site.faults(faults) == (help == nil ? [] : ["guides/a.md 1️⃣ invalid-encoding"]))
    #expect(faults.first?.help == help)
  }

  @Test(arguments: ["`&#1;`", "&amp;#1;", "&#8217; &#x41; &#10;", "```\n&#xFFFF;\n```"])
  func takesOtherReferences(_ text: String) throws {
    #expect(try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n\(text)\n").readFaults() == [])
  }
}
