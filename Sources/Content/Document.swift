import Diagnostics
import Markdown

/// The name of a document among all of the hub: its folder and its own name, such as `issues/itrs`.
package struct DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let folder: String
  package let name: String

  package init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  package var description: String { "\(folder)/\(name)" }

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    (left.folder, left.name) < (right.folder, right.name)
  }
}

/// An article or a record as it was written: its kind known, every required field there and of its type, its text
/// read.
///
/// A class, since a document is handed from stage to stage and thread to thread, and a copy of a value so large would
/// retain each of its texts; it never changes.
package final class Document: Sendable {
  package let id: DocumentID
  package let language: String
  package let title: String
  package let kind: Kind
  package let common: CommonFields
  /// The fields of its kind.
  package let fields: any DocumentFields
  package let body: MarkdownBody
  package let source: SourceFile
  /// Where the document begins in its file: at its front matter, or at its entry of a list.
  package let place: SourceRange
  package let references: [AnyReference]
  package let names: [Named]
  package let blocks: [BlockRequest]
  /// The fields as they were written; none for articles of a hub in one language, which nothing asks for them.
  let written: [YAMLField]

  init(
    id: DocumentID, language: String, kind: Kind, common: CommonFields, fields: any DocumentFields,
    body: MarkdownBody, source: SourceFile, place: SourceRange, references: [AnyReference], names: [Named],
    blocks: [BlockRequest], written: [YAMLField]
  ) {
    self.id = id
    self.language = language
    title = common.title ?? fields.substituteTitle ?? id.name
    self.kind = kind
    self.common = common
    self.fields = fields
    self.body = body
    self.source = source
    self.place = place
    self.references = references
    self.names = names
    self.blocks = blocks
    self.written = written
  }

  package var abbreviation: String? { fields.abbreviation }

  /// What the field names, where the document has such a field and it is given.
  package func reference(in field: AnyReferenceField) -> AnyReference? {
    references.first { $0.field == field }
  }

  /// The meeting that an article is made for, or at which a record came about.
  package var occasion: Reference<Meeting>? {
    kind.occasion.flatMap(reference).map { Reference(target: $0.target, place: $0.place) }
  }

  /// The document's text as it was written, and the line of its file on which it begins; nil for an entry of a list.
  package var writtenText: (text: Substring, firstLine: Int)? {
    guard source.path.hasSuffix(".md"), case .success(let cut) = FrontMatter.cut(source) else { return nil }
    return (cut.body, cut.bodyLine)
  }

  /// The fields as data, by the descriptions of the kind's fields.
  package func record(as descriptions: [FieldDescription]) -> Record {
    Record(written, as: descriptions)
  }
}
