import Content
import Linking
import Sites
import Templating

/// What only the template `proposals` has.
struct ProposalsPage: TemplateView {
  var links: [LinkView] = []
  var trackedMeetings: [TrackedMeetingView] = []
  var countRows: [CountRowView] = []
  var issues: [FilterOptionLinkView] = []
  var actors: [FilterOptionLinkView] = []
  var forms: [FilterOptionLinkView] = []

  static let shape = ViewShape<Self>(
    "ProposalsPage",
    [
      .list("links") { $0.links },
      .list("tracked_meetings") { $0.trackedMeetings },
      .list("count_rows") { $0.countRows },
      .list("issues") { $0.issues },
      .list("actors") { $0.actors },
      .list("forms") { $0.forms },
    ])
}

/// A meeting with what was proposed at it, as a row.
struct TrackedMeetingView: TemplateView {
  var title = ""
  var address = ""
  var dates = ""
  var text = ""
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "TrackedMeeting",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .text("text") { $0.text },
      .list("links") { $0.links },
    ])
}

/// A link to a narrowed list, with how much it holds.
package struct FilterOptionLinkView: TemplateView {
  package var title = ""
  package var address = ""
  package var count = ""

  package init(title: String = "", address: String = "", count: String = "") {
    self.title = title
    self.address = address
    self.count = count
  }

  package static let shape = ViewShape<Self>(
    "FilterOptionLink",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("count") { $0.count },
    ])
}

/// All proposals, counted by what became of them, and the ways to each of them.
func proposalsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<ProposalsPage> {
  let proposals = TrackedProposal.each(site.pages(of: Proposal.self), on: site)
  var content = ProposalsPage()
  content.countRows = countRows(ProposalCounts(proposals.map(\.state)), linked: true, on: site, from: place)
  content.links = trackerLinks(for: nil, on: site, from: place)
  content.forms = filterLinks(proposals, "form", on: site, from: place) { site.path("proposals/form-\($0).html") }
  content.issues = filterLinks(proposals.map(\.issue), on: site, from: place)
  content.actors = filterLinks(proposals.flatMap(\.proposers), on: site, from: place)
  content.trackedMeetings = trackedMeetings(on: site).map { meeting, proposals in
    TrackedMeetingView(
      title: meeting.document.title, address: site.link(to: site.path(TrackerPath.list.path(of: meeting)), from: place),
      dates: site.datesText(meeting), text: sumText(proposals, on: site),
      links: trackerLinks(for: meeting, on: site, from: place).filter { $0.title != site.words[.tracker] })
  }
  return indexPage("proposals", index, Filled(content), on: site, from: place)
}

private func filterLinks(
  _ proposals: [TrackedProposal], _ name: String, on site: Site, from place: Place, _ path: (String) -> OutputPath
) -> [FilterOptionLinkView] {
  (FilterView.each(for: proposals, on: site).first { $0.name == name }?.options ?? []).map {
    FilterOptionLinkView(title: $0.title, address: site.link(to: path($0.value), from: place), count: $0.count)
  }
}

/// Each page once, with how often it occurs, as the place where its proposals are listed.
private func filterLinks(_ pages: [some SomePage], on site: Site, from place: Place) -> [FilterOptionLinkView] {
  let counts = Dictionary(grouping: pages, by: \.index).mapValues(\.count)
  return site.lists.order.sorted(pages.eachOnce).map { page in
    FilterOptionLinkView(
      title: site.title(of: page), address: site.link(to: page, from: place) + "#positions",
      count: String(counts[page.index] ?? 0))
  }
}
