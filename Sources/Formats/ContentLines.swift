/// Writes the content lines of iCalendar (RFC 5545, section 3.1): `NAME;PARAMETER=value:VALUE`, folded, ended by CRLF.
struct ContentLines {
  typealias Parameters = KeyValuePairs<StaticString, String>

  private(set) var bytes: [UInt8] = []

  mutating func component(_ name: StaticString, content: (inout ContentLines) -> Void) {
    word("BEGIN", name)
    content(&self)
    word("END", name)
  }

  /// Writes nothing where there is no text.
  mutating func text(_ name: StaticString, with parameters: Parameters = [:], _ text: String?) {
    guard let text else { return }
    value(name, with: parameters, ContentValue.text(text))
  }

  /// A property whose name is no constant; one that could end the name or the line is not written.
  mutating func text(named name: String, _ text: String) {
    let isName = { (byte: UInt8) in (48...57).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: "-") }
    guard !name.isEmpty, name.utf8.allSatisfy(isName) else { return }
    appendFolded(Array(name.utf8) + [UInt8(ascii: ":")] + ContentValue.text(text))
  }

  /// Lines that are folded and ended already.
  mutating func append(_ lines: [UInt8]) {
    bytes.append(contentsOf: lines)
  }

  /// Texts in one line, with commas between; nothing where there are none.
  mutating func texts(_ name: StaticString, with parameters: Parameters = [:], _ texts: [String]) {
    guard !texts.isEmpty else { return }
    value(name, with: parameters, Array(texts.map(ContentValue.text).joined(separator: [UInt8(ascii: ",")])))
  }

  mutating func address(_ name: StaticString, with parameters: Parameters = [:], _ address: String?) {
    guard let address else { return }
    value(name, with: parameters, Array(address.percentEncodedAddress.utf8))
  }

  /// A value of our own.
  mutating func word(_ name: StaticString, _ word: StaticString) {
    var bytes: [UInt8] = []
    bytes.append(text: word)
    value(name, bytes)
  }

  /// The value has to be escaped already.
  mutating func value(_ name: StaticString, with parameters: Parameters = [:], _ value: [UInt8]) {
    var line: [UInt8] = []
    line.append(text: name)
    for (name, value) in parameters {
      line.append(UInt8(ascii: ";"))
      line.append(text: name)
      line.append(UInt8(ascii: "="))
      line.append(contentsOf: ContentValue.parameter(value))
    }
    line.append(UInt8(ascii: ":"))
    line.append(contentsOf: value)
    appendFolded(line)
  }

  /// A line holds at most 75 octets besides its end, a continued one counting the space it begins with.
  private mutating func appendFolded(_ line: [UInt8]) {
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      // A character is never cut: octets of the form 10xxxxxx continue one.
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.append(contentsOf: line[start..<end])
      bytes.append(text: "\r\n ")
      start = end
      room = 74
    }
    bytes.append(contentsOf: line[start...])
    bytes.append(text: "\r\n")
  }
}
