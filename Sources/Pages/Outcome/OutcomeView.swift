import Content
import Linking
import Sites
import Templating

/// What a meeting decided.
package struct OutcomeView: TemplateView {
  package var id = ""
  package var title = ""
  package var status = ""
  var resolution: LinkView?
  package var issue: LinkView?
  package var summary = ""
  var consequences = ""
  var nextSteps = ""
  package var note = ""
  var rightsImpact = ""
  /// Whether there is more to say than the decision itself.
  var tellsMore = false
  package var citations: [CitationView] = []
  package var isUnconfirmed = false

  package static let shape = ViewShape<Self>(
    "Outcome",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("status") { $0.status },
      .group("resolution") { $0.resolution },
      .group("issue") { $0.issue },
      .text("summary") { $0.summary },
      .text("consequences") { $0.consequences },
      .text("next_steps") { $0.nextSteps },
      .text("note") { $0.note },
      .text("rights_impact") { $0.rightsImpact },
      .flag("tells_more") { $0.tellsMore },
      .list("citations") { $0.citations },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// Outcomes of one meeting or on one issue.
package struct OutcomeGroupView: TemplateView {
  package var title = ""
  package var address = ""
  package var dates = ""
  package var outcomes: [OutcomeView] = []

  package init(title: String = "", address: String = "", dates: String = "", outcomes: [OutcomeView] = []) {
    self.title = title
    self.address = address
    self.dates = dates
    self.outcomes = outcomes
  }

  package static let shape = ViewShape<Self>(
    "OutcomeGroup",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .list("outcomes") { $0.outcomes },
    ])
}

extension OutcomeView {
  package init(
    _ page: PageOf<Outcome>, isAtHome: Bool, namesIssues: Bool, on site: Site, from place: Place,
    citing citations: inout Citations
  ) {
    let fields = page.fields
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
    rightsImpact = fields.rightsImpact.map { site.words.impact($0) } ?? ""
    tellsMore = !(consequences + nextSteps + note + rightsImpact).isEmpty
    self.citations = citations.cite(common.sources, from: place)
    isUnconfirmed = common.confidence != .sourced
  }
}

/// Outcomes by the meeting that decided, the newest first.
func outcomesByMeeting(
  _ outcomes: [PageOf<Outcome>], isAtHome: Bool, on site: Site, from place: Place, citing citations: inout Citations
) -> [OutcomeGroupView] {
  let groups = outcomes.grouped(by: { site.page($0.fields.meeting) })
  return groups.sorted { PageOf<Meeting>.isNewer($0.owner, $1.owner) }.map { meeting, outcomes in
    var view = OutcomeGroupView(title: meeting.document.title, address: site.link(to: meeting, from: place))
    view.dates = site.datesText(meeting)
    view.outcomes = outcomes.map {
      OutcomeView($0, isAtHome: isAtHome, namesIssues: false, on: site, from: place, citing: &citations)
    }
    return view
  }
}

/// The outcomes of one meeting, as one group without a title of its own.
package func outcomes(
  of meeting: PageOf<Meeting>, isAtHome: Bool, on site: Site, from place: Place, citing citations: inout Citations
)
  -> [OutcomeGroupView]
{
  let outcomes = site.pages(referringTo: meeting, by: Outcome.meeting)
  guard !outcomes.isEmpty else { return [] }
  return [
    OutcomeGroupView(
      outcomes: outcomes.map {
        OutcomeView($0, isAtHome: isAtHome, namesIssues: true, on: site, from: place, citing: &citations)
      })
  ]
}

extension Words {
  /// What an outcome means for people's rights: the language's own word where the record has one of four.
  fileprivate func impact(_ text: String) -> String {
    let word: Word? =
      switch text {
      case "negative": .impactNegative
      case "neutral": .impactNeutral
      case "mixed": .impactMixed
      case "positive": .impactPositive
      default: nil
      }
    return word.map { self[$0] } ?? text
  }
}
