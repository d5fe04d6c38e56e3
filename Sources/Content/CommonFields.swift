import CivilTime
import Diagnostics
import Yams

/// What every document may say of itself, whatever its kind.
package struct CommonFields: Sendable {
  package let title: String
  package let short: String?
  package let summary: String?
  package let authors: [Reference]
  package let date: Moment?
  package let updated: CivilDate?
  package let issues: [Reference]
  package let meetings: [Reference]
  package let tags: [String]
  package let sources: [Source]
  package let aliases: [Alias]
  package let slug: String?
  package let isDraft: Bool
  package let publish: CivilDate?
  package let expire: CivilDate?
  package let review: CivilDate?
  package let owner: String?
  package let image: Picture?
  package let confidence: Confidence
  package let note: String?

  /// An address under which the page was known before.
  package struct Alias: Sendable {
    package let path: String
    package let place: SourceRange
  }

  package struct Picture: Sendable {
    package let file: String
    package let alternative: String
  }

  /// `fallbackTitle` names a kind of which each document needs no title of its own.
  init?(reading fields: inout FieldReader, fallbackTitle: String?) {
    let title = fields.text("title", required: fallbackTitle == nil, "The name of the page, as its heading.")
    short = fields.text("short", "A short name, for links and narrow places.")
    summary = fields.text("summary", "One or two plain sentences, for lists, feeds and search engines.")
    authors = fields.references("authors", .person, meaning: "Who wrote it.")
    date = fields.moment("date", "When it was published or took place, as far as known.")
    updated = fields.date("updated", "The day of its last change of substance.")
    issues = fields.references("issues", .issue, meaning: "The issues it is about.")
    meetings = fields.references("meetings", .meeting, meaning: "The meetings it is about.")
    tags = fields.texts("tags", "Words for finding it.")
    sources = fields.sources()
    aliases = fields.addresses("aliases", "Old addresses within the hub that lead here.")
    slug = fields.identifier("slug", "The last part of its address, where that differs from the file's name.")
    isDraft = fields.flag("draft", "Whether it is left out until it is ready.") ?? false
    publish = fields.date("publish", "The day before which it is left out.")
    expire = fields.date("expire", "The day from which it is left out.")
    review = fields.date("review", "The day by which it is to be read again.")
    owner = fields.text("owner", "Who reads it again.")
    image = fields.group("image", "an image", "A picture for the page.") { image in
      let file = image.text("file", required: true, "The picture's file, relative to this one.")
      let alternative = image.text("alt", required: true, "What the picture shows.")
      guard let file, let alternative else { return nil }
      return Picture(file: file, alternative: alternative)
    }
    confidence = fields.confidence()
    note = fields.text("note", "A caveat that readers see.")
    guard let title = title ?? fallbackTitle else { return nil }
    self.title = title
  }
}

extension FieldReader {
  mutating func identifier(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    guard let node = node(name, .text, isRequired: required, meaning) else { return nil }
    guard case .scalar(let scalar) = node else {
      reportWrongType(name, .text, at: node)
      return nil
    }
    guard isIdentifier(scalar.string) else {
      report(
        .invalidID, "'\(name)' consists of lower-case letters, digits and hyphens", at: node,
        help: "Write it like 'join-your-delegation'")
      return nil
    }
    return scalar.string
  }

  /// Old addresses: relative paths of pages, such as `old/page.html`.
  fileprivate mutating func addresses(_ name: String, _ meaning: StaticString) -> [CommonFields.Alias] {
    guard let node = node(name, .list(.text), isRequired: false, meaning) else { return [] }
    guard case .sequence(let items) = node else {
      reportWrongType(name, .list(.text), at: node)
      return []
    }
    return items.compactMap { item in
      guard case .scalar(let scalar) = item else {
        reportWrongType(name, .text, at: item)
        return nil
      }
      let parts = scalar.string.split(separator: "/", omittingEmptySubsequences: false)
      let isPlain = parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".." && !part.hasPrefix(".")
          && part.unicodeScalars.allSatisfy { $0.value > 0x20 && !"\\?#%\"<>|:*".unicodeScalars.contains($0) }
      }
      guard isPlain, scalar.string.hasSuffix(".html") else {
        report(
          .invalidAddress, "an old address is a relative path that ends with .html, not '\(scalar.string.prefix(60))'",
          at: item, help: "Write it like 'old/page.html'")
        return nil
      }
      return CommonFields.Alias(path: scalar.string, place: source.range(of: item))
    }
  }
}

/// Whether a text can be an id: lower-case letters and digits of any script, and hyphens between them.
func isIdentifier(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 150 else { return false }
  return text.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-")
  }
}
