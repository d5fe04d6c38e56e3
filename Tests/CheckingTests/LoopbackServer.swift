import Foundation

/// A web server of three addresses on this machine, for one test: `/there`, `/old`, which has moved there, and nothing else.
final class LoopbackServer: @unchecked Sendable {
  let address: String
  private let listener: Int32

  struct NoSocket: Error {}

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(listener, general, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, general, &size) == 0
      }
    }
    guard isBound else { throw NoSocket() }
    let address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    self.listener = listener
    self.address = address
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Self.answer(on: connection, address)
        close(connection)
      }
    }
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func answer(on connection: Int32, _ address: String) {
    var request = [UInt8](repeating: 0, count: 4_096)
    let count = recv(connection, &request, request.count, 0)
    let path =
      String(decoding: request.prefix(max(0, count)), as: UTF8.self).split(separator: " ").dropFirst().first ?? ""
    let head =
      switch path {
      case "/there": "200 OK\r\n"
      case "/old": "301 Moved Permanently\r\nLocation: \(address)/there\r\n"
      default: "404 Not Found\r\n"
      }
    let response = Array("HTTP/1.1 \(head)Content-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    _ = send(connection, response, response.count, 0)
  }
}
