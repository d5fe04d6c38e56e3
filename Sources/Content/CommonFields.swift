import CivilTime
import Diagnostics

/// What every document may say of itself, whatever its kind.
///
/// A class for the reason that a document is one.
package final class CommonFields: Sendable {
  package static let authors = ReferenceField<CommonFields, Person>("authors", meaning: "Who wrote it.")
  package static let issues = ReferenceField<CommonFields, Issue>("issues", meaning: "The issues it is about.")
  package static let meetings = ReferenceField<CommonFields, Meeting>("meetings", meaning: "The meetings it is about.")

  /// Nil only for kinds that are known by another field; a document's `title` is always there.
  package let title: String?
  package let short: String?
  package let summary: String?
  package let authors: [Reference<Person>]
  package let date: Moment?
  package let updated: CivilDate?
  /// Where the two are written.
  package let datePlace: SourceRange?
  package let updatedPlace: SourceRange?
  package let issues: [Reference<Issue>]
  package let meetings: [Reference<Meeting>]
  package let tags: [String]
  package let sources: [Source]
  /// What registers elsewhere know it by.
  package let identifiers: [Identifier]
  package let aliases: [Alias]
  /// Old addresses of which the query decides, which only a server can answer.
  package let queryAliases: [Alias]
  package let slug: String?
  package let isDraft: Bool
  package let publish: CivilDate?
  package let expire: CivilDate?
  package let review: CivilDate?
  package let owner: String?
  package let image: Picture?
  package let confidence: Confidence
  package let note: String?
  /// Of a translation; nil where nobody has reviewed it.
  package let reviewed: TranslationReview?

  package struct Picture: Sendable {
    package let file: String
    package let alternative: String
    /// That of the file's name.
    package let place: SourceRange
    /// Whether a translation has it from its original.
    package var isInherited: Bool { place.isInherited }

    static func read(_ fields: inout FieldReader) -> Self? {
      let file = fields.text("file", required: true, "The picture's file, relative to this one.")
      let alternative = fields.text("alt", required: true, "What the picture shows.")
      guard let file, let alternative else { return nil }
      let place = fields.node("file", .text, isRequired: false, "").map { fields.source.range(of: $0) } ?? fields.place
      return Self(file: file, alternative: alternative, place: place)
    }
  }

  init?(_ kind: Kind, reading fields: inout FieldReader) {
    title = fields.text("title", required: kind.needsTitle, "The name of the page, as its heading.")
    short = fields.text("short", "A short name, for links and narrow places.")
    summary = fields.text("summary", "One or two plain sentences, for lists, feeds and search engines.")
    authors = fields.references(Self.authors, required: kind.needsAuthors)
    // A standing page is published in each language on a day of its own.
    date = fields.sharing(kind == StandingPage.kind ? .varies : .shared) { fields in
      kind.isArticle
        ? fields.date("date", required: kind.needsDate, "The day it was published.").map(Moment.day)
        : fields.moment("date", "When it was published or took place, as far as known.")
    }
    updated = fields.sharing(.varies) { $0.date("updated", "The day of its last change of substance.") }
    datePlace = date == nil ? nil : fields.place(of: "date")
    updatedPlace = updated == nil ? nil : fields.place(of: "updated")
    issues = fields.references(Self.issues)
    meetings = fields.references(Self.meetings)
    tags = fields.texts("tags", "Words for finding it.")
    sources = fields.sources()
    identifiers = fields.identifiers(of: kind)
    let old: [Alias]
    (old, slug, isDraft) = fields.sharing(.own) { fields in
      let aliases = fields.oldAddresses("aliases", .page, "Old addresses within the hub that lead here.")
      let slug = fields.identifier(
        "slug", "The last part of its address, where that differs from the file's name.")
      return (aliases, slug, fields.flag("draft", "Whether it is left out until it is ready.") ?? false)
    }
    aliases = old.filter { $0.form == .page }
    queryAliases = old.filter { $0.form == .query }
    (publish, expire, review, owner) = fields.sharing(.own) { fields in
      let publish = fields.date("publish", "The day before which it is left out.")
      let expire = fields.date("expire", "The day from which it is left out.")
      let review = fields.date("review", "The day by which it is to be read again.")
      return (publish, expire, review, fields.text("owner", "Who reads it again."))
    }
    image = fields.group("image", "an image", "A picture for the page.", Picture.read)
    confidence = fields.confidence()
    note = fields.text("note", "A caveat that readers see.")
    reviewed = fields.translationReview()
    let isWhole =
      (title != nil || !kind.needsTitle) && (date != nil || !kind.needsDate) && (!authors.isEmpty || !kind.needsAuthors)
    guard isWhole else { return nil }
  }
}
