import Foundation

/// A place that rclone reaches: SFTP, FTP, WebDAV, S3 and others, by the remotes that its own settings name.
struct RclonePlace: PublishingPlace {
  private let address: String

  init(_ address: String) { self.address = address }

  func read(_ names: [String]) throws(PublishFailure) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in names {
      let place = address.hasSuffix(":") || address.hasSuffix("/") ? address + name : "\(address)/\(name)"
      let run = try runEngine("rclone", ["cat", "--retries", "1", "--", place])
      // "Directory not found" and "file not found", as rclone's manual numbers its exits.
      if run.status == 3 || run.status == 4 { continue }
      try run.orFailure("rclone", "\(address) could not be read")
      found[name] = run.output
    }
    return found
  }

  func send(_ paths: [String], from folder: String) throws(PublishFailure) {
    let scratch = try scratchPlace()
    let list = try scratch.list(paths, endingWith: "\n")
    try runEngine(
      "rclone",
      ["copy", "--files-from-raw", list.path, "--ignore-times", "--no-traverse", "--", folder, address]
    ).orFailure("rclone", "Files could not be sent to \(address)")
  }

  func remove(_ paths: [String]) throws(PublishFailure) {
    let scratch = try scratchPlace()
    let list = try scratch.list(paths, endingWith: "\n")
    try runEngine("rclone", ["delete", "--files-from-raw", list.path, "--", address])
      .orFailure("rclone", "Files could not be removed from \(address)")
  }
}
