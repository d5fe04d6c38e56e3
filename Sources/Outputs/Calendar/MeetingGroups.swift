import CivilTime
import Content
import Linking

/// The meetings that one asks for together: those of a body, on an issue, in a region, open to the same people.
struct MeetingGroup: Sendable {
  enum Sorting: String, Sendable, CaseIterable {
    case body, issue, region, openness
  }

  let sorting: Sorting
  let id: String
  let title: String
  /// The page of the body or the issue.
  let page: Page?
  /// In order of time.
  let meetings: [ScheduledMeeting]

  /// The name of its files, such as `body-council`.
  var name: String { "\(sorting.rawValue)-\(id)" }
}

/// Every group that has a meeting, made once for an edition.
struct MeetingGroups: Sendable {
  let bodies: [MeetingGroup]
  let issues: [MeetingGroup]
  let regions: [MeetingGroup]
  let openness: [MeetingGroup]

  var all: [MeetingGroup] { bodies + issues + regions + openness }

  init(of meetings: [ScheduledMeeting], in graph: ContentGraph, language: String, words: Words) {
    let byID = Dictionary(uniqueKeysWithValues: meetings.enumerated().map { ($1.page.document.id, $0) })
    func pageGroups(_ sorting: MeetingGroup.Sorting, _ members: [Int: Set<Int>]) -> [MeetingGroup] {
      let groups = members.map { index, members in
        let page = graph.version(of: graph.pages[index], in: language)
        return MeetingGroup(
          sorting: sorting, id: page.document.id.name, title: page.document.title, page: page,
          meetings: members.sorted().map { meetings[$0] })
      }
      return groups.sorted { (ReadingOrder.key(for: $0.title), $0.id) < (ReadingOrder.key(for: $1.title), $1.id) }
    }
    var ofBody: [Int: Set<Int>] = [:]
    var ofRegion: [String: Set<Int>] = [:]
    for (number, meeting) in meetings.enumerated() {
      let organ = meeting.fields.organ.flatMap { graph.page($0, in: graph.hub.language) }
      if let organ { ofBody[organ.index, default: []].insert(number) }
      let country = meeting.fields.country.flatMap { graph.page($0, in: graph.hub.language) }
      for region in [organ, country].compactMap({ $0?.region }) { ofRegion[region, default: []].insert(number) }
    }
    bodies = pageGroups(.body, ofBody)
    issues = pageGroups(.issue, Self.meetingsOfIssues(in: graph, byID))
    regions = graph.hub.regions.compactMap { region in
      ofRegion[region.id].map { members in
        MeetingGroup(
          sorting: .region, id: region.id, title: region.title, page: nil,
          meetings: members.sorted().map { meetings[$0] })
      }
    }
    openness = Openness.allCases.compactMap { openness in
      let members = meetings.filter { $0.fields.openness == openness }
      return members.isEmpty
        ? nil
        : MeetingGroup(
          sorting: .openness, id: openness.rawValue, title: words[openness.word], page: nil, meetings: members)
    }
  }

  /// By the issue's number: the meetings that name it, those that it names, and those at which something was proposed on it.
  private static func meetingsOfIssues(in graph: ContentGraph, _ byID: [DocumentID: Int]) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for issue in graph.pages(of: .issue) {
      let proposals = graph.pages(of: .proposal, referringTo: issue, by: "issue").compactMap { page -> Reference? in
        guard case .proposal(let fields) = page.document.details else { return nil }
        return fields.meeting
      }
      let named = (issue.document.common.meetings + proposals).compactMap { graph.page($0, in: graph.hub.language) }
      let members = (named + graph.pages(of: .meeting, referringTo: issue, by: "issues")).compactMap {
        byID[$0.document.id]
      }
      if !members.isEmpty { found[issue.index] = Set(members) }
    }
    return found
  }
}

extension Page {
  /// The region of a state, or the one that a body works for.
  fileprivate var region: String? {
    switch document.details {
    case .country(let fields): fields.region?.id
    case .body(let fields): fields.region?.id
    default: nil
    }
  }
}
