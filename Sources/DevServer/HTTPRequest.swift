/// What a browser asks for: the head of a request (RFC 9112 §3 and §5), as far as a preview needs it.
struct HTTPRequest: Sendable, Equatable {
  let method: String
  /// The path and query as they were sent.
  let target: String
  /// By name in lower case; of a name that stands twice, the values joined by a comma.
  private let fields: [String: String]

  /// Reads the lines of a head without the empty one that ends it; nil where it is no request of HTTP/1.
  init?(head: some StringProtocol) {
    var lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst() else { return nil }
    let parts = first.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, parts[2].hasPrefix("HTTP/1.") else { return nil }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line.first != " ", line.first != "\t" else {
        return nil
      }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
      fields[name] = fields[name].map { "\($0), \(value)" } ?? value
    }
    method = String(parts[0])
    target = String(parts[1])
    self.fields = fields
  }

  subscript(name: String) -> String? { fields[name] }

  /// Whether more than a head was sent, which a preview never asks for.
  var hasBody: Bool {
    self["transfer-encoding"] != nil || self["content-length"].map { $0 != "0" } ?? false
  }

  var staysOpen: Bool { self["connection"]?.lowercased() != "close" }
}

extension HTTPRequest {
  /// The path with its escapes resolved; nil where it is none, or is not UTF-8.
  var path: String? {
    let written = target.prefix { $0 != "?" && $0 != "#" }
    guard written.hasPrefix("/") else { return nil }
    var bytes: [UInt8] = []
    var rest = written.utf8.dropFirst()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
