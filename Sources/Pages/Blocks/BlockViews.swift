import Templating

/// What the derived block `positions` shows.
package struct PositionsBlock: TemplateView {
  package var positionGroups: [PositionGroupView] = []

  package init(positionGroups: [PositionGroupView] = []) {
    self.positionGroups = positionGroups
  }

  package static let shape = ViewShape<Self>(
    "PositionsBlock",
    [
      .list("position_groups") { $0.positionGroups }
    ])
}

/// What the derived block `meeting` shows.
struct MeetingBlock: TemplateView {
  var meeting: MeetingView?

  static let shape = ViewShape<Self>(
    "MeetingBlock",
    [
      .group("meeting") { $0.meeting }
    ])
}

/// What the derived block `outcomes` shows.
package struct OutcomesBlock: TemplateView {
  package var outcomeGroups: [OutcomeGroupView] = []

  package init(outcomeGroups: [OutcomeGroupView] = []) {
    self.outcomeGroups = outcomeGroups
  }

  package static let shape = ViewShape<Self>(
    "OutcomesBlock",
    [
      .list("outcome_groups") { $0.outcomeGroups }
    ])
}

/// What the derived block `deadlines` shows.
package struct DeadlinesBlock: TemplateView {
  package var deadlines: [DeadlineView] = []

  package init(deadlines: [DeadlineView] = []) {
    self.deadlines = deadlines
  }

  package static let shape = ViewShape<Self>(
    "DeadlinesBlock",
    [
      .list("deadlines") { $0.deadlines }
    ])
}

/// What the derived block `timeline` shows.
struct TimelineBlock: TemplateView {
  var timeline: [TimelineEntryView] = []
  var drawing: DrawingView?

  static let shape = ViewShape<Self>(
    "TimelineBlock",
    [
      .list("timeline") { $0.timeline },
      .group("drawing") { $0.drawing },
    ])
}

/// What the derived block `routes` shows.
package struct RoutesBlock: TemplateView {
  package var routes: [RouteView] = []

  package init(routes: [RouteView] = []) {
    self.routes = routes
  }

  package static let shape = ViewShape<Self>(
    "RoutesBlock",
    [
      .list("routes") { $0.routes }
    ])
}

/// What the derived block `resolutions` shows.
package struct ResolutionsBlock: TemplateView {
  package var resolutions: [ResolutionView] = []

  package init(resolutions: [ResolutionView] = []) {
    self.resolutions = resolutions
  }

  package static let shape = ViewShape<Self>(
    "ResolutionsBlock",
    [
      .list("resolutions") { $0.resolutions }
    ])
}

/// What the derived block `elections` shows.
package struct ElectionsBlock: TemplateView {
  package var elections: [ElectionView] = []

  package init(elections: [ElectionView] = []) {
    self.elections = elections
  }

  package static let shape = ViewShape<Self>(
    "ElectionsBlock",
    [
      .list("elections") { $0.elections }
    ])
}

/// What the derived block `programme` shows.
package struct ProgrammeBlock: TemplateView {
  package var programmeDays: [ProgrammeDayView] = []

  package init(programmeDays: [ProgrammeDayView] = []) {
    self.programmeDays = programmeDays
  }

  package static let shape = ViewShape<Self>(
    "ProgrammeBlock",
    [
      .list("programme_days") { $0.programmeDays }
    ])
}

/// What the derived block `issues` shows.
struct IssuesBlock: TemplateView {
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "IssuesBlock",
    [
      .list("issues") { $0.issues }
    ])
}

/// What the derived block `forum-map` shows.
struct ForumMapBlock: TemplateView {
  var forum: DrawingView?
  /// The page that lists all bodies: too long a list for a text that shows the map.
  var listAddress = ""

  static let shape = ViewShape<Self>(
    "ForumMapBlock",
    [
      .group("forum") { $0.forum },
      .text("list_address") { $0.listAddress },
    ])
}

/// What the derived block `countries` shows.
struct CountriesBlock: TemplateView {
  var letterGroups: [CountryGroupView] = []

  static let shape = ViewShape<Self>(
    "CountriesBlock",
    [
      .list("letter_groups") { $0.letterGroups }
    ])
}

/// What the derived block `library` shows.
struct LibraryBlock: TemplateView {
  var publications: [PublicationView] = []

  static let shape = ViewShape<Self>(
    "LibraryBlock",
    [
      .list("publications") { $0.publications }
    ])
}

/// What the derived block `articles` shows.
struct ArticlesBlock: TemplateView {
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ArticlesBlock",
    [
      .list("articles") { $0.articles }
    ])
}
