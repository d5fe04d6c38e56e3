import Content
import Linking
import Sites
import Templating

/// A dated entry in the history of an issue.
struct TimelineEntryView: TemplateView {
  var dates = ""
  var title = ""
  var address = ""
  var status = ""
  /// How many proposals there were, and what they came to.
  var proposals = ""
  var text = ""
  var adopted: [ResolutionView] = []
  var revised: [ResolutionView] = []
  var isNext = false
  var isUnderWay = false
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "TimelineEntry",
    [
      .text("dates") { $0.dates },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("status") { $0.status },
      .text("proposals") { $0.proposals },
      .text("text") { $0.text },
      .list("adopted") { $0.adopted },
      .list("revised") { $0.revised },
      .flag("is_next") { $0.isNext },
      .flag("is_under_way") { $0.isUnderWay },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

func timelineViews(of stops: [TimelineStop], on site: Site, from place: Place, citing citations: inout Citations)
  -> [TimelineEntryView]
{
  let next = nextStop(in: stops, on: site)
  return stops.enumerated().map { index, stop in
    var view = TimelineEntryView(of: stop, on: site, from: place)
    view.proposals = sumText(ProposalCounts(stop.proposals), on: site)
    view.text = site.words.joined(
      stop.outcomes.map { site.words.text($0.document.title, withNote: site.words[$0.fields.status.word]) },
      by: .semicolon)
    view.adopted = stop.stages.filter(\.isAdoption).map { ResolutionView($0, on: site, from: place) }
    view.revised = stop.stages.filter { !$0.isAdoption }.map { ResolutionView($0, on: site, from: place) }
    view.isUnconfirmed = view.isUnconfirmed || stop.outcomes.contains { $0.document.common.confidence.isUnconfirmed }
    view.isNext = index == next
    view.citations = stop.outcomes.flatMap { citations.cite($0.document.common.sources, from: place) }
    return view
  }
}

extension TimelineEntryView {
  fileprivate init(of stop: TimelineStop, on site: Site, from place: Place) {
    guard let meeting = stop.meeting else {
      self.init(dates: stop.year.map(String.init) ?? "", title: stop.place)
      return
    }
    let fields = meeting.fields
    let state = MeetingState(fields, by: site.clock)
    self.init()
    dates = site.datesText(fields)
    title = meeting.document.title
    address = site.link(to: meeting, from: place)
    status = state == .closed ? "" : site.words[state.word]
    isUnderWay = state == .underWay
    isUnconfirmed = meeting.document.common.confidence.isUnconfirmed
  }
}

extension ResolutionView {
  fileprivate init(_ stage: TimelineStop.Stage, on site: Site, from place: Place) {
    self.init(
      title: stage.text.document.title, shortTitle: site.citedTitle(of: stage.text),
      address: site.link(to: stage.text, from: place),
      isUnconfirmed: stage.isUnconfirmed)
  }
}
