import Digests
import Linking

/// Every file of an edition with its SHA-256, in the form that `sha256sum --check` of GNU coreutils reads; its last line is the digest of
/// those before, by which the edition is known and damage to the list itself is found.
package struct EditionManifest: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    package let path: OutputPath
    package let digest: FileDigest
    /// Of a file at an old address, that to which a host may lead on in its place.
    package let target: OutputPath?

    package init(path: OutputPath, digest: FileDigest, target: OutputPath? = nil) {
      self.path = path
      self.digest = digest
      self.target = target
    }
  }

  package static let fileName = "SHA256SUMS"
  package static let signatureName = "SHA256SUMS.sig"

  /// The hub's, in one line each.
  package let title: String
  package let address: String
  /// The day that the edition was made for, such as `2026-11-09`.
  package let day: String
  /// Sorted by path; neither the manifest nor its signature is among them.
  package let files: [File]

  package init(title: String, address: String, day: String, files: [File]) {
    self.title = Self.oneLine(title)
    self.address = Self.oneLine(address)
    self.day = day
    self.files = files.sorted { $0.path < $1.path }
  }

  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    func write(_ line: String) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(newline)
    }
    for line in Self.head(title, address, day) { write(line) }
    for file in files {
      if let target = file.target { write(Self.targetMark + target.text) }
      write("\(file.digest.hexadecimal)  \(file.path.text)")
    }
    write(Self.editionMark + FileDigest(of: [bytes]).hexadecimal)
    return bytes
  }

  /// Why octets are no manifest, as a sentence goes on after "SHA256SUMS".
  package struct Damage: Error, Equatable {
    package let reason: String
  }

  /// Reads what `encoded` wrote, to the last octet; anything else is damage, since a list that was touched says nothing of files.
  package init(decoding bytes: [UInt8]) throws(Damage) {
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    guard lines.count >= Self.headLength + 2, lines[lines.count - 1].isEmpty,
      lines[lines.count - 2].starts(with: Self.editionMark.utf8)
    else {
      throw Damage(reason: "does not end with the line of its edition: it is cut off, or another program wrote it")
    }
    let last = lines[lines.count - 2]
    guard let named = FileDigest(hexadecimal: last.dropFirst(Self.editionMark.utf8.count)),
      FileDigest(of: [Array(bytes[..<last.startIndex])]) == named
    else { throw Damage(reason: "is damaged: its lines are not those that its last line was made of") }
    let head = lines[..<Self.headLength].map { String(decoding: $0, as: UTF8.self) }
    guard head[1].hasPrefix(Self.hubMark), head[2].hasPrefix(Self.addressMark), head[3].hasPrefix(Self.dayMark)
    else {
      throw Damage(reason: "does not say whose edition it lists")
    }
    title = String(head[1].dropFirst(Self.hubMark.count))
    address = String(head[2].dropFirst(Self.addressMark.count))
    day = String(head[3].dropFirst(Self.dayMark.count))
    files = try Self.files(in: lines[Self.headLength..<(lines.count - 2)])
    guard head == Self.head(title, address, day) else { throw Damage(reason: "begins with lines that no edition has") }
  }

  /// `lines` are numbered from zero on.
  private static func files(in lines: ArraySlice<ArraySlice<UInt8>>) throws(Damage) -> [File] {
    var files: [File] = []
    var target: OutputPath?
    for (index, line) in zip(lines.indices, lines) {
      if target == nil, line.starts(with: targetMark.utf8) {
        target = OutputPath(utf8: line.dropFirst(targetMark.utf8.count))
        if target != nil { continue }
      }
      guard let file = file(of: line, leadingTo: target), files.last.map({ $0.path < file.path }) ?? true else {
        throw Damage(reason: "has no checksum and file on line \(index + 1)")
      }
      files.append(file)
      target = nil
    }
    guard target == nil else { throw Damage(reason: "names no file behind its last old address") }
    return files
  }

  private static func file(of line: ArraySlice<UInt8>, leadingTo target: OutputPath?) -> File? {
    guard let digest = FileDigest(hexadecimal: line.prefix(64)), line.dropFirst(64).starts(with: "  ".utf8),
      let path = OutputPath(utf8: line.dropFirst(66))
    else { return nil }
    return File(path: path, digest: digest, target: target)
  }

  private static let hubMark = "# Hub: "
  private static let addressMark = "# Address: "
  private static let dayMark = "# Day: "
  private static let targetMark = "# Next, an old address, at which hosts may answer with "
  private static let editionMark = "# Edition: "
  private static let headLength = 5

  private static func head(_ title: String, _ address: String, _ day: String) -> [String] {
    [
      "# Checksums (SHA-256) of every other file of this edition", hubMark + title, addressMark + address,
      dayMark + day,
      "# Check a copy of it: sha256sum --check \(fileName), or hubwright verify FOLDER",
    ]
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}

private let newline = UInt8(ascii: "\n")
