import Content
import Languages
import Linking

/// The meetings that one asks for together: those of a body, on an issue, in a region, open to the same people.
package struct MeetingGroup: Sendable {
  enum Sorting: String, Sendable, CaseIterable {
    case body, issue, region, openness
  }

  let sorting: Sorting
  package let id: String
  package let title: String
  /// The page of the body or the issue.
  package let page: Page?
  /// In order of time.
  package let meetings: [ScheduledMeeting]

  /// The name of its files, such as `body-council`.
  package var name: String { "\(sorting.rawValue)-\(id)" }

  /// The calendar file with the same meetings, where there is such a one.
  package var feed: CalendarFeed? {
    switch sorting {
    case .body: .body(id)
    case .issue: .issue(id)
    case .region: .region(id)
    case .openness: id == Openness.open.rawValue ? .open : nil
    }
  }
}

/// Every group that has a meeting, made once for a site.
package struct MeetingGroups: Sendable {
  package let bodies: [MeetingGroup]
  package let issues: [MeetingGroup]
  package let regions: [MeetingGroup]
  package let openness: [MeetingGroup]

  package var all: [MeetingGroup] { bodies + issues + regions + openness }

  package init(of meetings: [ScheduledMeeting], in graph: ContentGraph, language: SiteLanguage) {
    var members: [Key: [ScheduledMeeting]] = [:]
    for meeting in meetings {
      for key in Self.keys(of: meeting, in: graph) { members[key, default: []].append(meeting) }
    }
    func group(_ sorting: MeetingGroup.Sorting, _ id: String, _ title: String, _ page: Page? = nil) -> MeetingGroup? {
      members[Key(sorting: sorting, id: id)].map {
        MeetingGroup(sorting: sorting, id: id, title: title, page: page, meetings: $0)
      }
    }
    func groups(_ sorting: MeetingGroup.Sorting, of kind: Kind) -> [MeetingGroup] {
      graph.pages(of: kind).compactMap { original in
        let page = graph.version(of: original, in: language.code)
        return group(sorting, page.document.id.name, page.document.title, page)
      }.sorted { left, right in
        left.title == right.title
          ? left.id < right.id : language.collation.isOrdered(left.title, before: right.title)
      }
    }
    bodies = groups(.body, of: Body.kind)
    issues = groups(.issue, of: Issue.kind)
    regions = graph.hub.regions.compactMap { group(.region, $0.id, $0.title) }
    openness = Openness.allCases.compactMap { group(.openness, $0.rawValue, language.words[$0.word]) }
  }

  private struct Key: Hashable {
    let sorting: MeetingGroup.Sorting
    let id: String
  }

  private static func keys(of meeting: ScheduledMeeting, in graph: ContentGraph) -> [Key] {
    let fields = meeting.fields
    let single = [(MeetingGroup.Sorting.body, fields.organ?.target), (.openness, fields.openness?.rawValue)]
    return single.compactMap { sorting, id in id.map { Key(sorting: sorting, id: $0) } }
      + graph.issues(of: meeting.page).map { Key(sorting: .issue, id: $0) }
      + graph.regions(of: fields).map { Key(sorting: .region, id: $0) }
  }
}

extension ContentGraph {
  /// The ids of a meeting's issues: those that it names, those that name it, and those on which something was proposed there.
  package func issues(of meeting: PageOf<Meeting>) -> Set<String> {
    let naming = pages(of: Issue.self, referringTo: meeting, by: CommonFields.meetings).map(\.document.id.name)
    let proposed = pages(referringTo: meeting, by: Proposal.meeting).compactMap { $0.fields.issue.target }
    return Set(meeting.document.common.issues.map(\.target) + naming + proposed)
  }

  /// The ids of the regions that a meeting concerns: that in which it takes place, and that for which its body works.
  package func regions(of meeting: Meeting) -> Set<String> {
    let country = meeting.country.flatMap { page($0, in: hub.language) }
    let organ = meeting.organ.flatMap { page($0, in: hub.language) }
    return Set([country?.fields.region?.id, organ?.fields.region?.id].compactMap { $0 })
  }
}
