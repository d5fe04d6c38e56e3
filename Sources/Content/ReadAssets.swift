import Diagnostics
import Formats
import Foundation
import Markdown

/// The files beside the texts, as far as they are published.
struct AssetReadings {
  /// Those that documents name and those that the hub declares, by path.
  var assets: [AssetFile] = []
  /// The paths of those that could not be read.
  var unread: Set<String> = []
  /// Those that nobody names.
  var strays: [ContentFolder.ContentFile] = []
  var diagnostics: [Diagnostic] = []
}

/// Reads the files that documents and the hub's description name, published or not, and those of the folder `files`.
func readAssets(
  _ found: ContentFolder, namedBy documents: [Document], and hub: HubDescription, jobs: Int, memory: inout AssetMemory
) -> AssetReadings {
  let ofHub = [hub.image?.file, hub.theme?.logo?.file, hub.theme?.favicon?.file].compactMap { file in
    file.flatMap { contentPath($0, fromFolder: "") }
  }
  let names = documents.reduce(into: Set(ofHub)) { $0.formUnion($1.namedFiles) }
  let candidates = found.assets.filter { !isLedger($0.path, of: hub) && !isMisnamedText($0.path) }
  let named = candidates.filter { names.contains(composed($0.path)) }
  let wanted =
    named.map { AssetRequest(file: $0, isDeclared: false) }
    + found.declared.map { AssetRequest(file: $0, isDeclared: true) }
  let outcomes = mapConcurrently(wanted, jobs: jobs) { [memory] in memory.outcome(of: $0) ?? $0.read() }
  memory = AssetMemory(zip(wanted, outcomes))
  var readings = AssetReadings()
  for (request, outcome) in zip(wanted, outcomes) {
    switch outcome {
    case .success(let asset): readings.assets.append(asset)
    case .failure(let found):
      readings.unread.insert(composed(request.file.path))
      readings.diagnostics.append(found.diagnostic)
    }
  }
  readings.strays = candidates.filter { !names.contains(composed($0.path)) } + found.passedOver
  return readings
}

extension Document {
  /// The files that its text links to or shows, and its picture, by their paths in the content folder.
  fileprivate var namedFiles: [String] {
    let written = body.links.compactMap(\.path) + [common.image?.file].compactMap(\.self)
    return written.compactMap { $0.isEmpty ? nil : contentPath($0, fromFolder: id.folder) }
  }
}

/// A file that is to be read.
struct AssetRequest: Sendable {
  let file: ContentFolder.ContentFile
  let isDeclared: Bool

  private var contentPath: String { composed(file.path) }

  /// Declared files leave their folder behind.
  private var path: String {
    isDeclared ? String(contentPath.dropFirst(ContentFolder.declaredFolder.count + 1)) : contentPath
  }

  typealias Outcome = Result<AssetFile, DiagnosticFound>

  /// Reads the file once, piece by piece, and keeps of it what is to be known.
  func read() -> Outcome {
    if path.lowercased().hasSuffix(".svg"), let fault = vectorFault() { return .failure(fault) }
    if path.lowercased().hasSuffix(".svgz") { return .failure(packedDrawing) }
    guard let (head, checksum, size) = digest(), size == file.size else { return .failure(file.unreadable) }
    return .success(
      AssetFile(
        path: path, contentPath: contentPath, file: file, checksum: checksum,
        picture: isPicture ? PictureSize(ofHead: head) : nil,
        isDeclared: isDeclared))
  }

  /// What is packed cannot be looked into as it stands, and a host may hand it out unpacked.
  private var packedDrawing: DiagnosticFound {
    DiagnosticFound(
      diagnostic: Diagnostic(
        .activePicture, "a drawing is published as the text that it is, and this one is packed", at: file.place,
        help: "Save it as plain SVG, with a name that ends in .svg"))
  }

  private var isPicture: Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(path.split(separator: ".").last?.lowercased() ?? "")
  }

  /// The first bytes, the checksum and the number of all; nil where the file cannot be read.
  private func digest() -> (head: [UInt8], checksum: UInt32, size: Int)? {
    let descriptor = open(file.location, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var head: [UInt8] = []
    var checksum: UInt32 = 0
    var size = 0
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, file.size)))
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return (head, checksum, size) }
      if head.count < PictureSize.headLength { head += buffer[..<min(count, PictureSize.headLength - head.count)] }
      checksum = crc32(of: buffer[..<count], after: checksum)
      size += count
    }
  }

  /// A drawing is a text with elements, so that it may hold what runs or what tells another host who reads it.
  private func vectorFault() -> DiagnosticFound? {
    switch readText(file.location, size: file.size, shownAs: file.shownPath) {
    case .failure(let fault): return fault
    case .success(let text):
      guard let part = activePart(ofVectorPicture: Array(text.text.utf8)) else { return nil }
      return DiagnosticFound(
        diagnostic: Diagnostic(
          .activePicture, "a picture only shows, and this one has \(part.what)",
          at: text.range(ofBytes: part.offset..<part.offset + 1), help: part.help))
    }
  }
}

/// What an earlier reading of the same folder found in each file, so that only files that changed are read again.
struct AssetMemory: Sendable {
  private var entries: [String: (request: AssetRequest, outcome: AssetRequest.Outcome)] = [:]
  private var newestChange = Int64.max

  init() {}

  init(_ readings: some Sequence<(AssetRequest, AssetRequest.Outcome)>) {
    for (request, outcome) in readings { entries[request.file.path] = (request, outcome) }
    newestChange = entries.values.map(\.request.file.stamp.changed).max() ?? Int64.max
  }

  /// A file of the newest change seen is read again, for the reason that a text is.
  func outcome(of request: AssetRequest) -> AssetRequest.Outcome? {
    guard let entry = entries[request.file.path], entry.request.file.stamp == request.file.stamp,
      request.file.stamp.changed < newestChange
    else { return nil }
    return entry.outcome
  }
}
