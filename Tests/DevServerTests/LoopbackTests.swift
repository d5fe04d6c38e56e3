import Foundation
import Linking
import OutputFiles
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

  private func server(patience: Duration = .seconds(30)) throws -> PreviewServer {
    try PreviewServer(ports: [0], preview: try preview("first"), patience: patience)
  }

  /// What the server sends to these requests until it closes the connection, without the fields that are always there.
  private func exchange(_ requests: String, with server: PreviewServer) throws -> String {
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send(requests.replacing("HOST", with: "Host: localhost:\(server.port)").replacing("\n", with: "\r\n"))
    return client.readAll().replacing("\r\n", with: "\n").replacing(
      /(?:Content-Security-Policy|X-Content-Type-Options|Referrer-Policy|Cache-Control|Cross-Origin-Resource-Policy): .*\n/,
      with: "")
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

  @Test(.timeLimit(.minutes(1))) func answersARequestForAWholeAddress() throws {
    let server = try server()
    let answer = try exchange(
      "GET http://localhost:\(server.port)/ HTTP/1.1\nHOST\nConnection: close\n\n", with: server)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\n") && answer.contains("<p>first</p>"))
  }

  @Test(.timeLimit(.minutes(1))) func tellsAPageOfTheNextState() throws {
    let server = try server()
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET /.hubwright/events HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
    #expect(client.read(until: "data: first\n\n").contains("text/event-stream"))
    server.show(try preview("second"))
    #expect(client.read(until: "data: second\n\n").contains("data: second\n\n"))
  }

  /// A program that knows no chunks gets the stream as it is.
  @Test(.timeLimit(.minutes(1))) func tellsAnOldProgramOfTheNextState() throws {
    let server = try server()
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET /.hubwright/events HTTP/1.0\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
    #expect(client.read(until: "data: first\n\n").hasSuffix("\r\n\r\ndata: first\n\n"))
    server.show(try preview("second"))
    #expect(client.read(until: "data: second\n\n") == "data: second\n\n")
  }

  /// Two hundred connections may wait for their next request; with one more, the one that has waited longest makes room.
  @Test(.timeLimit(.minutes(1))) func closesTheConnectionThatHasWaitedLongest() throws {
    let server = try server()
    var clients: [LoopbackClient] = []
    func isAnswered(_ client: LoopbackClient) -> Bool {
      client.send("GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
      return client.read(until: "<p>first</p>").hasPrefix("HTTP/1.1 200 OK")
    }
    for _ in 0...200 {
      let client = try #require(LoopbackClient("127.0.0.1", server.port))
      try #require(isAnswered(client))
      clients.append(client)
    }
    #expect(!clients[0].readAll().contains("HTTP/1.1 200 OK"))
    #expect(isAnswered(clients[1]) && isAnswered(clients[200]))
  }

  @Test func takesTheNextFreePort() throws {
    let first = try server()
    let port = UInt16(first.port)
    let second = try PreviewServer(ports: [port, 0], preview: try preview("x"))
    #expect(second.port != first.port)
    #expect(second.port > 0)
    #expect(throws: ListenFailure.portIsTaken) { try PreviewServer(ports: [port], preview: try preview("x")) }
  }

  @Test(.timeLimit(.minutes(1))) func sendsNothingBehindTheHeadOfWhatABrowserHas() throws {
    let server = try server()
    let answers = try exchange(
      "GET / HTTP/1.1\nHOST\nIf-None-Match: *\n\nGET / HTTP/1.1\nHOST\nConnection: close\n\n", with: server)
    let tag = try #require(answers.firstMatch(of: /ETag: (.*)\n/)?.1)
    #expect(
      answers == """
        HTTP/1.1 304 Not Modified
        ETag: \(tag)
        Connection: keep-alive

        HTTP/1.1 200 OK
        Content-Type: text/html; charset=utf-8
        ETag: \(tag)
        Content-Length: 84
        Connection: close

        <p>first</p><script src="/.hubwright/preview.js" data-state="first" defer></script>

        """)
  }

  @Test(.timeLimit(.minutes(1))) func sendsTheHeadAloneToAHead() throws {
    let answers = try exchange("HEAD / HTTP/1.1\nHOST\nConnection: close\n\n", with: try server())
    #expect(answers.contains("Content-Length: 84\n"))
    #expect(answers.hasSuffix("Connection: close\n\n"))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("GET / HTTP/1.0\nHOST\n\n", "HTTP/1.0 200 OK"),
      ("GET / HTTP/1.1\nHOST\nConnection: Close\n\n", "HTTP/1.1 200 OK"),
      ("GET / HTTP/1.1\nHOST\nConnection: te, close\nTE: x\n\n", "HTTP/1.1 200 OK"),
      ("GET / HTTP/1.1\nHOST\nContent-Length: 2\n\nab", "HTTP/1.1 400 Bad Request"),
    ])
  func closesWhereItIsAskedTo(_ request: String, _ status: String) throws {
    let answer = try exchange(request, with: try server())
    #expect(answer.hasPrefix(status + "\n"))
    #expect(answer.contains("\nConnection: close\n"))
  }

  @Test(.timeLimit(.minutes(1))) func staysOpenWhereAnOldProgramAsksForIt() throws {
    let request = "GET / HTTP/1.0\nHOST\nConnection: keep-alive\n\n"
    let answers = try exchange(request + "GET / HTTP/1.0\nHOST\n\n", with: try server())
    #expect(answers.matches(of: /HTTP\/1.0 200 OK/).count == 2)
    #expect(answers.contains("\nConnection: keep-alive\n"))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "hello\n\n", "GET /\n\n", "GET / HTTP/3.0\n\n", "GET / HTTP/1.1\nno colon\n\n", "GET / HTTP/1.1\n: x\n\n",
      "GET / HTTP/1.1\nContent-Length: 1\nContent-Length: 2\n\n",
    ])
  func refusesWhatIsNotHTTP(_ request: String) throws {
    #expect(try exchange(request, with: try server()).hasPrefix("HTTP/1.1 400 Bad Request\n"))
  }

  @Test(.timeLimit(.minutes(1))) func refusesAHeadWithoutEnd() throws {
    let head = "GET / HTTP/1.1\nX: " + String(repeating: "x", count: 40_000)
    #expect(try exchange(head, with: try server()).hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\n"))
  }

  /// Who waits for leave to send more gets the answer, and what is sent all the same is no request (RFC 9110, section 10.1.1).
  @Test(.timeLimit(.minutes(1))) func answersWhoWaitsForLeave() throws {
    let waiting = "POST / HTTP/1.1\nHOST\nExpect: 100-continue\nContent-Length: 18\n\nGET /secret.html\n\n"
    let answer = try exchange(waiting, with: try server())
    #expect(answer.hasPrefix("HTTP/1.1 405 Method Not Allowed\n") && answer.contains("Connection: close\n"))
    #expect(answer.ranges(of: "HTTP/1.1").count == 1)
  }

  /// A page that is closed leaves nothing behind.
  @Test(.timeLimit(.minutes(1))) func letsGoOfPagesThatAreClosed() throws {
    let server = try server()
    let before = try openFiles()
    for _ in 0..<600 {
      let client = try #require(LoopbackClient("127.0.0.1", server.port))
      client.send("GET /.hubwright/events HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
      client.close()
    }
    for _ in 0..<100 where try openFiles() > before + 50 { Thread.sleep(forTimeInterval: 0.05) }
    #expect(try openFiles() <= before + 50)
  }

  private func openFiles() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }

  @Test(.timeLimit(.minutes(1))) func answersBesideConnectionsThatSayNothing() throws {
    let server = try server()
    let silent = try (0..<300).map { _ in try #require(LoopbackClient("127.0.0.1", server.port)) }
    for client in silent { client.send("GET / HT") }
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    #expect(client.read(until: "<p>first</p>").hasPrefix("HTTP/1.1 200 OK\r\n"))
    // The first had waited longest when there were too many.
    #expect(silent[0].readAll() == "")
  }

  /// A head that comes sign by sign has as long as any other.
  @Test(.timeLimit(.minutes(1))) func closesAConnectionThatTakesTooLong() throws {
    let server = try server(patience: .milliseconds(300))
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET / HTTP/1.1\r\nX: ")
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(600) {
      client.send("x")
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(client.readAll() == "")
  }

  @Test(.timeLimit(.minutes(1))) func keepsAStreamOpenLongerThanAnyRequest() throws {
    let server = try server(patience: .milliseconds(100))
    let client = try #require(LoopbackClient("127.0.0.1", server.port))
    client.send("GET /.hubwright/events HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
    _ = client.read(until: "data: first\n\n")
    Thread.sleep(forTimeInterval: 0.4)
    server.show(try preview("second"))
    #expect(client.read(until: "data: second\n\n").contains("data: second\n\n"))
  }
}
