import Content
import Digests
import Editions
import Formats
import Foundation

/// A copy that lies in a folder, such as one on a stick.
struct FolderCopy {
  private let root: String
  private let jobs: Int

  init(_ root: String, jobs: Int) {
    self.root = root
    self.jobs = jobs
  }

  func read() throws(NoEdition) -> CopyReading {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue else {
      throw NoEdition(sentence: "There is no folder, archive or address '\(root)'.", isOfMachine: true)
    }
    return try CopyReading(
      manifest: bytes(of: EditionManifest.fileName), at: "\(root)/\(EditionManifest.fileName)",
      signature: bytes(of: EditionManifest.signatureName)
    ) { (manifest) throws(NoEdition) in
      let found = try paths()
      let listed = Set(manifest.files.map(\.path.text))
      // What is not of the edition is named and never opened.
      let files = mapConcurrently(found, jobs: jobs) { path in
        (path, listed.contains(path) ? file(at: path) : .unreadable("is not of the edition"))
      }
      return FoundCopy(files: Dictionary(uniqueKeysWithValues: files))
    }
  }

  /// Everything in the folder that is not itself a folder.
  private func paths() throws(NoEdition) -> [String] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: root).filter { !isFolder("\(root)/\($0)") }.sorted()
    } catch {
      throw NoEdition(sentence: "The folder \(root) cannot be listed: \(error.localizedDescription)", isOfMachine: true)
    }
  }

  private func isFolder(_ location: String) -> Bool {
    var isFolder: ObjCBool = false
    return !isLink(location) && FileManager.default.fileExists(atPath: location, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func isLink(_ location: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: location)) != nil
  }

  private func file(at path: String) -> FoundCopy.File {
    let location = "\(root)/\(path)"
    if isLink(location) {
      return .unreadable("is a symbolic link, and was not followed")
    }
    do {
      let data = try Data(contentsOf: URL(filePath: location), options: .mappedIfSafe)
      return .whole(FileDigest(of: CollectionOfOne([UInt8](data))))
    } catch {
      return .unreadable("cannot be read: \(error.localizedDescription)")
    }
  }

  private func bytes(of name: String) -> [UInt8]? {
    guard !isLink("\(root)/\(name)") else { return nil }
    return FileManager.default.contents(atPath: "\(root)/\(name)").map { [UInt8]($0) }
  }
}

/// A copy as it lies in an archive: below one folder, or not.
struct ArchivedFiles {
  private(set) var files: [String: PackedBytes] = [:]
  private let isAsPacked: Bool

  init(_ bytes: [UInt8], at path: String) throws(NoEdition) {
    let archive: ReadArchive
    do { archive = try readZip(bytes) } catch { throw NoEdition(sentence: "\(path) \(error.reason).") }
    isAsPacked = archive.isAsPacked(bytes)
    let top =
      archive.entries.first?.path.split(separator: "/", omittingEmptySubsequences: false).first.map { "\($0)/" } ?? ""
    let isInFolder = archive.entries.allSatisfy { $0.path.hasPrefix(top) }
    for entry in archive.entries {
      files[isInFolder ? String(entry.path.dropFirst(top.count)) : entry.path] = entry.content
    }
  }

  var found: FoundCopy {
    let digests = files.mapValues { content -> FoundCopy.File in
      guard let bytes = content.unpacked() else { return .unreadable("is damaged in the archive") }
      return .whole(FileDigest(of: CollectionOfOne(bytes)))
    }
    return FoundCopy(
      files: digests,
      faults: isAsPacked
        ? []
        : [
          "The archive itself is not octet by octet as it was packed for this edition: another program packed it anew, or it was touched where no file is."
        ])
  }
}
