import Content
import Diagnostics
import Digests
import Editions
import Formats
import Linking

/// One file of the site, rendered when it is asked for, so that ten thousand pages need not be in memory at once.
///
/// It is whole, or there is a diagnostic in its place: a file that was read has changed, or a format cannot hold what it should.
package struct OutputFile: Sendable {
  package let path: OutputPath
  package let turn: Turn
  fileprivate let copy: Copy
  /// Of a file at an old address, that which stands at the new one: a host may lead on by itself, and never hand this one out.
  private(set) package var target: OutputPath?
  /// What its size is held against, where it is.
  package let weight: Weight?
  fileprivate let make: @Sendable (FinishedFiles) throws(DiagnosticFound) -> FileBytes
  /// All files of the plan, for one that is made of others; else none.
  private var siblings: [OutputFile] = []
  /// Says what is wrong with the size of the finished file.
  fileprivate var review: SizeReview?

  /// When a file can be made.
  package enum Turn: CaseIterable, Sendable {
    case first
    /// The archive of the other files.
    case archive
    /// What tells the sizes of files.
    case last
    /// A file once more, packed for hosts.
    case twin
    /// The list of all the other files with their digests.
    case manifest
    /// What signs the list.
    case signature
  }

  /// What readers load, each held against a budget of its own.
  package enum Weight: Sendable {
    /// The page of a document; nil for one that is no document's.
    case page(of: Page?)
    case book(about: Page?)
    case copy
  }

  /// What stands in the file's place in the offline copy.
  package enum Copy: Sendable {
    case itself
    case other(@Sendable () -> [UInt8])
    case nothing
  }

  package init(
    path: OutputPath, leadingTo target: OutputPath? = nil,
    contents: @escaping @Sendable () throws(DiagnosticFound) -> [UInt8]
  ) {
    self.init(path: path, turn: .first) { (_) throws(DiagnosticFound) in try contents() }
    self.target = target
  }

  /// `make` gives the same bytes each time, on any thread.
  package init(
    path: OutputPath, turn: Turn, copy: Copy = .itself, weight: Weight? = nil,
    make: @escaping @Sendable (FinishedFiles) throws(DiagnosticFound) -> [UInt8]
  ) {
    self.init(
      path: path, turn: turn, copy: copy, weight: weight,
      pieces: { (files) throws(DiagnosticFound) in [try make(files)] }
    )
  }

  /// A file made of many pieces, which are not joined in memory.
  package init(
    path: OutputPath, turn: Turn, copy: Copy, weight: Weight? = nil,
    pieces: @escaping @Sendable (FinishedFiles) throws(DiagnosticFound) -> [[UInt8]]
  ) {
    self.path = path
    self.turn = turn
    self.copy = copy
    self.weight = weight
    make = { (files) throws(DiagnosticFound) in FileBytes(pieces: try pieces(files)) }
  }

  /// The file by itself, as a preview shows it; what is made of others makes these, too.
  package func contents() throws(DiagnosticFound) -> [UInt8] { try make(FinishedFiles(siblings)).joined }

  /// Whether something can be wrong with the file's size.
  package var isReviewed: Bool { review != nil }

  /// The file and what is wrong with its size, without those it is made of: an archive is empty, and sizes are not told.
  package func examined() throws(DiagnosticFound) -> (bytes: [UInt8], findings: [Diagnostic]) {
    let bytes = try make(FinishedFiles([]))
    return (bytes.joined, findings(FileSize(file: bytes, packed: nil)))
  }

  fileprivate func findings(_ size: FileSize) -> [Diagnostic] { review?(self, size) ?? [] }

  /// The file as one of a plan.
  package func knowing(_ siblings: [OutputFile], _ review: SizeReview?) -> OutputFile {
    guard turn != .first || weight != nil else { return self }
    var file = self
    if turn != .first { file.siblings = siblings }
    if weight != nil { file.review = review }
    return file
  }
}

/// What is wrong with the size of a finished file.
package typealias SizeReview = @Sendable (OutputFile, FileSize) -> [Diagnostic]

/// The size of a finished file; how small a host sends it is worked out when a review asks.
package struct FileSize {
  fileprivate let file: FileBytes
  fileprivate let packed: PackedBytes?

  package var count: Int { file.count }
  package var bytes: [UInt8] { file.joined }

  /// Bytes, as a host sends the file with gzip; only as exact as it takes to say whether they are more than `limit`.
  package func gzipped(upTo limit: Int) -> Int {
    if count <= limit { return count }
    if let packed, packed.gzipSize <= limit { return packed.gzipSize }
    let bytes = bytes
    if packed == nil {
      for sample in [512, 1_024] {
        let size = estimatedGzipSize(of: bytes, sample: sample)
        if size <= limit { return size }
      }
    }
    return PackedBytes(deflating: bytes, .usual).gzipSize
  }
}

/// What stands in a file, one piece after the other.
package struct FileBytes: Sendable {
  package let pieces: [[UInt8]]
  package let count: Int

  package init(pieces: [[UInt8]]) {
    self.pieces = pieces
    count = pieces.reduce(0) { $0 + $1.count }
  }

  package var joined: [UInt8] { pieces.count == 1 ? pieces[0] : Array(pieces.joined()) }
}

// MARK: Making files

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
