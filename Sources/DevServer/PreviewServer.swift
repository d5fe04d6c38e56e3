import Foundation

/// Serves the newest preview on this machine alone, and tells open pages when there is a newer one.
package final class PreviewServer: Sendable {
  package let port: UInt16
  private let sockets: [LoopbackSocket]
  private let current: CurrentPreview
  private let connections = ConnectionCount()

  /// Listens on one of the ports, the first that is free.
  package init(ports: [UInt16], preview: Preview) throws(ListenFailure) {
    current = CurrentPreview(preview)
    for port in ports {
      do {
        sockets = try LoopbackSocket.listen(on: port)
        self.port = port
        return
      } catch .portIsTaken {
        continue
      }
    }
    throw .portIsTaken
  }

  package func start() {
    for socket in sockets {
      Thread.detachNewThread { [self] in
        while let connection = socket.accept() { serveInBackground(connection) }
      }
    }
  }

  /// Shows another preview: pages that are open ask for it at once.
  package func show(_ preview: Preview) { current.replace(with: preview) }

  private func serveInBackground(_ connection: LoopbackSocket) {
    guard connections.enter() else { return connection.close() }
    Thread.detachNewThread { [self] in
      serve(connection)
      connection.close()
      connections.leave()
    }
  }

  private func serve(_ connection: LoopbackSocket) {
    var waiting: [UInt8] = []
    while let head = readHead(of: connection, &waiting) {
      guard head.count <= Self.longestHead else {
        return reply(HTTPResponse(.headTooLarge, "The request is too long."), on: connection)
      }
      guard let text = String(validating: head, as: UTF8.self), let request = HTTPRequest(head: text) else {
        return reply(HTTPResponse(.badRequest, "The preview does not understand this request."), on: connection)
      }
      switch answer(request, current.value, port: port) {
      case .events: return sendEvents(to: connection)
      case .response(let response):
        let staysOpen = request.staysOpen && !request.hasBody
        let bytes = response.encoded(withBody: request.method != "HEAD", staysOpen: staysOpen)
        guard connection.write(bytes), staysOpen else { return }
      }
    }
  }

  private func reply(_ response: HTTPResponse, on connection: LoopbackSocket) {
    _ = connection.write(response.encoded(withBody: true, staysOpen: false))
  }

  private static let longestHead = 16_384

  /// The next head without the empty line that ends it; nil where the connection is done.
  private func readHead(of connection: LoopbackSocket, _ waiting: inout [UInt8]) -> [UInt8]? {
    let ending = Array("\r\n\r\n".utf8)
    while true {
      if let end = waiting.indices.dropLast(3).first(where: { waiting[$0..<($0 + 4)].elementsEqual(ending) }) {
        defer { waiting.removeFirst(end + 4) }
        return Array(waiting[..<end])
      }
      guard waiting.count <= Self.longestHead else { return waiting }
      let bytes = connection.read(atMost: 8_192)
      guard !bytes.isEmpty else { return nil }
      waiting += bytes
    }
  }

  /// Names the state now and whenever there is another, for as long as the page listens.
  private func sendEvents(to connection: LoopbackSocket) {
    guard connection.write(HTTPResponse.eventStreamHead) else { return }
    var told: String?
    while !connection.isAbandoned {
      let state = current.state(after: told, atMost: 1)
      guard state != told else { continue }
      guard connection.write(Array("data: \(state)\n\n".utf8)) else { return }
      told = state
    }
  }
}

/// The newest preview, for all connections.
private final class CurrentPreview: @unchecked Sendable {
  private let condition = NSCondition()
  private var preview: Preview

  init(_ preview: Preview) { self.preview = preview }

  var value: Preview { condition.withLock { preview } }

  func replace(with preview: Preview) {
    condition.withLock {
      self.preview = preview
      condition.broadcast()
    }
  }

  /// The state, as soon as it is another than this, or as it is after so many seconds.
  func state(after known: String?, atMost seconds: TimeInterval) -> String {
    condition.withLock {
      if preview.state == known { _ = condition.wait(until: Date(timeIntervalSinceNow: seconds)) }
      return preview.state
    }
  }
}

/// How many connections there are; more than a few browsers need are refused.
private final class ConnectionCount: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func enter() -> Bool {
    lock.withLock {
      guard count < 200 else { return false }
      count += 1
      return true
    }
  }

  func leave() { lock.withLock { count -= 1 } }
}
