import Diagnostics
import Linking
import OutputFiles

/// What a build did to the output folder.
package struct WriteSummary: Sendable {
  /// What is wrong with finished files, such as that one is too large; told only now, since no file is made before.
  package let findings: [Diagnostic]
  /// Sorted, as are the removed.
  package let written: [OutputPath]
  package let unchanged: Int
  package let removed: [OutputPath]
  /// Records of earlier builds that were damaged: files that only they named are still there and nobody's.
  package let damagedRecords: [String]
}

/// Told how many files are rendered and compared, and of how many; on any thread, but never twice at once.
package typealias WriteProgress = @Sendable (_ done: Int, _ total: Int) -> Void

/// Brings a folder to hold the planned site, and of earlier builds nothing else, writing only what differs.
///
/// Nothing is put in place before all is written beside it, so a full disk leaves the old site whole. Whenever the build is
/// killed, every file is whole, and what it did and left to do is on disk for the next build: first a list of the folders
/// with temporary files, then one of the files too, and at the end the manifest. A file that no build wrote and that stands in a
/// planned file's place is refused unless it is the same; where `site` says that it may go, it is replaced, and then counts as the
/// build's. A folder there is refused; whatever else lies in the folder is left alone. Where a file cannot be made, or `refuses` takes exception to what is wrong with the finished
/// files, the site stays as it was, and the summary has nothing written.
package func writeSite(
  _ plan: OutputPlan, of site: SiteOwnership = SiteOwnership(), to folder: String, jobs: Int,
  fileSystem: some FileSystem = PosixFileSystem(),
  progress: @escaping WriteProgress = { _, _ in }, refuses: ([Diagnostic]) -> Bool = { _ in false }
) throws(WriteFailure) -> WriteSummary {
  let output = try OutputFolder(opening: folder, on: fileSystem)
  defer { output.release() }
  let past = try PastBuilds(in: output)
  if let owner = site.owner, let other = past.owner, other != owner, !site.replacesOthers {
    throw output.failure(.replace, "", .siteOfAnotherHub(other))
  }
  let folders = plan.folders
  if past.isUnfinished { try output.clearTemporaries(in: past.folders.union(folders)) }
  let change = try SiteChange(to: plan, of: site, folders: folders, from: past, in: output)
  let staged: StagedFiles
  let isNeeded: Bool
  do {
    (staged, isNeeded) = try output.prepare(change, jobs: jobs, progress: progress)
  } catch {
    output.abandon(change)
    throw error
  }
  guard staged.isWhole, !refuses(staged.findings) else {
    output.abandon(change)
    return change.summaryOfRefusal(staged)
  }
  do {
    return change.summary(of: staged, removed: isNeeded ? try output.carryOut(change, staged, jobs: jobs) : [])
  } catch {
    try? output.clearTemporaries(in: change.survey.planned)
    throw error.whenSiteHasChanged
  }
}

extension OutputFolder {
  /// Everything up to the first change of the site itself: temporary files, the manifest among them, and the list; nothing
  /// of it when no change is needed.
  fileprivate func prepare(
    _ change: SiteChange, jobs: Int, progress: @escaping WriteProgress
  ) throws(WriteFailure) -> (staged: StagedFiles, isNeeded: Bool) {
    let announcement = Announcement(of: change, in: self)
    if !change.survey.missing.isEmpty { try announcement.make() }
    let staged = try stage(change, announcement: announcement, jobs: jobs, progress: progress)
    guard staged.isWhole else { return (staged, false) }
    let manifest = change.manifest(for: staged)
    guard change.isNeeded(for: staged, manifest) else { return (staged, false) }
    try announcement.make()
    try writeManifestTemporary(manifest)
    try write(change.list(for: staged))
    return (staged, true)
  }

  /// Takes back what was prepared; what cannot be taken back stays announced, and the next build finds it.
  fileprivate func abandon(_ change: SiteChange) {
    do {
      try clearTemporaries(in: change.survey.planned)
      try removeEmptyFolders(change.survey.missing.sorted(by: >))
      if !change.past.isUnfinished { try disk.removeFileIfPresent(UnfinishedList.name, in: root) }
    } catch {
      return
    }
  }
}
