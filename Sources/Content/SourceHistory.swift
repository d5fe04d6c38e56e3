import CivilTime

/// What a repository of git tells of a hub's files: when each last changed, by whom, and what it was called before.
package struct SourceHistory: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    package let lastChange: CivilDate
    /// Each once, the author of the last change first.
    package let contributors: [String]
    /// How many commits changed it, that which made it among them.
    package let changeCount: Int
  }

  /// By path relative to the hub, as `site-content/issues/itrs.md`.
  package private(set) var files: [String: File] = [:]
  /// The present path of a file by each that it had before.
  package private(set) var renames: [String: String] = [:]

  /// Writes a log so that it can be read below: for each commit a byte 1, the day and a byte 2, the author; then the names of
  /// what it changed, all ended by a zero.
  package static let logOptions = ["-z", "--name-status", "--find-renames", "--format=%x01%as%x02%aN"]

  /// Reads a log, newest commit first. A change of name alone is no change of a file; a file that was removed and made anew
  /// begins where it was made.
  package init(log: some Collection<UInt8>) {
    var commit: (day: CivilDate, author: String)?
    var present: [String: String?] = [:]
    var contributors: [String: (day: CivilDate, names: [String], count: Int)] = [:]
    var parts = log.split(separator: 0, omittingEmptySubsequences: false)[...]
    while let part = parts.popFirst() {
      var text = String(decoding: part, as: UTF8.self)
      if text.hasPrefix("\u{1}") {
        commit = Self.commit(text.dropFirst())
        continue
      }
      if text.hasPrefix("\n") { text.removeFirst() }
      guard let commit, let letter = text.first, let name = parts.popFirst() else { continue }
      let path = String(decoding: name, as: UTF8.self)
      var current = present[path] ?? path
      if letter == "R" || letter == "C", let newName = parts.popFirst() {
        let newPath = String(decoding: newName, as: UTF8.self)
        current = present[newPath] ?? newPath
        present[newPath] = .some(nil)
        if letter == "R" {
          present[path] = .some(current)
          if let current, current != path { renames[path] = current }
        }
        if text == "R100" { continue }
      } else if letter == "A" {
        present[path] = .some(nil)
      }
      guard let current else { continue }
      var known = contributors[current] ?? (commit.day, [], 0)
      known.count += 1
      if !known.names.contains(commit.author) { known.names.append(commit.author) }
      contributors[current] = known
    }
    files = contributors.mapValues { File(lastChange: $0.day, contributors: $0.names, changeCount: $0.count) }
  }

  private static func commit(_ text: Substring) -> (CivilDate, String)? {
    let parts = text.split(separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDate(isoText: String(parts[0])) else { return nil }
    return (day, String(parts[1]))
  }
}

/// What asking for the history of a hub's files gave.
package enum HistoryReading: Sendable {
  /// There is no repository, or no git.
  case none
  /// The repository holds only the newest commits, so that what it would tell is wrong.
  case shallow
  case whole(SourceHistory)
}

extension HubDescription {
  /// What the pages of a hub take from its repository.
  package enum HistoryUse: String, Sendable, CaseIterable {
    case off, dates, contributors
  }
}
