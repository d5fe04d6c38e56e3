import Diagnostics

/// An address outside the hub, as it stands in a source.
package struct WebAddress: Sendable {
  package let text: String
  package let place: SourceRange
}

/// Every address that begins with http:// or https:// in a source, its comments aside.
package func webAddresses(in file: SourceFile) -> [WebAddress] {
  let isMarkdown = file.path.hasSuffix(".md")
  var text = file.text
  return text.withUTF8 { bytes in
    var found: [WebAddress] = []
    var lineNumber = 0
    for line in LineRanges(of: bytes) {
      lineNumber += 1
      guard line.count > 10, !isComment(bytes[line], isMarkdown: isMarkdown) else { continue }
      var index = line.lowerBound
      // Counted on from address to address, since a line may be as long as a file.
      var column = 1
      while let start = addressStart(in: bytes, from: index, to: line.upperBound) {
        let end = addressEnd(in: bytes, from: start, to: line.upperBound)
        column += scalarCount(of: UnsafeBufferPointer(rebasing: bytes[index..<start]))
        index = end
        let length = scalarCount(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        found.append(
          WebAddress(
            text: String(decoding: bytes[start..<end], as: UTF8.self),
            place: SourceRange(
              file: file, start: SourcePosition(line: lineNumber, column: column),
              end: SourcePosition(line: lineNumber, column: column + length))))
        column += length
      }
    }
    return found
  }
}

private func isComment(_ line: Slice<UnsafeBufferPointer<UInt8>>, isMarkdown: Bool) -> Bool {
  !isMarkdown && line.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "#")
}

/// Where `http` stands with `://` or `s://` behind it.
private func addressStart(in bytes: UnsafeBufferPointer<UInt8>, from first: Int, to end: Int) -> Int? {
  var index = first
  while index + 10 < end {
    if bytes[index] == UInt8(ascii: "h"), bytes[index...].starts(with: "http".utf8) {
      let rest = bytes[(index + 4)..<end]
      let scheme = rest.starts(with: "://".utf8) ? 3 : rest.starts(with: "s://".utf8) ? 4 : 0
      // The words 'begins with https://' name no host.
      if scheme > 0, let first = rest.dropFirst(scheme).first, first > 0x2F { return index }
    }
    index += 1
  }
  return nil
}

/// Up to a space, quote or bracket that does not belong to the address, without the sign of the sentence behind it.
private func addressEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
  var index = start
  var depth = 0
  scan: while index < end {
    switch bytes[index] {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "]"), UInt8(ascii: "["):
      break scan
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      if depth == 0 { break scan }
      depth -= 1
    default: break
    }
    index += 1
  }
  while index > start, ".,;:!?'*_".utf8.contains(bytes[index - 1]) { index -= 1 }
  return index
}

/// What is wrong with the addresses of a source by the look of them; of those that begin with http:// the first is reported.
func addressFaults(in file: SourceFile) -> [Diagnostic] {
  let addresses = webAddresses(in: file)
  let insecure = addresses.filter { $0.text.hasPrefix("http://") }
  let others = insecure.count - 1
  return addresses.compactMap(suspicion(of:))
    + insecure.prefix(1).map { address in
      Diagnostic(
        .insecureAddress,
        "an address begins with https:// where its host answers there"
          + (others == 0 ? "" : "; \(others) more of this file do not"),
        at: address.place, help: "Try it with https://")
    }
}

private func suspicion(of address: WebAddress) -> Diagnostic? {
  let rest = address.text.drop { $0 != "/" }.dropFirst(2)
  let host = rest.prefix { !"/?#".contains($0) }
  let name = host.split(separator: "@").last?.split(separator: ":").first.map(String.init) ?? ""
  if !name.contains(".") || name.hasSuffix(".") || name.contains("..") || ["http", "https"].contains(name) {
    return Diagnostic(
      .suspiciousAddress, "an address names a host such as example.org, not '\(host.prefix(60))'", at: address.place,
      help: "Compare it with the page in a browser")
  }
  return nil
}
