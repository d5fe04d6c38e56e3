import Templating

/// What only the template `route` has.
struct RoutePage: TemplateView {
  var forWhom = ""
  var leadTime = ""
  var cost = ""
  var attend = ""
  var speak = ""
  var vote = ""
  var seeDocuments = ""
  var isUnconfirmed = false
  var steps: [StepView] = []
  var pros: [String] = []
  var cons: [String] = []
  var pastTopics: [String] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "RoutePage",
    [
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .text("cost") { $0.cost },
      .text("attend") { $0.attend },
      .text("speak") { $0.speak },
      .text("vote") { $0.vote },
      .text("see_documents") { $0.seeDocuments },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("steps") { $0.steps },
      .texts("pros") { $0.pros },
      .texts("cons") { $0.cons },
      .texts("past_topics") { $0.pastTopics },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `routes` has.
struct RoutesPage: TemplateView {
  var routes: [RouteView] = []

  static let shape = ViewShape<Self>(
    "RoutesPage",
    [
      .list("routes") { $0.routes }
    ])
}

/// What only the template `library` has.
struct LibraryPage: TemplateView {
  var jumps: [LinkView] = []
  var publicationGroups: [PublicationGroupView] = []
  var publicationTypes: [PublicationTypeView] = []

  static let shape = ViewShape<Self>(
    "LibraryPage",
    [
      .list("jumps") { $0.jumps },
      .list("publication_groups") { $0.publicationGroups },
      .list("publication_types") { $0.publicationTypes },
    ])
}

/// What only the template `glossary` has.
struct GlossaryPage: TemplateView {
  var jumps: [LinkView] = []
  var termGroups: [TermGroupView] = []

  static let shape = ViewShape<Self>(
    "GlossaryPage",
    [
      .list("jumps") { $0.jumps },
      .list("term_groups") { $0.termGroups },
    ])
}

/// What only the template `all-pages` has.
struct AllPagesPage: TemplateView {
  var jumps: [LinkView] = []
  var pageGroups: [PageGroupView] = []

  static let shape = ViewShape<Self>(
    "AllPagesPage",
    [
      .list("jumps") { $0.jumps },
      .list("page_groups") { $0.pageGroups },
    ])
}

/// What only the template `not-found` has.
struct NotFoundPage: TemplateView {
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "NotFoundPage",
    [
      .list("links") { $0.links }
    ])
}

/// What only the template `redirect` has.
struct RedirectPage: TemplateView {
  var language = ""
  var direction = ""
  var root = ""
  var canonicalAddress = ""
  var target: LinkView?

  static let shape = ViewShape<Self>(
    "RedirectPage",
    [
      .text("language") { $0.language },
      .text("direction") { $0.direction },
      .text("root") { $0.root },
      .text("canonical_address") { $0.canonicalAddress },
      .group("target") { $0.target },
    ])
}
