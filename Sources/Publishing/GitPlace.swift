import Foundation

/// A branch of a repository, which hosts such as GitHub, GitLab and Codeberg show as a site: all that is published is one commit.
///
/// Nothing is checked out: the index is that of the branch's last commit, with what is sent and removed.
final class GitPlace: PublishingPlace {
  private let address: String
  private let branch: String
  private let scratch: ScratchPlace
  /// Nil where the branch is still to be made.
  private var parent: String?

  var isSeenAtOnce: Bool { false }

  init(_ address: String, branch: String) throws(PublishFailure) {
    self.address = address
    self.branch = branch
    scratch = try scratchPlace()
    try git(["init", "--quiet", "--bare", repository]).orFailure("git", "No temporary repository could be made")
    let found = try git(["ls-remote", "--exit-code", "--", address, reference])
    // No branch of this name.
    if found.status == 2 { return }
    try found.orFailure("git", "\(address) could not be read")
    try own(["fetch", "--quiet", "--depth", "1", "--", address, reference])
      .orFailure("git", "\(address) could not be read")
    let commit = try own(["rev-parse", "FETCH_HEAD"])
    try commit.orFailure("git", "\(address) could not be read")
    parent = commit.text.trimmingCharacters(in: .whitespacesAndNewlines)
    try own(["read-tree", "FETCH_HEAD"]).orFailure("git", "\(address) could not be read")
  }

  func read(_ names: [String]) throws(PublishFailure) -> [String: [UInt8]] {
    guard let parent else { return [:] }
    var found: [String: [UInt8]] = [:]
    for name in names {
      let file = try own(["cat-file", "blob", "\(parent):\(name)"])
      if file.status == 0 { found[name] = file.output }
    }
    return found
  }

  func send(_ paths: [String], from folder: String) throws(PublishFailure) {
    try update(["--add"], paths, in: folder)
  }

  func remove(_ paths: [String]) throws(PublishFailure) {
    try update(["--force-remove"], paths, in: scratch.folder.path)
  }

  private func update(_ options: [String], _ paths: [String], in folder: String) throws(PublishFailure) {
    let list = try scratch.list(paths, endingWith: "\0")
    // No rule of the machine changes a byte or leaves a file out.
    try git(
      [
        "-c", "core.autocrlf=false", "-c", "core.attributesFile=", "-c", "core.fileMode=false", "-C", folder,
        "--git-dir", repository, "--work-tree", ".", "update-index",
      ] + options + ["-z", "--stdin"], input: list
    ).orFailure("git", "The files could not be put into a commit")
  }

  func finish(_ summary: String) throws(PublishFailure) {
    let tree = try own(["write-tree"])
    try tree.orFailure("git", "No commit could be made")
    let name = tree.text.trimmingCharacters(in: .whitespacesAndNewlines)
    let commit = try own(
      ["-c", "user.name=Hubwright", "-c", "user.email=hubwright@localhost", "commit-tree", name, "-m", summary]
        + (parent.map { ["-p", $0] } ?? []))
    try commit.orFailure("git", "No commit could be made")
    let made = commit.text.trimmingCharacters(in: .whitespacesAndNewlines)
    let push = try own(["push", "--quiet", "--", address, "\(made):\(reference)"])
    if push.status != 0, push.errors.contains("[rejected]") || push.errors.contains("fetch first") {
      throw PublishFailure(
        "The branch \(branch) was changed by somebody else meanwhile, and nothing was published: publish again.")
    }
    try push.orFailure("git", "The branch \(branch) of \(address) could not be written")
  }

  private var repository: String { scratch.file("repository").path }
  private var reference: String { "refs/heads/\(branch)" }

  private func own(_ arguments: [String]) throws(PublishFailure) -> ProgramRun {
    try git(["--git-dir", repository] + arguments)
  }

  /// It asks nobody for a name or a password.
  private func git(_ arguments: [String], input: URL? = nil) throws(PublishFailure) -> ProgramRun {
    try runEngine("git", arguments, input: input, environment: ["GIT_TERMINAL_PROMPT=0"])
  }
}
