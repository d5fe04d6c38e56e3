import Content
import Diagnostics

/// Checks that bodies, and meetings within meetings, form trees; a circle is reported once.
func checkTrees(_ index: DocumentIndex) -> [Diagnostic] {
  /// The walk on which each document was met.
  var walks: [Int: Int] = [:]
  return index.documents.indices.compactMap { start in
    var path: [Int] = []
    var next: Int? = start
    while let current = next, walks[current] == nil, let parent = index.documents[current].parentReference {
      walks[current] = start
      path.append(current)
      next = index.target(of: parent)
    }
    guard let end = next, walks[end] == start, let first = path.firstIndex(of: end) else { return nil }
    return circle(path[first...].map { index.documents[$0] })
  }
}

/// Speaks of the circle at the document whose id comes first.
private func circle(_ documents: [Document]) -> Diagnostic? {
  guard let first = documents.indices.min(by: { documents[$0].id < documents[$1].id }),
    let parent = documents[first].parentReference
  else { return nil }
  let inOrder = documents[first...] + documents[..<first]
  let names = inOrder.dropFirst().map { "'\($0.id.name)'" }.joined(separator: ", ")
  return Diagnostic(
    .circularReference,
    names.isEmpty
      ? "'\(parent.target)' cannot belong to itself"
      : "'\(documents[first].id.name)' cannot belong to itself, through \(names)",
    at: parent.place,
    notes: inOrder.dropFirst().compactMap {
      $0.parentReference.map { Note("which belongs to '\($0.target)'", at: $0.place) }
    },
    help: "Name another '\(parent.field.name)', or none for the topmost")
}

/// Checks that each part of a series is one article.
func checkSeries(_ pages: [Page]) -> [Diagnostic] {
  struct Part: Hashable {
    let language: String
    let series: String
    let part: Int
  }
  var parts: [Part: Page] = [:]
  return pages.compactMap { page in
    guard let series = page.document.fields.series, let number = series.part else { return nil }
    let part = Part(language: page.document.language, series: series.series.id, part: number)
    guard let first = parts[part] else {
      parts[part] = page
      return nil
    }
    return Diagnostic(
      .duplicatePart, "part \(number) of '\(part.series)' is one article, and this is a second",
      at: page.document.place,
      notes: [Note("the first is here", at: first.document.place)], help: "Give one of the two another part")
  }
}

/// Two meetings with one UID (RFC 5545, 3.8.4.7) would be one entry in every calendar.
func checkCalendarNames(_ documents: [Document], language: String) -> [Diagnostic] {
  var known: [String: Document] = [:]
  return documents.compactMap { document in
    guard document.language == language, let uid = (document.fields as? Meeting)?.uid,
      let first = known.updateValue(known[uid] ?? document, forKey: uid)
    else { return nil }
    return Diagnostic(
      .duplicateID, "calendars know one meeting by the UID '\(shortened(uid))', and this is a second",
      at: document.place,
      notes: [Note("the first is here", at: first.place)], help: "Correct the 'uid' of one of the two")
  }
}

/// Two records of a kind with one identifier would be one thing to whoever joins the data with others. A thing may well be a record
/// of two kinds, such as an issue and a term.
func checkIdentifiers(_ documents: [Document], language: String) -> [Diagnostic] {
  struct Key: Hashable {
    let kind: Kind
    let scheme: String
    let value: String
  }
  var known: [Key: Identifier] = [:]
  return documents.filter { $0.language == language }.flatMap { document in
    document.common.identifiers.compactMap { identifier in
      let key = Key(kind: document.kind, scheme: identifier.scheme, value: identifier.value)
      guard let first = known.updateValue(known[key] ?? identifier, forKey: key) else { return nil }
      return Diagnostic(
        .duplicateID,
        "'\(shortened(identifier.value))' of '\(identifier.scheme)' is \(document.kind.noun), and this is a second",
        at: identifier.place, notes: [Note("the first is here", at: first.place)],
        help: "Correct one of the two, or take it out")
    }
  }
}

extension Document {
  /// What the document belongs to, for kinds that form trees.
  var parentReference: AnyReference? { kind.parent.flatMap(reference) }
}
