import Content
import Linking

extension OutcomeView {
  init(
    _ page: Page, isAtHome: Bool, namesIssues: Bool, on site: Site, from place: Place, citing citations: inout Citations
  ) {
    guard case .outcome(let fields) = page.document.details else {
      self.init()
      return
    }
    let common = page.document.common
    self.init()
    id = isAtHome ? page.anchor : ""
    title = page.document.title
    status = site.words[fields.status.word]
    resolution = fields.resolution.flatMap(site.page).map {
      LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place))
    }
    if namesIssues { issue = LinkView(common.issues.first, on: site, from: place) }
    summary = common.summary ?? ""
    consequences = fields.consequences ?? ""
    nextSteps = fields.nextSteps ?? ""
    note = common.note ?? ""
    rightsImpact = fields.rightsImpact ?? ""
    self.citations = citations.cite(common.sources, from: place)
    isUnconfirmed = common.confidence != .sourced
  }
}

/// Outcomes by the meeting that decided, the newest first.
func outcomesByMeeting(
  _ outcomes: [Page], isAtHome: Bool, on site: Site, from place: Place, citing citations: inout Citations
) -> [OutcomeGroupView] {
  var groups: [Int: [Page]] = [:]
  for outcome in outcomes {
    guard case .outcome(let fields) = outcome.document.details, let meeting = site.page(fields.meeting) else {
      continue
    }
    groups[meeting.index, default: []].append(outcome)
  }
  let meetings = groups.keys.map { site.graph.pages[$0] }.sorted(by: isNewerMeeting)
  return meetings.map { meeting in
    var view = OutcomeGroupView(title: meeting.document.title, address: site.link(to: meeting, from: place))
    if case .meeting(let fields) = meeting.document.details {
      view.dates = site.dates.text(from: fields.start, to: fields.end)
    }
    view.outcomes = (groups[meeting.index] ?? []).map {
      OutcomeView($0, isAtHome: isAtHome, namesIssues: false, on: site, from: place, citing: &citations)
    }
    return view
  }
}

/// The outcomes of one meeting, as one group without a title of its own.
func outcomes(of meeting: Page, isAtHome: Bool, on site: Site, from place: Place, citing citations: inout Citations)
  -> [OutcomeGroupView]
{
  let outcomes = site.pages(of: .outcome, referringTo: meeting, by: "meeting")
  guard !outcomes.isEmpty else { return [] }
  return [
    OutcomeGroupView(
      outcomes: outcomes.map {
        OutcomeView($0, isAtHome: isAtHome, namesIssues: true, on: site, from: place, citing: &citations)
      })
  ]
}
