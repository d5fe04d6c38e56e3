import Templating

/// What only the template `meeting` has.
struct MeetingPage: TemplateView {
  var deadlines: [DeadlineView] = []
  /// The page with all that has to be done by when, to print.
  var plan: LinkView?
  var preparation: [MeetingView] = []
  var connected: [MeetingView] = []
  var invitation = ""
  var routes: [RouteView] = []
  var programmeDays: [ProgrammeDayView] = []
  var meetings: [MeetingView] = []
  var positionsText = ""
  var trackers: [LinkView] = []
  var positionGroups: [PositionGroupView] = []
  var actors: [ActorView] = []
  var outcomeGroups: [OutcomeGroupView] = []
  var elections: [ElectionView] = []
  var articleGroups: [ArticleGroupView] = []
  var publications: [PublicationView] = []
  var documents: [LinkView] = []
  var showsNeighbours = false
  /// The month or year of the calendar.
  var calendar: LinkView?
  var partOf: NeighbourView?
  var previous: NeighbourView?
  var next: NeighbourView?

  static let shape = ViewShape<Self>(
    "MeetingPage",
    [
      .list("deadlines") { $0.deadlines },
      .group("plan") { $0.plan },
      .list("preparation") { $0.preparation },
      .list("connected") { $0.connected },
      .text("invitation") { $0.invitation },
      .list("routes") { $0.routes },
      .list("programme_days") { $0.programmeDays },
      .list("meetings") { $0.meetings },
      .text("positions_text") { $0.positionsText },
      .list("trackers") { $0.trackers },
      .list("position_groups") { $0.positionGroups },
      .list("actors") { $0.actors },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("elections") { $0.elections },
      .list("article_groups") { $0.articleGroups },
      .list("publications") { $0.publications },
      .list("documents") { $0.documents },
      .flag("shows_neighbours") { $0.showsNeighbours },
      .group("calendar") { $0.calendar },
      .group("part_of") { $0.partOf },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}

/// What only the template `meetings` has.
struct MeetingsPage: TemplateView {
  var calendars: [CalendarLinkView] = []
  var jumps: [LinkView] = []
  var meetingGroups: [MeetingGroupView] = []

  static let shape = ViewShape<Self>(
    "MeetingsPage",
    [
      .list("calendars") { $0.calendars },
      .list("jumps") { $0.jumps },
      .list("meeting_groups") { $0.meetingGroups },
    ])
}
