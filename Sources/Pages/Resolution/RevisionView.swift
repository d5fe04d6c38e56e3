import CivilTime
import Content
import Linking
import Sites
import Templating

/// A stage in the history of a text: it was adopted, revised, or proposals touched it.
struct RevisionView: TemplateView {
  var year = ""
  var text = ""
  var place = ""
  var meeting: LinkView?
  var isUnconfirmed = false
  /// What was proposed there, with what it came to, and where it is listed.
  var proposals: LinkView?

  static let shape = ViewShape<Self>(
    "Revision",
    [
      .text("year") { $0.year },
      .text("text") { $0.text },
      .text("place") { $0.place },
      .group("meeting") { $0.meeting },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .group("proposals") { $0.proposals },
    ])
}

/// The history of a text, the oldest stage first: where it was adopted and revised, and what was proposed to change in it.
func revisionViews(of text: PageOf<Resolution>, _ fields: Resolution, on site: Site, from place: Place)
  -> [RevisionView]
{
  timelineStops(ofText: text, fields, on: site).map { stop in
    var view = RevisionView(year: year(of: stop))
    if let stage = stop.stages.first {
      view.text = site.words[stage.isAdoption ? .adoptedAt : .revisedAt]
      view.place = city(of: stop)
      view.isUnconfirmed = stage.isUnconfirmed
    }
    guard let meeting = stop.meeting else { return view }
    view.meeting = LinkView(meeting, isShort: true, on: site, from: place)
    if !stop.proposals.isEmpty {
      view.proposals = LinkView(
        title: sumText(ProposalCounts(stop.proposals), on: site), address: "#" + PositionGroupView.anchor(of: meeting))
    }
    return view
  }
}

private func year(of stop: TimelineStop) -> String {
  (stop.year ?? stop.day?.year).map(String.init) ?? ""
}

private func city(of stop: TimelineStop) -> String {
  guard let meeting = stop.meeting else { return stop.place }
  return meeting.fields.city ?? ""
}
