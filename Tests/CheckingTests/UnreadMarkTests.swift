import Diagnostics
import TestSupport
import Testing

/// Signs that readers would see as they stand are named; what only looks like them is not.
struct UnreadMarkTests {
  private func hints(_ text: String) throws -> [String] {
    try findings(
      in: "-- guides/g.md --\n---\ntitle: A guide\nissues: [i]\n---\n\n\(text)\n\(Self.files)", of: .unreadMark)
  }

  private static let files = """
    -- guides/a b.png --
    x
    -- issues/i.yaml --
    - { id: i, title: An issue, stance: technical }

    """

  @Test(arguments: [
    "1️⃣{{< figure src=\"x.png\" >}}", "Before 1️⃣{% include x.html %}.", "1️⃣!!! note \"Mind\"", "1️⃣:::note\nText\n:::",
    "[words]1️⃣[nope]", "See 1️⃣[nope][] there.", "![a lake1️⃣](a b.png)", "![a lake1️⃣](a (b) c.png) (or not)",
    "Some 1️⃣** bold ** words.", "1️⃣##No space",
    "1️⃣#No space",
    "> 1️⃣[!FOO]\n> text", "> 1️⃣[!NOTE] Mind\n> text", "1️⃣| a | b |\n| x | y |", "1️⃣| a | b | c |",
    "a 1️⃣| b\nx | y", "1️⃣|a|b\n|x|y", "One\n\n1️⃣||||", "Words\na 1️⃣| b\nx | y", "- 1️⃣| a | b |\n  | x | y |",
    "Some 1️⃣__ bold __ words.",
    "[words1️⃣] (https://a.example/)", "(words1️⃣)[https://a.example/]", "## Aims 1️⃣{#aims old}", "## Aims 1️⃣{.big}",
  ]) func namesWhatIsNotRead(_ text: String) throws {
    #expect(try hints(text) == ["guides/g.md 1️⃣ unread-mark"])
  }

  @Test(arguments: [
    "> [!TIP]\n> text", "> [!note]\n> text", "`{{< figure >}}`", "#MeToo was heard in every room.",
    "Two stars \\*\\* and a | b.", "[words][name]\n\n[name]: https://example.org/", "| a | b |\n| - | - |\n| x | y |",
    "![a lake](<a b.png>) was drawn.", "2 ** 3 is eight.", "One a | b alone.", "a__b__c and __bold__.",
    "|x| is small.", "| a | b |", "One a | b\nand no more.", "One\nand a | b", "|x|\nis small.",
    "## Aims {#aims #old}",
    "[words](https://a.example/) (https://b.example/)", "> [!note]\n> text", "## The set {a, b}",
  ]) func leavesAloneWhatIsMeant(_ text: String) throws {
    #expect(try hints(text) == [])
  }
}
