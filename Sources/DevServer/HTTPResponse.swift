/// What the preview answers.
struct HTTPResponse: Sendable, Equatable {
  enum Status: Int, Sendable {
    case ok = 200
    case movedPermanently = 301
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case headTooLarge = 431
    case internalServerError = 500

    var reason: String {
      switch self {
      case .ok: "OK"
      case .movedPermanently: "Moved Permanently"
      case .notModified: "Not Modified"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .headTooLarge: "Request Header Fields Too Large"
      case .internalServerError: "Internal Server Error"
      }
    }
  }

  let status: Status
  var fields: [(name: String, value: String)]
  var body: [UInt8] = []

  init(_ status: Status, _ mediaType: String, _ body: [UInt8]) {
    self.status = status
    fields = [("Content-Type", mediaType)]
    self.body = body
  }

  /// An answer in one sentence.
  init(_ status: Status, _ sentence: String) {
    self.init(status, "text/plain; charset=utf-8", Array("\(sentence)\n".utf8))
  }

  /// The bytes on the wire; a HEAD gets the head alone.
  func encoded(withBody: Bool, staysOpen: Bool) -> [UInt8] {
    var bytes = head(closing: staysOpen ? [] : [("Connection", "close")])
    if withBody, status != .notModified { bytes += body }
    return bytes
  }

  private func head(closing others: [(name: String, value: String)]) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    for (name, value) in fields + Self.always + [("Content-Length", String(body.count))] + others {
      text += "\(name): \(value)\r\n"
    }
    return Array((text + "\r\n").utf8)
  }

  /// The strictest policy that a host may set, so that a page which would break there breaks here.
  private static let always = [
    ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'self'"),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-cache"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// The head of an answer that goes on as long as the page is open (the HTML standard, §9.2 "Server-sent events").
  static let eventStreamHead = Array(
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n".utf8)

  static func == (left: HTTPResponse, right: HTTPResponse) -> Bool {
    left.encoded(withBody: true, staysOpen: true) == right.encoded(withBody: true, staysOpen: true)
  }
}
