import Templating

/// A row of issues.
struct IssueView: TemplateView {
  var title = ""
  var address = ""
  var stance = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Issue",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("stance") { $0.stance },
      .text("summary") { $0.summary },
    ])
}

/// A row of resolutions.
struct ResolutionView: TemplateView {
  var title = ""
  var shortTitle = ""
  var address = ""
  var lastRevision = ""
  var topic = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Resolution",
    [
      .text("title") { $0.title },
      .text("short_title") { $0.shortTitle },
      .text("address") { $0.address },
      .text("last_revision") { $0.lastRevision },
      .text("topic") { $0.topic },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// A row of articles.
struct ArticleView: TemplateView {
  var title = ""
  var address = ""
  var label = ""
  var part = ""
  var date = ""
  var dateIso = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Article",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("label") { $0.label },
      .text("part") { $0.part },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("summary") { $0.summary },
    ])
}

/// Articles that belong together.
struct ArticleGroupView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var summary = ""
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ArticleGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
      .list("articles") { $0.articles },
    ])
}

/// An entry of the library.
struct PublicationView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var author = ""
  var publisher: LinkView?
  var type = ""
  var writtenIn = ""
  var date = ""
  var dateIso = ""
  var summary = ""
  var note = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Publication",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("author") { $0.author },
      .group("publisher") { $0.publisher },
      .text("type") { $0.type },
      .text("written_in") { $0.writtenIn },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("summary") { $0.summary },
      .text("note") { $0.note },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// A row of actors.
struct ActorView: TemplateView {
  var title = ""
  var address = ""
  var abbreviation = ""
  var type = ""
  var count = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Actor",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("abbreviation") { $0.abbreviation },
      .text("type") { $0.type },
      .text("count") { $0.count },
      .text("summary") { $0.summary },
    ])
}

/// A row of ways to take part.
struct RouteRowView: TemplateView {
  var title = ""
  var address = ""
  var forWhom = ""
  var leadTime = ""

  static let shape = ViewShape<Self>(
    "RouteRow",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
    ])
}

/// What changed on a page.
struct ChangeView: TemplateView {
  var title = ""
  var address = ""
  var date = ""
  var dateIso = ""
  var text = ""

  static let shape = ViewShape<Self>(
    "Change",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("text") { $0.text },
    ])
}

/// The series of an article, with its neighbours.
struct SeriesView: TemplateView {
  var title = ""
  var address = ""
  var part = ""
  var previous: NeighbourView?
  var next: NeighbourView?

  static let shape = ViewShape<Self>(
    "Series",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("part") { $0.part },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}
