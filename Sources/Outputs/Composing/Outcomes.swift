import Content
import Linking

extension PageComposer {
  mutating func outcomeView(_ page: Page, isAtHome: Bool, namesIssues: Bool) -> OutcomeView {
    guard case .outcome(let fields) = page.document.details else { return OutcomeView() }
    let common = page.document.common
    var view = OutcomeView()
    view.id = isAtHome ? page.anchor : ""
    view.title = page.document.title
    view.status = words[fields.status.word]
    view.resolution = fields.resolution.flatMap(self.page).map {
      LinkView(title: citedTitle(of: $0), address: link(to: $0))
    }
    if namesIssues { view.issue = linkView(common.issues.first) }
    view.summary = common.summary ?? ""
    view.consequences = fields.consequences ?? ""
    view.nextSteps = fields.nextSteps ?? ""
    view.note = common.note ?? ""
    view.rightsImpact = fields.rightsImpact ?? ""
    view.citations = cite(common.sources)
    view.isUnconfirmed = common.confidence != .sourced
    return view
  }

  /// Outcomes by the meeting that decided, the newest first.
  mutating func outcomesByMeeting(_ outcomes: [Page], isAtHome: Bool) -> [OutcomeGroupView] {
    var groups: [Int: [Page]] = [:]
    for outcome in outcomes {
      guard case .outcome(let fields) = outcome.document.details, let meeting = page(fields.meeting) else { continue }
      groups[meeting.index, default: []].append(outcome)
    }
    let meetings = groups.keys.map { graph.pages[$0] }.sorted(by: Self.isNewerMeeting)
    return meetings.map { meeting in
      var view = OutcomeGroupView(title: meeting.document.title, address: link(to: meeting))
      if case .meeting(let fields) = meeting.document.details {
        view.dates = edition.dates.text(from: fields.start, to: fields.end)
      }
      view.outcomes = (groups[meeting.index] ?? []).map { outcomeView($0, isAtHome: isAtHome, namesIssues: false) }
      return view
    }
  }

  /// The outcomes of one meeting, as one group without a title of its own.
  mutating func outcomes(of meeting: Page, isAtHome: Bool) -> [OutcomeGroupView] {
    let outcomes = pages(of: .outcome, referringTo: meeting, by: "meeting")
    guard !outcomes.isEmpty else { return [] }
    return [OutcomeGroupView(outcomes: outcomes.map { outcomeView($0, isAtHome: isAtHome, namesIssues: true) })]
  }
}
