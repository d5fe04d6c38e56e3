import Linking
import OutputFiles

/// Which files of earlier builds the site has no more, and when they have to go.
struct Removals {
  /// Sorted.
  let paths: [OutputPath]
  /// Those that stand in the way of a planned file, so that they go before it comes instead of after.
  let early: Set<OutputPath>
  /// Planned files of which the letter case has changed. They are written in any case: on many file systems the old file
  /// answers to the new name, and is removed under its old one.
  let respelled: Set<OutputPath>
  /// Folders of earlier builds in the place of a planned file, those inside before those around them.
  let clearedFolders: [OutputPath]

  init(of past: PastBuilds, notIn plan: OutputPlan, folders plannedFolders: Set<OutputPath>) {
    paths = past.files.filter { !plan.contains($0) }.sorted()
    clearedFolders = past.folders.filter { plan.contains($0) || plan.hasFileOnWay(to: $0) }.sorted(by: >)
    var early = Set(paths.filter { plannedFolders.contains($0) || plan.hasFileOnWay(to: $0) })
    var respelled: Set<OutputPath> = []
    if !paths.isEmpty {
      let oldSpelling = Dictionary(paths.map { ($0.keyIgnoringCase, $0) }, uniquingKeysWith: { first, _ in first })
      for file in plan.files {
        guard let old = oldSpelling[file.path.keyIgnoringCase] else { continue }
        early.insert(old)
        respelled.insert(file.path)
      }
    }
    self.early = early
    self.respelled = respelled
  }
}

extension OutputPlan {
  /// Whether a folder on the way to the path is a file in this plan.
  fileprivate func hasFileOnWay(to path: OutputPath) -> Bool { path.folders.contains(where: contains) }

  /// The folders of all files, and the folders around those.
  var folders: Set<OutputPath> {
    var folders: Set<OutputPath> = []
    var last: OutputPath?
    for file in files {
      let folder = file.path.folder
      if folder == last { continue }
      last = folder
      var next = folder
      while let folder = next, folders.insert(folder).inserted { next = folder.folder }
    }
    return folders
  }
}
