import Content
import Linking
import Sites
import Templating

/// A way to take part, with what it allows.
package struct RouteView: TemplateView {
  package var title = ""
  package var address = ""
  /// Of the title, where that is not the site's own.
  package var foreignLanguage = ""
  var forWhom = ""
  var leadTime = ""
  package var attend = ""
  var speak = ""
  var vote = ""
  var seeDocuments = ""
  var cost: CostView?
  /// The answers that it suits, for the chooser's script.
  var suits = ""
  package var isUnconfirmed = false

  package static let shape = ViewShape<Self>(
    "Route",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .text("attend") { $0.attend },
      .text("speak") { $0.speak },
      .text("vote") { $0.vote },
      .text("see_documents") { $0.seeDocuments },
      .group("cost") { $0.cost },
      .text("suits") { $0.suits },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

extension RouteView {
  package init(_ page: PageOf<Route>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), forWhom: fields.audience ?? "",
      leadTime: fields.leadTime ?? "", attend: fields.rights.attend ?? "", speak: fields.rights.speak ?? "",
      vote: fields.rights.vote ?? "", seeDocuments: fields.rights.documents ?? "",
      cost: fields.cost.map { CostView($0, citations: [], on: site) }, suits: suitedAnswers(fields, on: site),
      isUnconfirmed: page.document.common.confidence.isUnconfirmed)
  }
}

/// A route in a table that compares costs, each with its sources.
extension RouteView {
  package init(compared page: PageOf<Route>, on site: Site, from place: Place, citing citations: inout Citations) {
    self.init(page, on: site, from: place)
    let fields = page.fields
    guard let cost = fields.cost else { return }
    self.cost = CostView(cost, citations: citations.cite(cost.sources, from: place), on: site)
  }
}

/// What something costs, since when, and who says so.
struct CostView: TemplateView {
  var text = ""
  var asOf = ""
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Cost",
    [
      .text("text") { $0.text },
      .text("as_of") { $0.asOf },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

extension CostView {
  init(_ cost: Route.Cost, citations: [CitationView], on site: Site) {
    self.init(
      text: cost.text, asOf: site.dates.text(cost.asOf), isUnconfirmed: cost.confidence.isUnconfirmed,
      citations: citations)
  }
}

/// The answers that a route suits, and all answers of the questions that make no difference to it.
func suitedAnswers(_ fields: Route, on site: Site) -> String {
  site.graph.hub.questions.flatMap { question in
    question.answers.filter { fields.suits($0, to: question) }.map(\.id)
  }.joined(separator: " ")
}
