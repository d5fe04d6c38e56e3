import Linking
import OutputFiles
import Synchronization

/// Whose site is written, and what may go for it.
package struct SiteOwnership: Sendable {
  /// The address of the hub without its scheme, by which its site is known; nil where nobody minds.
  let owner: OutputPath?
  /// Whether files that no build wrote, and the site of another hub, may be replaced.
  let replacesOthers: Bool

  package init(hubAddress: String? = nil, replacesOthers: Bool = false) {
    let host = hubAddress.map {
      $0.split(separator: "/", omittingEmptySubsequences: true).dropFirst().joined(separator: "/")
    }
    owner = host.flatMap(OutputPath.init)
    self.replacesOthers = replacesOthers
  }
}

/// What a build has to do, as far as it is known before a page is rendered.
struct SiteChange {
  let plan: OutputPlan
  let site: SiteOwnership
  let past: PastBuilds
  let removals: Removals
  let survey: FolderSurvey

  init<Disk: FileSystem>(
    to plan: OutputPlan, of site: SiteOwnership, folders: Set<OutputPath>, from past: PastBuilds,
    in output: OutputFolder<Disk>
  ) throws(WriteFailure) {
    self.plan = plan
    self.site = site
    self.past = past
    removals = Removals(of: past, notIn: plan, folders: folders)
    survey = try FolderSurvey(of: folders, removing: removals, in: output)
  }

  /// Folders of earlier builds that the site has no more; each goes if it is empty, those inside before those around them.
  var leftFolders: [OutputPath] { past.folders.subtracting(survey.planned).sorted(by: >) }

  func manifest(for staged: StagedFiles) -> [UInt8] {
    Manifest(
      owner: site.owner,
      files: zip(plan.files, staged.finished).map { Manifest.File(path: $0.path, size: $1?.size ?? 0) }
    )
    .encoded()
  }

  /// Told before the first temporary file is written. What an unfinished build's list named stays named.
  var announcedList: UnfinishedList {
    var list = UnfinishedList()
    list.folders = past.isUnfinished ? past.folders.union(survey.planned).sorted() : survey.planned
    list.files = past.unfinishedFiles.sorted()
    return list
  }

  /// Told before the first file takes its place.
  func list(for staged: StagedFiles) -> UnfinishedList {
    var list = announcedList
    let replaced = Set(staged.replacements.map(\.path))
    let placed = staged.positions.lazy.map { plan.files[$0].path }.filter { !replaced.contains($0) }
    list.files = Set(list.files).union(removals.paths).union(placed).sorted()
    list.replacements = staged.replacements
    return list
  }

  /// Whether anything differs from what is on disk, the manifest included.
  func isNeeded(for staged: StagedFiles, _ manifest: [UInt8]) -> Bool {
    !staged.positions.isEmpty || !removals.paths.isEmpty || past.isUnfinished || past.manifest != manifest
  }

  func summary(of staged: StagedFiles, removed: [OutputPath]) -> WriteSummary {
    WriteSummary(
      findings: staged.findings,
      written: staged.positions.map { plan.files[$0].path }, unchanged: plan.files.count - staged.positions.count,
      removed: removed, damagedRecords: past.damagedRecords)
  }
}

extension SiteChange {
  func summaryOfRefusal(_ staged: StagedFiles) -> WriteSummary {
    WriteSummary(findings: staged.findings, written: [], unchanged: 0, removed: [], damagedRecords: past.damagedRecords)
  }
}

/// The first list of a build, written once, when the first worker finds something to write: a build without a difference
/// writes nothing at all.
final class Announcement<Disk: FileSystem>: Sendable {
  private let change: SiteChange
  private let output: OutputFolder<Disk>
  private let outcome = Mutex<Result<Void, WriteFailure>?>(nil)

  init(of change: SiteChange, in output: OutputFolder<Disk>) {
    self.change = change
    self.output = output
  }

  /// Also makes the folders that are missing. Called again, it ends as it did the first time.
  func make() throws(WriteFailure) {
    try outcome.withLock { (outcome) throws(WriteFailure) in
      if let outcome { return try outcome.get() }
      let made = Result { () throws(WriteFailure) in
        try output.write(change.announcedList)
        try output.makeFolders(change.survey.missing)
      }
      outcome = made
      try made.get()
    }
  }
}
