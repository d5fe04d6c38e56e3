import Templating

/// A step of a route, with the day on which it is due for a meeting where that is known.
struct StepView: TemplateView {
  var title = ""
  var date = ""
  var dateIso = ""
  var lastDay = ""
  var rule = ""
  var basis = ""
  var note = ""
  var isPassed = false
  var isInferred = false
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Step",
    [
      .text("title") { $0.title },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("last_day") { $0.lastDay },
      .text("rule") { $0.rule },
      .text("basis") { $0.basis },
      .text("note") { $0.note },
      .flag("is_passed") { $0.isPassed },
      .flag("is_inferred") { $0.isInferred },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// A way to a meeting, with all its steps.
struct PlanRouteView: TemplateView {
  var title = ""
  var address = ""
  var forWhom = ""
  var leadTime = ""
  var cost = ""
  var isUnconfirmed = false
  var steps: [StepView] = []

  static let shape = ViewShape<Self>(
    "PlanRoute",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .text("cost") { $0.cost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("steps") { $0.steps },
    ])
}

/// What only the template `plan` has.
struct PlanPage: TemplateView {
  var meeting: LinkView?
  var deadlines: [DeadlineView] = []
  var preparation: [MeetingView] = []
  var routes: [PlanRouteView] = []

  static let shape = ViewShape<Self>(
    "PlanPage",
    [
      .group("meeting") { $0.meeting },
      .list("deadlines") { $0.deadlines },
      .list("preparation") { $0.preparation },
      .list("routes") { $0.routes },
    ])
}
