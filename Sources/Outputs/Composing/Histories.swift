import CivilTime
import Content
import Linking

extension PageComposer {
  /// The meetings at which an issue came up, in order of time, with what was asked and decided at each.
  mutating func timelineViews(of issue: Page) -> [TimelineEntryView] {
    var seen: Set<Int> = []
    let named = issue.document.common.meetings.compactMap(page)
    let proposed = graph.pages(of: .proposal, referringTo: issue, by: "issue").compactMap { page -> Page? in
      guard case .proposal(let fields) = page.document.details else { return nil }
      return self.page(fields.meeting)
    }
    let decided = graph.pages(of: .outcome, referringTo: issue, by: "issues")
    let deciding = decided.compactMap { page -> Page? in
      guard case .outcome(let fields) = page.document.details else { return nil }
      return self.page(fields.meeting)
    }
    let meetings = (named + proposed + deciding).filter { seen.insert($0.index).inserted }
      .sorted { Self.isNewerMeeting($1, $0) }
    return meetings.map { meeting in
      timelineView(of: meeting, outcomes: decided.filter { decidedAt($0, meeting) })
    }
  }

  private func decidedAt(_ outcome: Page, _ meeting: Page) -> Bool {
    guard case .outcome(let fields) = outcome.document.details else { return false }
    return page(fields.meeting)?.index == meeting.index
  }

  private mutating func timelineView(of meeting: Page, outcomes: [Page]) -> TimelineEntryView {
    guard case .meeting(let fields) = meeting.document.details else { return TimelineEntryView() }
    let state = MeetingState(fields, on: edition.today)
    var view = TimelineEntryView()
    view.dates = edition.dates.text(from: fields.start, to: fields.end)
    view.title = meeting.document.title
    view.address = link(to: meeting)
    view.status = state == .closed ? "" : words[state.word]
    view.text = outcomes.map { outcome in
      guard case .outcome(let fields) = outcome.document.details else { return "" }
      return "\(outcome.document.title) (\(words[fields.status.word]))"
    }.joined(separator: "; ")
    view.isUnderWay = state == .underWay
    view.isUnconfirmed = meeting.document.common.confidence == .memory
    view.citations = outcomes.flatMap { cite($0.document.common.sources) }
    return view
  }

  /// The bodies below one, with those below them; nil is the top.
  func bodyTree(below parent: Page?) -> [BodyView] {
    let children: [Page]
    if let parent {
      children = graph.pages(of: .body, referringTo: parent, by: "parent")
    } else {
      children = graph.pages(of: .body).filter { page in
        guard case .body(let fields) = page.document.details else { return false }
        return fields.parent == nil
      }
    }
    return children.map { page in
      var view = bodyView(page)
      view.bodies = bodyTree(below: page)
      return view
    }
  }

  func bodyView(_ page: Page) -> BodyView {
    guard case .body(let fields) = page.document.details else { return BodyView() }
    return BodyView(
      title: page.document.title, address: link(to: page), abbreviation: fields.abbreviation ?? "",
      openness: fields.openness.map { words[$0.word] } ?? "", meets: fields.meets ?? "")
  }

  func countriesByLetter() -> [CountryGroupView] {
    byLetter(graph.pages(of: .country)).map { letter, pages in
      CountryGroupView(id: "letter-\(letter.lowercased())", title: letter, countries: pages.map(countryView))
    }
  }

  /// Pages by the first letter of their titles, in order.
  func byLetter(_ pages: [Page]) -> [(letter: String, pages: [Page])] {
    var groups: [(letter: String, pages: [Page])] = []
    for page in edition.order.sorted(pages) {
      let letter = edition.order.letter(of: page)
      if groups.last?.letter == letter {
        groups[groups.count - 1].pages.append(page)
      } else {
        groups.append((letter, [page]))
      }
    }
    return groups
  }
}
