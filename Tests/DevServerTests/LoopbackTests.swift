import Foundation
import Linking
import Outputs
import TestSupport
import Testing

@testable import DevServer

/// The preview over a real socket.
struct LoopbackTests {
  private func preview(_ state: String) throws -> Preview {
    let plan = try OutputPlan([OutputFile(path: PageAddress.path("index.html")) { Array("<p>\(state)</p>".utf8) }])
    return Preview(state: state, site: plan, faults: nil)
  }

  private func server() throws -> PreviewServer {
    let server = try PreviewServer(ports: Array(41_000..<41_200), preview: try preview("first"))
    server.start()
    return server
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["127.0.0.1", "::1"])
  func answersOnBothLoopbackAddresses(_ address: String) throws {
    let server = try server()
    guard let client = LoopbackClient(address, server.port) else {
      #expect(address == "::1", "only the newer address may be missing")
      return
    }
    client.send("GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    #expect(client.read(until: "<p>first</p>").hasPrefix("HTTP/1.1 200 OK\r\n"))
    client.send("GET /none HTTP/1.1\r\nHost: localhost:\(server.port)\r\nConnection: close\r\n\r\n")
    #expect(client.read(until: "no such page").contains("HTTP/1.1 404 Not Found\r\n"))
  }

  @Test(.timeLimit(.minutes(1))) func tellsAPageOfTheNextState() throws {
    let server = try server()
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET /.hubwright/events HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
    #expect(client.read(until: "data: first\n\n").contains("text/event-stream"))
    server.show(try preview("second"))
    #expect(client.read(until: "data: second\n\n").hasSuffix("data: second\n\n"))
  }

  @Test func takesTheNextFreePort() throws {
    let first = try server()
    let second = try PreviewServer(ports: [first.port, first.port + 500], preview: try preview("x"))
    #expect(second.port == first.port + 500)
    #expect(throws: ListenFailure.portIsTaken) {
      try PreviewServer(ports: [first.port], preview: try preview("x"))
    }
  }

  @Test(.timeLimit(.minutes(1))) func refusesAHeadWithoutEnd() throws {
    let server = try server()
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 40_000))
    #expect(client.read(until: "too long").hasPrefix("HTTP/1.1 431 "))
  }

  /// A page that is closed leaves nothing behind.
  @Test(.timeLimit(.minutes(1))) func letsGoOfPagesThatAreClosed() throws {
    let server = try server()
    for _ in 0..<600 {
      let client = try #require(LoopbackClient("127.0.0.1", server.port))
      client.send("GET /.hubwright/events HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
      client.close()
      server.show(try preview("first"))
    }
    Thread.sleep(forTimeInterval: 1.5)
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    #expect(client.read(until: "<p>first</p>").contains("200 OK"))
  }
}

/// Bytes to and from a port of this machine.
private final class LoopbackClient {
  private let descriptor: Int32

  init?(_ address: String, _ port: UInt16) {
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

  private var isClosed = false

  func close() {
    if !isClosed { _ = Foundation.close(descriptor) }
    isClosed = true
  }
}
