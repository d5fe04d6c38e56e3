import Foundation

/// A folder that rsync reaches, over SSH where its address names a host; keys and passwords are ssh's own matter.
struct RsyncPlace: PublishingPlace {
  /// With a slash at its end.
  private let address: String

  init(_ address: String) { self.address = address.hasSuffix("/") ? address : address + "/" }

  func read(_ names: [String]) throws(PublishFailure) -> [String: [UInt8]] {
    let scratch = try scratchPlace()
    let run = try runEngine(
      "rsync",
      ["--recursive"] + names.map { "--include=/\($0)" } + ["--exclude=*", "--", address, scratch.folder.path + "/"])
    // A folder that is still to be made.
    if run.status == 23, run.errors.contains("change_dir"), run.errors.contains("No such file") { return [:] }
    try run.orFailure("rsync", "\(address) could not be read")
    var found: [String: [UInt8]] = [:]
    for name in names {
      found[name] = FileManager.default.contents(atPath: scratch.file(name).path).map { [UInt8]($0) }
    }
    return found
  }

  func send(_ paths: [String], from folder: String) throws(PublishFailure) {
    let scratch = try scratchPlace()
    let list = try scratch.list(paths, endingWith: "\0")
    try runEngine(
      "rsync",
      [
        "--files-from=\(list.path)", "--from0", "--times", "--checksum", "--mkpath", "--compress", "--", folder + "/",
        address,
      ]
    ).orFailure("rsync", "Files could not be sent to \(address)")
  }

  func remove(_ paths: [String]) throws(PublishFailure) {
    let scratch = try scratchPlace()
    let list = try scratch.list(paths, endingWith: "\0")
    // What is listed and is not in the source is deleted; its folders have to be there, or rsync calls them vanished.
    let empty = scratch.file("empty")
    do {
      for path in paths {
        try FileManager.default.createDirectory(
          at: empty.appending(path: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    } catch {
      throw PublishFailure("No temporary folder could be made.")
    }
    try runEngine(
      "rsync",
      [
        "--files-from=\(list.path)", "--from0", "--delete-missing-args", "--no-implied-dirs", "--", empty.path + "/",
        address,
      ]
    ).orFailure("rsync", "Files could not be removed from \(address)")
  }
}
