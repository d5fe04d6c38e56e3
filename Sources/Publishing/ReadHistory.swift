import Content
import Foundation

/// Asks git what it knows of a hub's files, in one pass over its log.
package func readHistory(of hub: String) -> HistoryReading {
  guard let answer = git(["rev-parse", "--is-shallow-repository"], in: hub) else { return .none }
  if answer.starts(with: Array("true".utf8)) { return .shallow }
  // No commit yet, or none that concerns the hub.
  guard let log = git(["log", "--relative"] + SourceHistory.logOptions + ["--", "site-content"], in: hub), !log.isEmpty
  else { return .none }
  return .whole(SourceHistory(log: log))
}

/// The commit that the hub's repository is at, and whether it holds all before it; nil without a repository or a commit.
func commit(of hub: String) -> String? {
  git(["rev-parse", "HEAD", "--is-shallow-repository"], in: hub).map { String(decoding: $0, as: UTF8.self) }
}

/// What git prints in a folder; nil where it fails, as without a repository.
private func git(_ arguments: [String], in folder: String) -> [UInt8]? {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  // A hook's own settings would lead to another repository, and a reader's to another form of the log.
  process.arguments =
    ["-u", "GIT_DIR", "-u", "GIT_WORK_TREE", "-u", "GIT_INDEX_FILE", "git", "-C", folder, "--no-optional-locks"]
    + ["-c", "log.showSignature=false", "-c", "diff.renames=true", "-c", "diff.renameLimit=2000"] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  do { try process.run() } catch { return nil }
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? [UInt8](bytes) : nil
}
