import CivilTime
import Content
import Diagnostics
import Linking

/// Checks that pages are read again when they say so, and when a meeting of the kind they are about has closed since.
func checkReviews(_ graph: ContentGraph) -> [Diagnostic] {
  let closed = lastClosedMeetings(graph)
  return graph.pages.compactMap { page in
    let document = page.document
    if let review = document.common.review, review < graph.today {
      return Diagnostic(
        .reviewPassed, "the page was to be read again by \(review.isoText)",
        at: place(of: review.isoText, in: document),
        help: "Read it\(document.common.owner.map { " (\($0))" } ?? ""), and write the next day under 'review'")
    }
    return staleness(of: document, graph, closed)
  }
}

/// The meeting of each type that closed last.
private func lastClosedMeetings(_ graph: ContentGraph) -> [String: (page: Page, day: CivilDate)] {
  var closed: [String: (page: Page, day: CivilDate)] = [:]
  for meeting in graph.pages(of: Meeting.self) {
    let fields = meeting.fields
    guard ![.cancelled, .postponed].contains(fields.status), let end = fields.lastMoment, end.isExact,
      end.lastDay < graph.today
    else { continue }
    if let last = closed[fields.type.id], last.day >= end.lastDay { continue }
    closed[fields.type.id] = (meeting.page, end.lastDay)
  }
  return closed
}

/// A page for good that names a meeting, and was changed last before a later one of that kind closed.
private func staleness(
  of document: Document, _ graph: ContentGraph, _ closed: [String: (page: Page, day: CivilDate)]
) -> Diagnostic? {
  guard document.kind.isForGood, document.language == graph.hub.language,
    let changed = document.common.updated ?? document.common.date?.lastDay
  else { return nil }
  for reference in document.common.meetings {
    guard let meeting = graph.page(reference, in: graph.hub.language), let last = closed[meeting.fields.type.id],
      changed < last.day, last.page.index != meeting.index
    else { continue }
    return Diagnostic(
      .notReviewedSinceMeeting,
      "'\(last.page.document.id.name)' has closed on \(last.day.isoText), and the page was changed last on \(changed.isoText)",
      at: reference.place, notes: [Note("the meeting", at: last.page.document.place)],
      help: "Read the page again, and write the day under 'updated'")
  }
  return nil
}

/// Checks that sources on the web say when they were read; of a document with several, the first is reported.
func checkSources(_ graph: ContentGraph) -> [Diagnostic] {
  graph.pages.compactMap { page in
    let document = page.document
    let undated = document.common.sources.filter { $0.address != nil && $0.consulted == nil }
    guard let address = undated.first?.address else { return nil }
    let others = undated.count - 1
    return Diagnostic(
      .undatedSource,
      "a source on the web says when it was read" + (others == 0 ? "" : "; \(others) more of this document do not"),
      at: place(of: address, in: document), help: "Add a line such as 'consulted: \(graph.today.isoText)'")
  }
}

/// Checks that each article and issue is led to by something besides lists.
func checkOrphans(_ graph: ContentGraph) -> [Diagnostic] {
  let start = Set(graph.hub.startHere.map(\.target))
  return graph.pages.compactMap { page in
    let document = page.document
    guard document.language == graph.hub.language, document.kind.isFoundByLinks, !start.contains(document.id.name),
      graph.backlinks[page.index].isEmpty, !graph.isReferredTo(page), document.common.issues.isEmpty,
      document.common.meetings.isEmpty, document.fields.series == nil
    else { return nil }
    return Diagnostic(
      .orphanPage, "nothing but lists leads to '\(document.id)'", at: document.place,
      help: "Link to it where a reader would need it, or name an issue it is about under 'issues'")
  }
}

/// The place of a text in a document's source, from the document's beginning on; the document's where it is not found.
func place(of text: String, in document: Document) -> SourceRange {
  let bytes = document.source.text.utf8
  guard let offset = document.source.byteOffset(of: document.place.start),
    let found = bytes[bytes.index(bytes.startIndex, offsetBy: offset)...].firstRange(of: text.utf8)
  else { return document.place }
  let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
  return document.source.range(ofBytes: start..<(start + text.utf8.count))
}

/// Files that lie in the content and are published by nothing.
func checkStrays(_ graph: ContentGraph) -> [Diagnostic] {
  graph.strays.map { file in
    Diagnostic(
      .unpublishedFile, "what is published is named by a document, and nothing names this file", at: file.place,
      help:
        "Link to it, put it into site-content/\(ContentFolder.declaredFolder) if the site needs it, or move it out of the hub"
    )
  }
}
