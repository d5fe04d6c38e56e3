/// Writes JSON values one after the other; the whole text is `JSONValue.encoded`.
struct JSONWriter {
  private let place: JSONValue.Place
  private let layout: JSONValue.Layout
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init(place: JSONValue.Place, layout: JSONValue.Layout) {
    self.place = place
    self.layout = layout
    bytes.reserveCapacity(1_024)
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .object(let members):
      writeList(members, between: "{", and: "}") { writer, member in
        writer.write(member.name)
        writer.bytes.append(text: writer.layout == .lines ? ": " : ":")
        writer.write(member.value)
      }
    case .array(let elements):
      writeList(elements, between: "[", and: "]") { writer, element in writer.write(element) }
    case .string(let text): write(text)
    case .integer(let number): bytes.append(text: String(number))
    case .number(let number): bytes.append(text: JSONWriter.text(of: number))
    case .bool(let flag): bytes.append(text: String(flag))
    case .null: bytes.append(text: "null")
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], between opening: StaticString, and closing: StaticString,
    writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(text: opening)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      writeElement(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(text: closing)
  }

  private mutating func breakLine() {
    guard layout == .lines else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// The shortest digits that read back as the same number; whole numbers without a point.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard let whole = Int(exactly: number), abs(number) < 0x1p53, number != 0 || number.sign == .plus else {
      return number.description
    }
    return String(whole)
  }
}

// MARK: Strings

extension JSONWriter {
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isInScript = place == .scriptElement
    bytes.append(text: text, passingOver: JSONWriter.isPlain) { octets, index in
      JSONWriter.replacement(at: index, in: octets, isInScript: isInScript)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether none of eight octets is ever replaced, wherever the text will stand.
  @inline(__always)
  private static func isPlain(_ octets: UInt64) -> Bool {
    let isReplaced =
      octets.hasByte(below: 0x20) || octets.hasByte(UInt8(ascii: "&"), ignoring: 0x04)
      || octets.hasByte(UInt8(ascii: ">"), ignoring: 0x02) || octets.hasByte(UInt8(ascii: "\\"))
      || octets.hasByte(0xE2)
    return !isReplaced
  }

  @inline(__always)
  private static func replacement(
    at index: Int, in octets: UnsafeBufferPointer<UInt8>, isInScript: Bool
  ) -> OctetReplacement? {
    let octet = octets[index]
    switch octet {
    case UInt8(ascii: "\""): return OctetReplacement("\\\"")
    case UInt8(ascii: "\\"): return OctetReplacement("\\\\")
    case UInt8(ascii: "\n"): return OctetReplacement("\\n")
    case UInt8(ascii: "\r"): return OctetReplacement("\\r")
    case UInt8(ascii: "\t"): return OctetReplacement("\\t")
    case 0x00..<0x20: return OctetReplacement(reference(to: octet))
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      return isInScript ? OctetReplacement(reference(to: octet)) : nil
    case 0xE2 where isInScript && octets.hasOctet(0x80, at: index + 1):
      if octets.hasOctet(0xA8, at: index + 2) { return OctetReplacement("\\u2028", octetCount: 3) }
      if octets.hasOctet(0xA9, at: index + 2) { return OctetReplacement("\\u2029", octetCount: 3) }
      return nil
    default: return nil
    }
  }

  private static func reference(to octet: UInt8) -> String {
    var bytes: [UInt8] = []
    bytes.append(text: "\\u00")
    bytes.appendHexadecimal(octet)
    return String(decoding: bytes, as: UTF8.self)
  }
}
