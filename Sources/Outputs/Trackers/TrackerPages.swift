import Content
import Linking
import Templating

extension PageComposer {
  /// Every proposal made at a meeting, by issue, with counts that add up.
  mutating func trackerPage(of meeting: Page, _ proposals: [Page]) -> ComposedPage {
    let tracked = tracked(proposals)
    let counts = ProposalCounts(tracked.map(\.state))
    var content = TrackerPage()
    content.meeting = linkView(meeting)
    content.dates = datesText(meeting)
    content.links = trackerLinks(for: meeting)
    content.countRows = countRows(counts, linked: false)
    content.filters = filters(tracked)
    content.total = String(tracked.count)
    content.isLong = tracked.count > Self.longList
    content.positionGroups = positionsByIssue(proposals, .onTracker)
    return trackerPage(
      "tracker", title: title(.trackerOf, meeting), stateNotice(of: meeting, counts), FilledView(content))
  }

  /// The script that filters holds the same number.
  private static let longList = 500

  func trackerPage(_ template: String, title: String, _ notice: NoticeView?, _ content: FilledView) -> ComposedPage {
    let head = PageHead(
      kind: template, title: title, label: words[.indexProposals], summary: words[.outcomesCaution],
      notices: notice.map { [$0] } ?? [])
    let parents = edition.menu.index(ofFolder: "proposals").map { [$0] } ?? []
    return ComposedPage(template: template, frame: plainFrame(head, parents: parents), content: content)
  }

  func title(_ word: Word, _ meeting: Page) -> String {
    words.text(word, ["meeting": meeting.shortTitle])
  }

  func datesText(_ meeting: Page) -> String {
    guard case .meeting(let fields) = meeting.document.details else { return "" }
    return edition.dates.text(from: fields.start, to: fields.end)
  }

  /// The proposals that came to one outcome, or have one form, of all meetings: a filter for those without scripts.
  mutating func narrowedPage(_ title: String, _ proposals: [Page]) -> ComposedPage {
    var content = TrackerPage()
    let part = positionsPart(proposals, .withIssue)
    content.filters = part.filters
    content.total = part.total
    content.isLong = proposals.count > Self.longList
    content.positionGroups = part.positionGroups
    return trackerPage("tracker", title: title, nil, FilledView(content))
  }

  /// All proposals, counted by what became of them, and the ways to each of them.
  mutating func proposalsPage(_ index: Menu.Index) -> ComposedPage {
    let proposals = tracked(pages(of: .proposal))
    var content = ProposalsPage()
    content.countRows = countRows(ProposalCounts(proposals.map(\.state)), linked: true)
    content.links = trackerLinks(for: nil)
    content.forms = filterLinks(proposals, "form") { edition.path("proposals/form-\($0).html") }
    content.issues = filterLinks(proposals.map(\.issue), title)
    content.actors = filterLinks(proposals.flatMap(\.proposers), title)
    content.trackedMeetings = trackedMeetings().map { meeting, proposals in
      TrackedMeetingView(
        title: meeting.document.title, address: link(to: edition.path(TrackerPath.list.path(of: meeting))),
        dates: datesText(meeting), text: sumText(proposals),
        links: trackerLinks(for: meeting).filter { $0.title != words[.tracker] })
    }
    return indexPage("proposals", index, FilledView(content))
  }

  private func filterLinks(
    _ proposals: [TrackedProposal], _ name: String, _ path: (String) -> OutputPath
  ) -> [FilterOptionLinkView] {
    (filters(proposals).first { $0.name == name }?.options ?? []).map {
      FilterOptionLinkView(title: $0.title, address: link(to: path($0.value)), count: $0.count)
    }
  }

  /// Each page once, with how often it occurs, as the place where its proposals are listed.
  private func filterLinks(_ pages: [Page], _ title: (Page) -> String) -> [FilterOptionLinkView] {
    let counts = Dictionary(grouping: pages, by: \.index).mapValues(\.count)
    return edition.order.sorted(counts.keys.map { graph.pages[$0] }).map { page in
      FilterOptionLinkView(
        title: title(page), address: link(to: page) + "#positions", count: String(counts[page.index] ?? 0))
    }
  }
}
