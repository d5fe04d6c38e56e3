import Content
import Linking
import Templating

extension PageComposer {
  /// Every proposal made at a meeting, by issue, with counts that add up.
  mutating func trackerPage(of meeting: Page, _ proposals: [Page]) -> ComposedPage {
    let tracked = tracked(proposals)
    var content = TrackerPage()
    content.meeting = linkView(meeting)
    content.dates = datesText(meeting)
    content.links = trackerLinks(for: meeting)
    content.countRows = countRows(ProposalCounts(tracked.map(\.state)), linked: false)
    content.filters = filters(tracked)
    content.total = String(tracked.count)
    content.positionGroups = groupsByIssue(tracked)
    return trackerPage("tracker", title: title(.trackerOf, meeting), FilledView(content))
  }

  func trackerPage(_ template: String, title: String, _ content: FilledView) -> ComposedPage {
    let head = PageHead(kind: template, title: title, label: words[.indexProposals], summary: words[.outcomesCaution])
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

  private mutating func groupsByIssue(_ proposals: [TrackedProposal]) -> [PositionGroupView] {
    let groups = Dictionary(grouping: proposals) { $0.issue.index }
    return edition.order.sorted(groups.keys.map { graph.pages[$0] }).map { issue in
      var group = PositionGroupView(
        id: "issue-\(issue.document.id.name)", title: issue.document.title, address: link(to: issue))
      let members = groups[issue.index] ?? []
      let memberKeys = Dictionary(uniqueKeysWithValues: members.map { ($0.page.index, keys(of: $0)) })
      fill(&group, with: members.map(\.page)) { composer, page in
        var view = composer.positionView(page, isAtHome: false, namesIssue: false)
        view.keys = memberKeys[page.index]
        return view
      }
      return group
    }
  }

  /// The choices by which the list can be narrowed down, each with how many proposals it leaves.
  private func filters(_ proposals: [TrackedProposal]) -> [FilterView] {
    func pages(_ key: (TrackedProposal) -> [Page], _ title: (Page) -> String) -> [FilterOptionView] {
      var counts: [Int: Int] = [:]
      for page in proposals.flatMap(key) { counts[page.index, default: 0] += 1 }
      return edition.order.sorted(counts.keys.map { graph.pages[$0] }).map { page in
        FilterOptionView(value: page.document.id.name, title: title(page), count: String(counts[page.index] ?? 0))
      }
    }
    func choices<Choice: CaseIterable & Hashable & RawRepresentable<String>>(
      _ key: (TrackedProposal) -> Choice, _ word: (Choice) -> Word
    ) -> [FilterOptionView] {
      let counts = Dictionary(grouping: proposals, by: key).mapValues(\.count)
      return Choice.allCases.compactMap { choice in
        counts[choice].map { FilterOptionView(value: choice.rawValue, title: words[word(choice)], count: String($0)) }
      }
    }
    return [
      FilterView(name: "issue", title: words[.kindIssue], options: pages({ [$0.issue] }, { $0.document.title })),
      FilterView(name: "actor", title: words[.proposer], options: pages({ $0.proposers }, { $0.document.title })),
      FilterView(name: "text", title: words[.kindResolution], options: pages({ $0.texts }, { citedTitle(of: $0) })),
      FilterView(name: "form", title: words[.form], options: choices({ $0.fields.form }, { $0.word })),
      FilterView(name: "outcome", title: words[.result], options: choices({ $0.state.outcome }, { $0.word })),
    ].filter { $0.options.count > 1 }
  }

  /// The proposals that came to one outcome, or have one form, of all meetings: a filter for those without scripts.
  mutating func narrowedPage(_ title: String, _ proposals: [Page]) -> ComposedPage {
    var content = TrackerPage()
    content.total = String(proposals.count)
    content.positionGroups = positionsByMeeting(proposals, isAtHome: false, namesIssue: true)
    return trackerPage("tracker", title: title, FilledView(content))
  }

  mutating func proposalsPage(_ index: Menu.Index) -> ComposedPage {
    let proposals = tracked(pages(of: .proposal))
    var content = ProposalsPage()
    content.total = String(proposals.count)
    content.countRows = countRows(ProposalCounts(proposals.map(\.state)), linked: true)
    let byForm = Dictionary(grouping: proposals) { $0.fields.form }
    content.forms = ProposalFields.Form.allCases.compactMap { form in
      byForm[form].map {
        FilterOptionLinkView(
          title: words[form.word], address: link(to: edition.path("proposals/form-\(form.rawValue).html")), count: String($0.count))
      }
    }
    content.trackedMeetings = trackedMeetings().map { meeting, proposals in
      TrackedMeetingView(
        title: meeting.document.title, address: link(to: edition.path("proposals/\(meeting.document.id.name).html")),
        dates: datesText(meeting), count: proposalsCount(proposals.count),
        text: resultsText(ProposalCounts(tracked(proposals).map(\.state))), links: trackerLinks(for: meeting))
    }
    return indexPage("proposals", index, FilledView(content))
  }
}
