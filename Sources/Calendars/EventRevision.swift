import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import Sites

/// When what is said of a meeting was last revised (RFC 5545, section 3.8.7.2), as far as its record tells: the later of the day on
/// which it was brought up to date and of the last on which a source was consulted.
///
/// Neither the day of the build nor that of the meeting, which may both be later than a correction: whoever adds a day of
/// revision makes the stamp younger, never older. What tells of no revision is as old as can be.
func revisionStamp(of page: Page) -> Timestamp {
  let common = page.document.common
  let days = [common.updated].compactMap { $0 } + common.sources.compactMap(\.consulted)
  return Timestamp(days.max() ?? CivilDate(clampingDaysSince1970: 0))
}

extension EventWriter {
  /// How often what is said of a meeting was revised (RFC 5545, section 3.8.7.4): as often as its record says, or as its file was
  /// changed since it was made, as far as git tells; nil where nothing tells.
  ///
  /// A file of many records changes more often than each of them, and a number that rises too often does no harm: one that does not rise
  /// keeps the old day in calendars.
  func sequence(of page: PageOf<Meeting>) -> Int? {
    let changes = site.history?.files[page.document.source.path].map { $0.changeCount - 1 }
    let known = [page.fields.sequence, changes].compactMap { $0 }
    return known.max().flatMap { $0 > 0 || page.fields.sequence != nil ? $0 : nil }
  }

  /// What an event is called: calendars show its title, and many nothing of its status.
  func summary(_ title: String, _ fields: Meeting) -> String {
    switch fields.status {
    case .postponed: "\(site.words[.statusPostponed])\(site.words[.colon])\(title)"
    case .cancelled: "\(site.words[.statusCancelled])\(site.words[.colon])\(title)"
    case .planned, .tentative, .confirmed, .movedOnline: title
    }
  }

  /// One that is postponed does not take place on its day. What no source confirms is neither confirmed nor tentative; that it does
  /// not take place is said all the same, since programs that hide what is cancelled must not show the old day.
  func status(_ fields: Meeting, _ confidence: Confidence) -> ICalendar.Status? {
    switch fields.status {
    case .cancelled, .postponed: .cancelled
    case .planned, .tentative: confidence == .sourced ? .tentative : nil
    case .confirmed, .movedOnline: confidence == .sourced ? .confirmed : nil
    }
  }

  /// What is said of facts that no source confirms.
  func note(on confidence: Confidence) -> String? { site.note(on: confidence) }
}
