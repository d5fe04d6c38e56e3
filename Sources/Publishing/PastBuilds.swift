import Linking
import OutputFiles

/// What earlier builds left in the output folder, as far as their records can be believed.
struct PastBuilds {
  /// Every path that an earlier build may have written; no other file is ever removed.
  private(set) var files: Set<OutputPath> = []
  /// Those of them that only an unfinished build's list names.
  private(set) var unfinishedFiles: [OutputPath] = []
  /// The folders on the way to those files, and those in which an unfinished build worked.
  private(set) var folders: Set<OutputPath> = []
  /// The manifest's bytes as they are on disk.
  private(set) var manifest: [UInt8]?
  /// Whose site the folder holds, as far as a manifest tells.
  private(set) var owner: OutputPath?
  private(set) var isUnfinished = false
  /// The records that were not whole and so are not believed.
  private(set) var damagedRecords: [String] = []

  /// Reads manifest and list, and finds out which of a killed build's replacements took place.
  init<Disk: FileSystem>(in output: OutputFolder<Disk>) throws(WriteFailure) {
    try output.attempt(.remove, listTemporary) { () throws(SystemError) in
      try output.disk.removeFileIfPresent(listTemporary, in: output.root)
    }
    var unfinished = UnfinishedList()
    switch try output.readRecord(UnfinishedList.name) {
    case .missing: break
    case .unusable: (isUnfinished, damagedRecords) = (true, [UnfinishedList.name])
    case .bytes(let bytes):
      isUnfinished = true
      if let list = UnfinishedList(decoding: bytes) {
        unfinished = list
      } else {
        damagedRecords = [UnfinishedList.name]
      }
    }
    unfinishedFiles = unfinished.files
    var cursor = output.cursor()
    for replacement in unfinished.replacements {
      if try output.holds(replacement, &cursor) { unfinishedFiles.append(replacement.path) }
    }
    files = Set(unfinishedFiles)
    try readManifest(in: output)
    for folder in unfinished.folders { insert(folder) }
    for file in files { if let folder = file.folder { insert(folder) } }
  }

  private mutating func readManifest<Disk: FileSystem>(in output: OutputFolder<Disk>) throws(WriteFailure) {
    switch try output.readRecord(Manifest.name) {
    case .missing: return
    case .unusable: damagedRecords.append(Manifest.name)
    case .bytes(let bytes):
      manifest = bytes
      guard let decoded = Manifest(decoding: bytes) else { return damagedRecords.append(Manifest.name) }
      files.formUnion(decoded.files.lazy.map(\.path))
      owner = decoded.owner
    }
  }

  /// With all folders on its way; stops at the first that is known.
  private mutating func insert(_ folder: OutputPath) {
    var next: OutputPath? = folder
    while let folder = next, folders.insert(folder).inserted { next = folder.folder }
  }
}

/// Where the list is written before it takes its name; a build may be killed at it before anything tells of that build.
let listTemporary = temporaryPrefix + "list"

extension OutputFolder {
  fileprivate enum RecordBytes {
    case missing
    /// Something that no build wrote as its record: a symbolic link, a pipe, or a file of unbelievable size.
    case unusable
    case bytes([UInt8])
  }

  fileprivate func readRecord(_ name: String) throws(WriteFailure) -> RecordBytes {
    let status = try attempt(.read, name) { () throws(SystemError) in
      try disk.statusIfPresent(of: name, in: root)
    }
    guard let status else { return .missing }
    if status.kind == .folder { throw failure(.read, name, .folderInPlaceOfFile) }
    guard status.kind == .file, status.size <= largestRecord else { return .unusable }
    return try attempt(.read, name) { () throws(SystemError) in
      let file = try disk.openFile(name, in: root)
      defer { try? disk.close(file) }
      var bytes = [UInt8](repeating: 0, count: status.size)
      bytes.removeLast(bytes.count - (try disk.read(status.size, from: file, into: &bytes)))
      return .bytes(bytes)
    }
  }

  /// Whether a killed build came as far as to put its own file in a stranger's place.
  fileprivate func holds(
    _ replacement: UnfinishedList.Replacement, _ cursor: inout FolderCursor<Disk>
  ) throws(WriteFailure) -> Bool {
    guard let folder = try openIfPresent(replacement.path.folder, &cursor) else { return false }
    let status = try attempt(.read, replacement.path.text) { () throws(SystemError) in
      try disk.statusIfPresent(of: replacement.path.name, in: folder)
    }
    return status?.kind == .file && status?.fileNumber == replacement.fileNumber
  }

  /// Removes all temporary files from the output folder and from those of `folders` that are there.
  func clearTemporaries(in folders: some Sequence<OutputPath>) throws(WriteFailure) {
    var cursor = cursor()
    try clearTemporaries(in: root, "")
    for folder in folders.sorted() {
      guard let opened = try openIfPresent(folder, &cursor) else { continue }
      try clearTemporaries(in: opened, folder.text + "/")
    }
  }

  private func clearTemporaries(in folder: Descriptor, _ place: String) throws(WriteFailure) {
    let names = try attempt(.list, place) { () throws(SystemError) in try disk.names(in: folder) }
    for name in names.sorted() where name.hasPrefix(temporaryPrefix) {
      try attempt(.remove, place + name) { () throws(SystemError) in
        try disk.removeFileIfPresent(name, in: folder)
      }
    }
  }
}

/// No site comes near it, and a record that pretends to be larger is not read.
private let largestRecord = 256 << 20
