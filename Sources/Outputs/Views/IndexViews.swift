import Templating

/// A way to take part, with what it allows.
struct RouteView: TemplateView {
  var title = ""
  var address = ""
  var forWhom = ""
  var leadTime = ""
  var attend = ""
  var speak = ""
  var vote = ""
  var seeDocuments = ""
  var cost: CostView?
  /// The answers that it suits, for the chooser's script.
  var suits = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Route",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
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

/// An entry of the glossary.
struct TermView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var abbreviation = ""
  var meaning = ""
  var category = ""
  var see: [LinkView] = []
  var backlinks: [BacklinkView] = []
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Term",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("abbreviation") { $0.abbreviation },
      .text("meaning") { $0.meaning },
      .text("category") { $0.category },
      .list("see") { $0.see },
      .list("backlinks") { $0.backlinks },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// Terms of one letter.
struct TermGroupView: TemplateView {
  var id = ""
  var title = ""
  var terms: [TermView] = []

  static let shape = ViewShape<Self>(
    "TermGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("terms") { $0.terms },
    ])
}

/// A page in the list of all pages.
struct PageEntryView: TemplateView {
  var title = ""
  var address = ""
  var label = ""

  static let shape = ViewShape<Self>(
    "PageEntry",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("label") { $0.label },
    ])
}

/// Pages of one letter.
struct PageGroupView: TemplateView {
  var id = ""
  var title = ""
  var pages: [PageEntryView] = []

  static let shape = ViewShape<Self>(
    "PageGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("pages") { $0.pages },
    ])
}
