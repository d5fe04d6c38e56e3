import Foundation

/// Bytes to and from a port of this machine.
final class LoopbackClient {
  private let descriptor: Int32

  init?(_ address: String, _ port: Int) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(port), &hints, &found) == 0, let info = found?.pointee else { return nil }
    defer { freeaddrinfo(found) }
    descriptor = socket(info.ai_family, info.ai_socktype, 0)
    guard descriptor >= 0, connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 else { return nil }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close() }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  func read(until end: String) -> String {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !text.contains(end) {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return text
  }

  /// All that comes until the other side closes the connection.
  func readAll() -> String { read(until: "\u{0}") }

  private var isClosed = false

  func close() {
    if !isClosed { _ = Foundation.close(descriptor) }
    isClosed = true
  }
}
