import CivilTime
import Content
import Linking

/// The history of a text, the oldest stage first: where it was adopted and revised, and what was proposed to change in it.
func revisionViews(of text: Page, _ fields: ResolutionFields, on site: Site, from place: Place) -> [RevisionView] {
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
  guard case .meeting(let meeting)? = stop.meeting?.document.details else { return stop.place }
  return meeting.city ?? ""
}
