import CivilTime
import Content
import Diagnostics
import Linking

/// Checks that pages for good do not speak of meetings as coming that are over: each such page was changed last before the end of a
/// meeting that it names.
///
/// Which words speak of the future differs by language, so the days decide; a report of one day says what was true on that day.
func checkMeetingsTold(_ graph: ContentGraph) -> [Diagnostic] {
  graph.pages.compactMap { page in
    let document = page.document
    guard document.kind.isForGood, let changed = lastChange(of: document) else { return nil }
    for reference in document.common.meetings {
      guard let meeting = graph.page(reference, in: graph.hub.language), let end = meeting.fields.dayOfEnd,
        end.lastDay < graph.today, changed < end.firstDay
      else { continue }
      return Diagnostic(
        .meetingToldAsComing,
        "'\(meeting.id.name)' was over on \(end.isoText), and the page was changed last on \(changed.isoText), before that",
        at: reference.place, notes: [Note("the meeting", at: meeting.document.place)],
        help: "Read the page again, say what came of the meeting, and write the day under 'updated'")
    }
    return nil
  }
}

/// Checks that what says that a meeting was reported was read after its end.
func checkReports(_ graph: ContentGraph) -> [Diagnostic] {
  graph.pages(of: Meeting.self).compactMap { meeting in
    guard let end = meeting.fields.dayOfEnd, meeting.fields.isReportedTooEarly(by: meeting.document.common.sources)
    else { return nil }
    return Diagnostic(
      .reportedBeforeEnd,
      "a source that reports of a meeting was read after its end, \(end.isoText), and none of this one was",
      at: place(of: "evidence: reported", in: meeting.document),
      help: "Add a source that was read since, or write 'evidence: announced'")
  }
}

/// The day on which a document was last changed in substance, as it says itself.
private func lastChange(of document: Document) -> CivilDate? {
  [document.common.updated, document.common.date?.lastDay].compactMap { $0 }.max()
}

extension Meeting {
  /// When it is over, if it takes place at all.
  fileprivate var dayOfEnd: Moment? { [.cancelled, .postponed].contains(status) ? nil : end ?? start }
}
