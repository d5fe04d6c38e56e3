import Content
import Diagnostics
import Digests
import Editions
import Formats
import Linking

/// What a finished file leaves for those that are made of it.
package struct FinishedFile: Sendable {
  package let size: Int
  /// What is wrong with it, such as that it is too large, or why it could not be made.
  package let findings: [Diagnostic]
  /// False for a file that could not be made.
  package let isWhole: Bool
  /// As it stands in the offline copy, where the site has one and the file a place in it.
  fileprivate let packed: PackedFile?
  /// Where the site lists digests.
  fileprivate let digest: FileDigest?

  fileprivate init(size: Int, findings: [Diagnostic], packed: PackedFile?, digest: FileDigest?) {
    self.size = size
    self.findings = findings
    self.packed = packed
    self.digest = digest
    isWhole = true
  }

  /// What stands in the place of a file that could not be made.
  package init(missing fault: Diagnostic) {
    size = 0
    findings = [fault]
    packed = nil
    digest = nil
    isWhole = false
  }
}

/// What stands in the offline copy in a file's place.
package struct PackedFile: Sendable {
  package let path: OutputPath
  package let content: PackedBytes
  /// Of the content unpacked, where the site lists digests.
  fileprivate let digest: FileDigest?

  package var listed: EditionManifest.File? { digest.map { EditionManifest.File(path: path, digest: $0) } }
}

/// The files of the turns that are over, by their positions.
package struct FinishedFiles: Sendable {
  private let files: [OutputFile]
  private let finished: [FinishedFile?]

  package init(_ files: [OutputFile], finished: [FinishedFile?] = []) {
    self.files = files
    self.finished = finished
  }

  private func file(at position: Int) -> FinishedFile? {
    finished.indices.contains(position) ? finished[position] : nil
  }

  /// How many bytes a file has; nil for one that is not made yet.
  package func size(of path: OutputPath) -> Int? {
    files.position(of: path).flatMap(file)?.size
  }

  /// All that belongs into the offline copy, with digests where `listsDigests` says that they are asked for.
  package func packed(listsDigests: Bool) throws(DiagnosticFound) -> [PackedFile] {
    var entries: [PackedFile] = []
    for (position, file) in files.enumerated() {
      let packed: PackedFile?
      if let finished = self.file(at: position) {
        packed = finished.packed
      } else {
        let bytes = try file.standsInCopyAsItself ? file.contents() : []
        packed = file.packed(FileBytes(pieces: [bytes]), digest: listsDigests ? FileDigest(of: [bytes]) : nil)
      }
      if let packed { entries.append(packed) }
    }
    return entries
  }

  /// The digest of every file of the turns before that of the list.
  package func listed() throws(DiagnosticFound) -> [EditionManifest.File] {
    var listed: [EditionManifest.File] = []
    for (position, file) in files.enumerated() where file.turn.isListed {
      let digest: FileDigest
      if let known = self.file(at: position)?.digest {
        digest = known
      } else {
        digest = FileDigest(of: try file.make(self).pieces)
      }
      listed.append(EditionManifest.File(path: file.path, digest: digest, target: file.target))
    }
    return listed
  }

  /// A file packed as the offline copy has it, or else made once more; nil where there is none.
  package func packed(_ path: OutputPath) throws(DiagnosticFound) -> PackedBytes? {
    guard let position = files.position(of: path) else { return nil }
    let file = files[position]
    if file.standsInCopyAsItself, let packed = self.file(at: position)?.packed { return packed.content }
    return PackedBytes(deflating: try file.make(self).joined)
  }

  /// The bytes of a file, made once more; nil where there is none.
  package func bytes(of path: OutputPath) throws(DiagnosticFound) -> [UInt8]? {
    guard let position = files.position(of: path) else { return nil }
    return try files[position].make(self).joined
  }
}

extension OutputFile {
  fileprivate var standsInCopyAsItself: Bool {
    if case .itself = copy { true } else { false }
  }

  /// `digest` is that of the bytes, where the site lists digests.
  fileprivate func packed(_ bytes: FileBytes, digest: FileDigest?) -> PackedFile? {
    switch copy {
    case .itself:
      let bytes = bytes.joined
      let content = isCompressed ? PackedBytes(storing: bytes) : PackedBytes(deflating: bytes)
      return PackedFile(path: path, content: content, digest: digest)
    case .other(let contents):
      let bytes = contents()
      let content = PackedBytes(deflating: bytes)
      return PackedFile(path: path, content: content, digest: digest.map { _ in FileDigest(of: [bytes]) })
    case .nothing: return nil
    }
  }

  /// Whether the file's format is compressed, so that packing would gain nothing.
  private var isCompressed: Bool {
    let ending = path.name.split(separator: ".").last?.lowercased() ?? ""
    return ["epub", "gif", "jpeg", "jpg", "mp3", "mp4", "pdf", "png", "webp", "woff2", "zip"].contains(ending)
  }
}

extension OutputFile.Turn {
  /// Whether the list of digests, which is made later, names the file.
  var isListed: Bool { self != .manifest && self != .signature }
}

extension OutputPlan {
  /// Makes a file when those of the turns before are finished.
  package func make(
    at position: Int, after finished: FinishedFiles
  ) throws(DiagnosticFound) -> (bytes: FileBytes, file: FinishedFile) {
    let file = files[position]
    let bytes = try file.make(finished)
    let digest = listsDigests && file.turn.isListed ? FileDigest(of: bytes.pieces) : nil
    let packed = hasCopy && file.turn == .first ? file.packed(bytes, digest: digest) : nil
    let findings = file.findings(FileSize(file: bytes, packed: packed?.content))
    return (bytes, FinishedFile(size: bytes.count, findings: findings, packed: packed, digest: digest))
  }
}

extension [OutputFile] {
  /// Where a path stands among files that are sorted.
  package func position(of path: OutputPath) -> Int? {
    var candidates = self[...]
    while !candidates.isEmpty {
      let middle = candidates.startIndex + candidates.count / 2
      let found = candidates[middle].path
      if found == path { return middle }
      candidates = found < path ? candidates[(middle + 1)...] : candidates[..<middle]
    }
    return nil
  }
}
