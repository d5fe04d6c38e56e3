import Content
import Digests
import Editions
import Formats
import Foundation
import Linking

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

  /// Everything in the folder that is not itself a folder, and folders that cannot be looked into.
  private func paths() throws(NoEdition) -> [String] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
        let location = "\(root)/\(path)"
        return type(of: location) != .typeDirectory || !FileManager.default.isReadableFile(atPath: location)
      }.sorted()
    } catch {
      throw NoEdition(sentence: "The folder \(root) cannot be listed: \(error.localizedDescription)", isOfMachine: true)
    }
  }

  /// Of what stands there itself, not of what a link leads to; unknown where that cannot be asked.
  private func type(of location: String) -> FileAttributeType {
    do {
      return try FileManager.default.attributesOfItem(atPath: location)[.type] as? FileAttributeType ?? .typeUnknown
    } catch {
      return .typeUnknown
    }
  }

  private func file(at path: String) -> FoundCopy.File {
    let location = "\(root)/\(path)"
    switch type(of: location) {
    case .typeSymbolicLink: return .unreadable("is a symbolic link, and was not followed")
    case .typeRegular: break
    // To read a pipe or a device might never end.
    default: return .unreadable("is no file that can be read")
    }
    do {
      let data = try Data(contentsOf: URL(filePath: location), options: .mappedIfSafe)
      return .whole(FileDigest(of: CollectionOfOne([UInt8](data))))
    } catch {
      return .unreadable("cannot be read: \(error.localizedDescription)")
    }
  }

  private func bytes(of name: String) -> [UInt8]? {
    guard type(of: "\(root)/\(name)") == .typeRegular else { return nil }
    return FileManager.default.contents(atPath: "\(root)/\(name)").map { [UInt8]($0) }
  }
}

private let listName = EditionManifest.fileName

/// A copy as it lies in an archive: below a folder, or not.
struct ArchivedFiles {
  private(set) var files: [String: PackedBytes] = [:]
  private let isAsPacked: Bool
  private var twice: Set<String> = []

  init(_ bytes: [UInt8], at path: String) throws(NoEdition) {
    let archive: ReadArchive
    do { archive = try readZip(bytes) } catch { throw NoEdition(sentence: "\(path) \(error.reason).") }
    isAsPacked = archive.isAsPacked(bytes)
    let lists = archive.entries.map(\.path).filter { $0 == listName || $0.hasSuffix("/\(listName)") }
    // Of an archive that holds the folder of a copy, the list that is highest is that of all.
    let top = lists.map { $0.dropLast(listName.count) }.min { $0.utf8.count < $1.utf8.count } ?? ""
    for entry in archive.entries {
      let path = entry.path.hasPrefix(top) ? String(entry.path.dropFirst(top.count)) : entry.path
      if files.updateValue(entry.content, forKey: path) != nil { twice.insert(path) }
    }
    for name in [listName, EditionManifest.signatureName] where twice.contains(name) {
      throw NoEdition(sentence: "\(path) holds \(name) twice, and programs differ in which of them they unpack.")
    }
  }

  var found: FoundCopy {
    var digests = files.mapValues { content -> FoundCopy.File in
      guard let bytes = content.unpacked() else { return .unreadable("is damaged in the archive") }
      return .whole(FileDigest(of: CollectionOfOne(bytes)))
    }
    // Which of two files is unpacked depends on the program.
    for path in twice { digests[path] = .unreadable("stands there twice") }
    return FoundCopy(
      files: digests,
      faults: isAsPacked
        ? []
        : [
          "The archive itself is not octet by octet as it was packed for this edition: another program packed it anew, or it was touched where no file is."
        ])
  }
}
