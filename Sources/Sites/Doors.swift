import Content
import Linking

/// The doors of a hub: what its menu offers, with the indexes behind each.
package enum Door: Sendable, CaseIterable {
  case takePart, issues, meetings, decides, learn

  /// Behind which door an index stands.
  init(of contents: Menu.Contents) {
    switch contents {
    case .calendar: self = .meetings
    case .records(let kind): self = Self.byKind[kind] ?? .learn
    case .section(let section): self = Self.byKind[section.kind] ?? .learn
    }
  }

  private static let byKind: [Kind: Door] = [
    Route.kind: .takePart, Country.kind: .takePart, Guide.kind: .takePart,
    Issue.kind: .issues, Proposal.kind: .issues, Resolution.kind: .issues, Statement.kind: .issues,
    Meeting.kind: .meetings, Briefing.kind: .meetings, Dispatch.kind: .meetings, Takeaways.kind: .meetings,
    Body.kind: .decides, Actor.kind: .decides, Person.kind: .decides,
  ]

  var word: Word {
    switch self {
    case .takePart: .indexRoutes
    case .issues: .indexIssues
    case .meetings: .indexMeetings
    case .decides: .indexBodies
    case .learn: .doorLearn
    }
  }
}

/// With so few indexes a menu names each, and has no doors.
private let indexesWithoutDoors = 6

extension Menu {
  /// What the menu offers in a folder: a door of one index is that index.
  func entries(in folder: String?, prefix: String, words: Words, link: (OutputPath) -> String) -> [MenuItemView] {
    func entry(_ index: Index) -> MenuItemView {
      MenuItemView(title: index.title, address: link(index.path), isCurrent: prefix + index.folder == folder)
    }
    let all = MenuItemView(title: words[.indexAllPages], address: link(allPagesPath))
    guard items.count > indexesWithoutDoors else { return items.map(entry) + [all] }
    return Door.allCases.compactMap { door in
      let entries = items.filter { Door(of: $0.contents) == door }.map(entry) + (door == .learn ? [all] : [])
      guard entries.count > 1 else { return entries.first }
      return MenuItemView(title: words[door.word], isCurrent: entries.contains(where: \.isCurrent), items: entries)
    }
  }
}
