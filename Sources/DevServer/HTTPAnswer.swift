import NIOHTTP1

/// What the preview answers, without what frames it on the wire.
struct HTTPAnswer: Sendable, Equatable {
  let status: HTTPResponseStatus
  var headers: HTTPHeaders
  var body: [UInt8]

  init(_ status: HTTPResponseStatus, _ mediaType: String, _ body: [UInt8]) {
    self.status = status
    headers = HTTPHeaders([("Content-Type", mediaType)] + Self.always)
    self.body = body
  }

  /// An answer in one sentence.
  init(_ status: HTTPResponseStatus, _ sentence: String) {
    self.init(status, "text/plain; charset=utf-8", Array("\(sentence)\n".utf8))
  }

  /// The same file, which the browser has already (RFC 9110, section 15.4.5).
  var notModified: HTTPAnswer {
    var answer = HTTPAnswer(.notModified, "text/plain", [])
    answer.headers = headers
    answer.headers.remove(name: "Content-Type")
    return answer
  }

  /// The strictest policy that a host may set, so that a page which would break there breaks here.
  private static let always = [
    ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'self'"),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-cache"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]
}
