import Diagnostics
import Formats
import Glibc

/// A diagnostic in place of a value.
package struct DiagnosticFound: Error {
  package let diagnostic: Diagnostic

  package init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Reads a text file whole: at most two megabytes of UTF-8 without control characters; the failure is a diagnostic on
/// it.
///
/// A byte-order mark is dropped. `size` is what the folder said of the file; one that grew since is read as far as
/// that.
package func readText(
  _ location: String, size: Int, shownAs path: String, limit: Int = ContentFolder.largestText
) -> Result<SourceFile, DiagnosticFound> {
  func failure(_ code: DiagnosticCode, _ rule: String, _ help: String) -> Result<SourceFile, DiagnosticFound> {
    let place = SourceRange.start(of: SourceFile(path: path, text: ""))
    return .failure(DiagnosticFound(diagnostic: Diagnostic(code, rule, at: place, help: help)))
  }
  guard size <= limit else {
    return failure(
      .fileTooLarge,
      "a text holds at most \(limit / 1_000_000) megabytes, and this has \(size) bytes",
      "Cut it into several files, or move it out of the hub")
  }
  guard let bytes = readBytes(location, count: size) else {
    return failure(.unreadableFile, "the file can be read", "Check its permissions")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    return .failure(invalidEncoding(of: bytes, in: path))
  }
  let file = SourceFile(
    path: path, text: text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text)
  if mayHoldControlCharacters(bytes), let fault = controlCharacter(in: file) { return .failure(fault) }
  if let fault = unfinishedMerge(in: file) { return .failure(fault) }
  return .success(file)
}

/// The first bytes of a file, fewer where it is shorter; nil where it cannot be read.
func readBytes(_ location: String, count wanted: Int) -> [UInt8]? {
  let descriptor = open(location, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var hasFailed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
    while count < wanted, let start = buffer.baseAddress {
      let got = read(descriptor, start + count, wanted - count)
      if got < 0, errno == EINTR { continue }
      hasFailed = got < 0
      if got <= 0 { break }
      count += got
    }
  }
  return hasFailed ? nil : bytes
}

/// Tells where the first byte stands that is no UTF-8: there the text, with what is wrong replaced, first differs from
/// the bytes.
private func invalidEncoding(of bytes: [UInt8], in path: String) -> DiagnosticFound {
  let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
  let offset = zip(bytes, file.text.utf8).prefix { $0 == $1 }.count
  return DiagnosticFound(
    diagnostic: Diagnostic(
      .invalidEncoding, "a text is written in UTF-8, and this sign is not",
      at: file.range(ofBytes: offset..<offset + 1),
      help: "Save the file again as UTF-8"))
}

/// Whether a text may hold control characters, in one pass without a branch, since almost none does.
private func mayHoldControlCharacters(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    var found: UInt8 = 0
    for byte in bytes {
      let isWhiteSpace = UInt8(byte == 0x0A) | UInt8(byte == 0x0D) | UInt8(byte == 0x09)
      // 0xC2 begins U+0080 to U+009F, and 0xEF the two noncharacters U+FFFE and U+FFFF.
      found |= (UInt8(byte < 0x20) ^ isWhiteSpace) | UInt8(byte == 0x7F) | UInt8(byte == 0xC2) | UInt8(byte == 0xEF)
    }
    return found != 0
  }
}

extension UInt8 {
  /// One for true.
  @inline(__always) fileprivate init(_ isTrue: Bool) { self = isTrue ? 1 : 0 }
}

/// Whether a sign has no place in HTML, XML or YAML: control characters, of which the second block comes from texts
/// that were decoded wrongly, and the two noncharacters that XML excludes.
func isControlCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
  default: false
  }
}

private func controlCharacter(in file: SourceFile) -> DiagnosticFound? {
  var offset = 0
  for scalar in file.text.unicodeScalars {
    if isControlCharacter(scalar) {
      let name = "U+" + scalar.value.hexadecimal(digits: 4).uppercased()
      return DiagnosticFound(
        diagnostic: Diagnostic(
          .invalidEncoding, "a text holds no control characters, and this is \(name)",
          at: file.range(ofBytes: offset..<offset + 1), help: "Remove the sign, or save the file again as UTF-8"))
    }
    offset += UTF8.width(scalar)
  }
  return nil
}
