import CivilTime
import Content
import Linking
import Sites

/// Where an issue came up in time: a meeting, or a place and a year in which one of its texts was revised.
struct TimelineStop {
  var meeting: PageOf<Meeting>?
  var place = ""
  var year: Int?
  var proposals: [ProposalState] = []
  var outcomes: [PageOf<Outcome>] = []
  var stages: [Stage] = []

  /// A resolution as it came out of the meeting.
  struct Stage {
    let text: PageOf<Resolution>
    let isAdoption: Bool
    let isUnconfirmed: Bool
  }

  /// The middle of a meeting, or of a year where no more is known.
  var day: CivilDate? {
    guard let meeting else { return year.flatMap { CivilDate(year: $0, month: 7, day: 1) } }
    let fields = meeting.fields
    guard let start = fields.start ?? fields.end else {
      return nil
    }
    let last = (fields.end ?? start).lastDay
    return start.firstDay.adding(days: start.firstDay.days(until: last) / 2)
  }
}

/// The meetings at which an issue came up, in order of time; those without a date come last.
func timelineStops(of issue: PageOf<Issue>, on site: Site) -> [TimelineStop] {
  var stops = TimelineStops()
  for reference in issue.document.common.meetings {
    if let meeting = site.page(reference) { stops.add(at: meeting) { _ in } }
  }
  for page in site.graph.pages(referringTo: issue, by: Proposal.issue) {
    guard let meeting = site.page(page.fields.meeting) else { continue }
    stops.add(at: meeting) { $0.proposals.append(ProposalState(page.fields)) }
  }
  for page in site.graph.pages(of: Outcome.self, referringTo: issue, by: CommonFields.issues) {
    guard let meeting = site.page(page.fields.meeting) else { continue }
    stops.add(at: meeting) { $0.outcomes.append(page) }
  }
  for (text, isUnconfirmed) in texts(of: issue, on: site) {
    let fields = text.fields
    for revision in fields.revisions {
      add(revision, of: text, fields, isUnconfirmed: isUnconfirmed, to: &stops, on: site)
    }
  }
  return stops.inOrder
}

/// The meetings at which a text was adopted or revised, or proposals touched it, in order of time.
func timelineStops(ofText text: PageOf<Resolution>, _ fields: Resolution, on site: Site) -> [TimelineStop] {
  var stops = TimelineStops()
  for page in site.pages(referringTo: text, by: Proposal.touches) {
    let proposal = page.fields
    guard let meeting = site.page(proposal.meeting) else {
      continue
    }
    stops.add(at: meeting) { $0.proposals.append(ProposalState(proposal)) }
  }
  for revision in fields.revisions { add(revision, of: text, fields, isUnconfirmed: false, to: &stops, on: site) }
  return stops.inOrder
}

private func add(
  _ revision: Resolution.Revision, of text: PageOf<Resolution>, _ fields: Resolution, isUnconfirmed: Bool,
  to stops: inout TimelineStops, on site: Site
) {
  let stage = TimelineStop.Stage(
    text: text, isAdoption: revision.isAdoption, isUnconfirmed: isUnconfirmed || revision.confidence != .sourced)
  if let meeting = meeting(of: revision, of: fields, on: site) {
    stops.add(at: meeting) { $0.stages.append(stage) }
  } else {
    stops.add(in: revision.year, place: revision.place ?? "") { $0.stages.append(stage) }
  }
}

/// The texts that deal with an issue, and whether it is unconfirmed that they do.
package func texts(of issue: PageOf<Issue>, on site: Site) -> [(text: PageOf<Resolution>, isUnconfirmed: Bool)] {
  let fields = issue.fields
  var seen: Set<Int> = []
  let texts =
    fields.resolutions.compactMap(site.page).map { ($0, false) }
    + fields.unconfirmedResolutions.compactMap(site.page).map { ($0, true) }
  return texts.filter { seen.insert($0.0.index).inserted }
}

/// The meeting of a text's body in the year and the city of a revision; nil where none is sure to be meant.
private func meeting(of revision: Resolution.Revision, of text: Resolution, on site: Site) -> PageOf<Meeting>? {
  guard let organ = site.page(text.organ), let place = revision.place else { return nil }
  let meeting = site.graph.pages(referringTo: organ, by: Meeting.organ).first {
    $0.fields.start?.year == revision.year && $0.fields.city == place
  }
  return meeting.map { site.graph.version(of: $0, in: site.language.code) }
}

/// The first meeting to come or under way.
func nextStop(in stops: [TimelineStop], on site: Site) -> Int? {
  stops.firstIndex { stop in
    guard let meeting = stop.meeting else { return false }
    return MeetingState(meeting.fields, by: site.clock).isCurrent
  }
}

/// Stops while they are gathered, one for each meeting, or for each year and place.
private struct TimelineStops {
  private var stops: [TimelineStop] = []
  private var byMeeting: [Int: Int] = [:]
  private var byPlace: [String: Int] = [:]

  mutating func add(at meeting: PageOf<Meeting>, _ change: (inout TimelineStop) -> Void) {
    let index = byMeeting[meeting.index] ?? stops.count
    if index == stops.count {
      byMeeting[meeting.index] = index
      stops.append(TimelineStop(meeting: meeting))
    }
    change(&stops[index])
  }

  mutating func add(in year: Int, place: String, _ change: (inout TimelineStop) -> Void) {
    let key = "\(year) \(place)"
    let index = byPlace[key] ?? stops.count
    if index == stops.count {
      byPlace[key] = index
      stops.append(TimelineStop(place: place, year: year))
    }
    change(&stops[index])
  }

  var inOrder: [TimelineStop] {
    stops.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.day ?? .last, first.meeting?.index ?? .max, left.offset)
        < (second.day ?? .last, second.meeting?.index ?? .max, right.offset)
    }.map(\.element)
  }
}
