import Content
import Diagnostics
import Formats
import Linking

/// One file of the site, rendered when it is asked for, so that ten thousand pages need not be in memory at once.
///
/// It is whole, or there is a diagnostic in its place: a file that was read has changed, or a format cannot hold what it should.
package struct OutputFile: Sendable {
  package let path: OutputPath
  package let turn: Turn
  let copy: Copy
  /// Of a file at an old address, that which stands at the new one: a host may lead on by itself, and never hand this one out.
  private(set) package var target: OutputPath?
  /// What its size is held against, where it is.
  package let weight: Weight?
  let make: @Sendable (FinishedFiles) throws(DiagnosticFound) -> FileBytes
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

  func findings(_ size: FileSize) -> [Diagnostic] { review?(self, size) ?? [] }

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
  let file: FileBytes
  let packed: PackedBytes?

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

  package var joined: [UInt8] { pieces.joinedBytes }
}
