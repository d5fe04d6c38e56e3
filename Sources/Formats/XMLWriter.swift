/// Writes well-formed XML 1.0 in UTF-8.
///
/// Names are literals of our own and elements close themselves, so that nothing in a text can change the structure.
package struct XMLWriter {
  package typealias Attributes = KeyValuePairs<StaticString, String?>

  private var written: [UInt8] = []
  /// Whether the last start tag still lacks its `>`, since it may yet turn out to be empty.
  private var isTagOpen = false
  /// For each open element, whether its children stand on lines of their own.
  private var isBlock: [Bool] = []

  package init(declaration: Bool = true) {
    if declaration { written.append(text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// The document so far.
  package var bytes: [UInt8] { written }

  /// Attributes without a value are left away.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], content: (inout XMLWriter) -> Void = { _ in }
  ) {
    write(name, attributes, asBlock: false, content: content)
  }

  /// Writes nothing where there is no text.
  package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String?) {
    guard let text else { return }
    write(name, attributes, asBlock: false) { $0.text(text) }
  }

  /// An element that holds elements alone, each on a line of its own.
  package mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:], content: (inout XMLWriter) -> Void
  ) {
    write(name, attributes, asBlock: true, content: content)
  }

  /// Adds markup that is well formed by itself, without the characters that XML forbids.
  package mutating func markup(_ markup: HTMLBytes) {
    closeTag()
    var run = 0
    for (index, octet) in markup.enumerated() where octet < 0x20 && octet != 0x09 && octet != 0x0A && octet != 0x0D {
      written.append(contentsOf: markup[run..<index])
      run = index + 1
    }
    written.append(contentsOf: markup[run...])
  }

  package mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    closeTag()
    appendEscaped(text, inAttribute: false)
  }
}

extension XMLWriter {
  private mutating func write(
    _ name: StaticString, _ attributes: Attributes, asBlock: Bool, content: (inout XMLWriter) -> Void
  ) {
    closeTag()
    if isBlock.last == true { breakLine() }
    written.append(UInt8(ascii: "<"))
    written.append(text: name)
    for (name, value) in attributes {
      if let value { writeAttribute(name, value) }
    }
    isTagOpen = true
    isBlock.append(asBlock)
    content(&self)
    isBlock.removeLast()
    if isTagOpen {
      written.append(text: "/>")
      isTagOpen = false
    } else {
      if asBlock { breakLine() }
      written.append(text: "</")
      written.append(text: name)
      written.append(UInt8(ascii: ">"))
    }
    if isBlock.isEmpty { written.append(UInt8(ascii: "\n")) }
  }

  private mutating func writeAttribute(_ name: StaticString, _ value: String) {
    written.append(UInt8(ascii: " "))
    written.append(text: name)
    written.append(text: "=\"")
    appendEscaped(value, inAttribute: true)
    written.append(UInt8(ascii: "\""))
  }

  private mutating func closeTag() {
    guard isTagOpen else { return }
    written.append(UInt8(ascii: ">"))
    isTagOpen = false
  }

  private mutating func breakLine() {
    written.append(UInt8(ascii: "\n"))
    written.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * isBlock.count))
  }

  private mutating func appendEscaped(_ text: String, inAttribute: Bool) {
    written.append(text: text) { octets, index in
      XMLWriter.replacement(at: index, in: octets, inAttribute: inAttribute)
    }
  }

  /// Leaves out the characters that XML 1.0 forbids even as references (section 2.2): controls, U+FFFE and U+FFFF.
  ///
  /// White space that a reader would turn into other white space becomes a reference (sections 2.11 and 3.3.3).
  private static func replacement(
    at index: Int, in octets: UnsafeBufferPointer<UInt8>, inAttribute: Bool
  ) -> OctetReplacement? {
    switch octets[index] {
    case UInt8(ascii: "&"): OctetReplacement("&amp;")
    case UInt8(ascii: "<"): OctetReplacement("&lt;")
    case UInt8(ascii: ">"): OctetReplacement("&gt;")
    case UInt8(ascii: "\""): inAttribute ? OctetReplacement("&quot;") : nil
    case UInt8(ascii: "\t"): inAttribute ? OctetReplacement("&#9;") : nil
    case UInt8(ascii: "\n"): inAttribute ? OctetReplacement("&#10;") : nil
    case UInt8(ascii: "\r"): OctetReplacement("&#13;")
    case 0x00..<0x20: OctetReplacement("")
    case 0xEF where octets.hasOctet(0xBF, at: index + 1):
      octets.hasOctet(0xBE, at: index + 2) || octets.hasOctet(0xBF, at: index + 2)
        ? OctetReplacement("", octetCount: 3) : nil
    default: nil
    }
  }
}
