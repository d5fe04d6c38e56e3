import Content
import Linking
import OutputFiles
import Sites
import Templating

/// What only the template `tracker` has.
struct TrackerPage: TemplateView {
  var meeting: LinkView?
  var dates = ""
  var links: [LinkView] = []
  var countRows: [CountRowView] = []
  var filters: [FilterView] = []
  var total = ""
  /// Whether there are so many positions that only those in sight should be laid out.
  var isLong = false
  var positionGroups: [PositionGroupView] = []

  static let shape = ViewShape<Self>(
    "TrackerPage",
    [
      .group("meeting") { $0.meeting },
      .text("dates") { $0.dates },
      .list("links") { $0.links },
      .list("count_rows") { $0.countRows },
      .list("filters") { $0.filters },
      .text("total") { $0.total },
      .flag("is_long") { $0.isLong },
      .list("position_groups") { $0.positionGroups },
    ])
}

/// For each meeting with proposals its tracker and matrices, the matrices of all meetings, and lists by outcome and by form.
package func trackerPages(in table: inout TemplateTable) -> FilePlanner {
  let tracker = PageMaker("tracker", trackerPage).writer(in: &table)
  let narrowed = PageMaker("tracker", narrowedPage).writer(in: &table)
  let matrix = PageMaker("matrix", matrixPage).writer(in: &table)
  return { site in
    let all = site.graph.pages(of: Proposal.self)
    guard !all.isEmpty else { return [] }
    let meetings = trackedMeetings(on: site).flatMap { meeting, proposals in
      [tracker.file(about: (meeting, proposals), at: site.path(TrackerPath.list.path(of: meeting)), on: site)]
        + matrices(of: meeting, proposals, matrix, site)
    }
    return meetings + matrices(of: nil, all, matrix, site) + narrowedLists(of: all, narrowed, site)
  }
}

/// The proposals of all meetings by what became of them and by their form.
private func narrowedLists(
  of all: [PageOf<Proposal>], _ page: PageWriter<NarrowedList>, _ site: Site
) -> [OutputFile] {
  let proposals = TrackedProposal.each(all, on: site)
  let byOutcome = Dictionary(grouping: proposals) { $0.state.outcome }.mapValues { $0.map(\.page) }
  let byForm = Dictionary(grouping: proposals) { $0.fields.form }.mapValues { $0.map(\.page) }
  let narrowed =
    Proposal.ProposalOutcome.allCases.map { ("outcome-\($0.rawValue)", $0.word, byOutcome[$0]) }
    + Proposal.Form.allCases.map { ("form-\($0.rawValue)", $0.word, byForm[$0]) }
  return narrowed.compactMap { name, word, proposals in
    proposals.map { page.file(about: (word, $0), at: site.path("proposals/\(name).html"), on: site) }
  }
}

private func matrices(
  of meeting: PageOf<Meeting>?, _ proposals: [PageOf<Proposal>], _ page: PageWriter<MatrixSubject>, _ site: Site
) -> [OutputFile] {
  [(TrackerPath.matrix, MatrixRows.issues), (.texts, .texts)].map { kind, rows in
    page.file(about: (meeting, proposals, rows), at: site.path(kind.path(of: meeting)), on: site)
  }
}

/// What a tracker tells of.
typealias TrackedMeeting = (meeting: PageOf<Meeting>, proposals: [PageOf<Proposal>])

/// The proposals that have an outcome or a form in common, which the word names.
typealias NarrowedList = (word: Word, proposals: [PageOf<Proposal>])

/// Every proposal made at a meeting, by issue, with counts that add up.
func trackerPage(_ subject: TrackedMeeting, on site: Site, from place: Place) -> FinishedPage<TrackerPage> {
  let (meeting, proposals) = subject
  var citations = Citations()
  let tracked = TrackedProposal.each(proposals, on: site)
  let counts = ProposalCounts(tracked.map(\.state))
  var content = TrackerPage()
  content.meeting = LinkView(meeting, on: site, from: place)
  content.dates = site.datesText(meeting)
  content.links = trackerLinks(for: meeting, on: site, from: place)
  content.countRows = countRows(counts, linked: false, on: site, from: place)
  content.filters = FilterView.each(for: tracked, on: site)
  content.total = String(tracked.count)
  content.isLong = tracked.count > longList
  content.positionGroups = positionsByIssue(proposals, .onTracker, on: site, from: place, citing: &citations)
  let head = trackerHead(
    "tracker", title: meetingTitle(.trackerOf, meeting, on: site), NoticeView(of: meeting, counts, on: site), on: site)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The script that filters holds the same number.
private let longList = 500

func trackerHead(_ kind: String, title: String, _ notice: NoticeView?, on site: Site) -> PageHead {
  PageHead(
    kind: kind, title: title, label: site.words[.indexProposals], summary: site.words[.outcomesCaution],
    notices: notice.map { [$0] } ?? [], parents: site.menu.parents("proposals"))
}

package func meetingTitle(_ word: Word, _ meeting: PageOf<Meeting>, on site: Site) -> String {
  site.words.text(word, ["meeting": meeting.shortTitle])
}

/// The proposals that came to one outcome, or have one form, of all meetings: a filter for those without scripts.
func narrowedPage(_ list: NarrowedList, on site: Site, from place: Place) -> FinishedPage<TrackerPage> {
  let (word, proposals) = list
  let title = site.words.text(.proposalsThat, ["what": site.words[word]])
  var citations = Citations()
  var content = TrackerPage()
  let part = PositionsPartView(proposals, .withIssue, on: site, from: place, citing: &citations)
  content.filters = part.filters
  content.total = part.total
  content.isLong = proposals.count > longList
  content.positionGroups = part.positionGroups
  return FinishedPage(
    Filled(content), head: trackerHead("tracker", title: title, nil, on: site),
    restingOn: citations)
}
