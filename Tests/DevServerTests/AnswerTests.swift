import Linking
import NIOHTTP1
import OutputFiles
import Outputs
import Testing

@testable import DevServer

/// What the preview answers, and what it keeps to itself.
struct AnswerTests {
  private let page =
    "<!DOCTYPE html><html><head><title>T</title></head><body class=\"page-issue\"><p>Text</p></body></html>"

  /// The links of 404.html begin at the root of the host on which the site will lie.
  @Test(arguments: [
    ("/some/hub/", HTTPResponseStatus.ok), ("/some/hub/issues/", .ok), ("/some/hub/assets/style.css", .ok),
    ("/some/hub/none.html", .notFound), ("/some/hubs/index.html", .notFound), ("/some/", .notFound),
    ("/some/hub//assets/style.css", .notFound), ("/some/hub/../index.html", .notFound),
  ])
  func knowsTheFolderOfTheHubsAddress(_ target: String, _ status: HTTPResponseStatus) throws {
    let plan = try OutputPlan(
      ["index.html", "issues/index.html", "assets/style.css", "404.html"].map { path in
        OutputFile(path: PageAddress.path(path)) { Array(page.utf8) }
      }, hostFolder: "/some/hub/")
    let given = Preview(state: "7-1", site: plan, faults: nil)
    guard case .once(let response) = answer(request(target, "GET", "localhost:4000", ""), given, port: 4000) else {
      Issue.record("a stream of events")
      return
    }
    #expect(response.status == status)
  }

  private func preview(faults: String? = nil, isEmpty: Bool = false) throws -> Preview {
    let files = [
      ("index.html", page), ("issues/index.html", page), ("issues/itrs.html", page), ("404.html", page),
      ("assets/style.css", "body {}"), ("data/été.json", "{}"),
    ]
    let plan = try OutputPlan(
      files.map { path, text in OutputFile(path: PageAddress.path(path)) { Array(text.utf8) } })
    return Preview(state: "7-1", site: isEmpty ? nil : plan, faults: faults)
  }

  private func ask(
    _ target: String, method: String = "GET", host: String = "localhost:4000", _ others: String = "",
    faults: String? = nil, isEmpty: Bool = false
  ) throws -> HTTPAnswer {
    let given = try preview(faults: faults, isEmpty: isEmpty)
    guard case .once(let response) = answer(request(target, method, host, others), given, port: 4000) else {
      Issue.record("a stream of events")
      return HTTPAnswer(.badRequest, "")
    }
    return response
  }

  private func request(_ target: String, _ method: String, _ host: String, _ others: String) -> HTTPRequestHead {
    var head = HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: target)
    head.headers.add(name: "Host", value: host)
    for field in others.split(separator: "\n") {
      let parts = field.split(separator: ": ")
      head.headers.add(name: String(parts[0]), value: String(parts[1]))
    }
    return head
  }

  private func text(_ response: HTTPAnswer) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
    ("/issues/", "text/html; charset=utf-8"), ("/issues/itrs.html?a=b", "text/html; charset=utf-8"),
    ("/assets/style.css", "text/css; charset=utf-8"), ("/data/%C3%A9t%C3%A9.json", "application/json"),
    ("/.hubwright/preview.js", "text/javascript; charset=utf-8"),
  ])
  func servesTheFilesOfTheSite(_ target: String, _ mediaType: String) throws {
    let response = try ask(target)
    #expect(response.status == .ok)
    #expect(response.headers["Content-Type"] == [mediaType])
  }

  @Test(arguments: [
    "/../etc/passwd", "/%2e%2e/etc/passwd", "/issues/..%2f..%2fetc/passwd", "//etc/passwd", "/etc/passwd",
    "/issues/../index.html", "/.hubwright/", "/.hubwright-manifest", "/issues/itrs.html/", "/%00", "/a%0d%0ab",
    "/C:%5Cwindows", "/issues%5Citrs.html",
  ])
  func hasNothingButTheSite(_ target: String) throws {
    let response = try ask(target)
    #expect(response.status == .notFound)
    #expect(text(response).contains("<p>Text</p>"))
  }

  @Test(arguments: ["/%zz", "/%4", "/%ff", "http://localhost:4000/%zz", "https://localhost:4000/", "*"])
  func refusesWhatIsNoPath(_ target: String) throws {
    #expect(try ask(target).status == .badRequest)
  }

  /// RFC 9112, section 3.2.2: a server understands a whole address, whose host goes before the field.
  @Test(arguments: [
    ("http://localhost:4000/", HTTPResponseStatus.ok), ("HTTP://LOCALHOST:4000", .ok),
    ("http://127.0.0.1:4000?a=b", .ok),
    ("http://[::1]:4000/issues/itrs.html", .ok), ("http://localhost:4000/none.html", .notFound),
    ("http://localhost:4000//etc/passwd", .notFound), ("http://localhost:4001/", .forbidden),
    ("http://example.org/", .forbidden), ("http://me@localhost:4000/", .forbidden), ("http:///", .forbidden),
  ])
  func understandsAWholeAddress(_ target: String, _ status: HTTPResponseStatus) throws {
    #expect(try ask(target).status == status)
    #expect(try ask(target, host: "example.org").status == status)
  }

  @Test func leadsFromAFolderToItsPage() throws {
    let response = try ask("/issues")
    #expect(response.status == .movedPermanently)
    #expect(response.headers["Location"] == ["/issues/"])
  }

  @Test(arguments: ["localhost:4000", "127.0.0.1:4000", "[::1]:4000", "LOCALHOST:4000"])
  func answersToItsOwnNames(_ host: String) throws {
    #expect(try ask("/", host: host).status == .ok)
    #expect(try ask("/", host: host, "Origin: http://\(host)").status == .ok)
  }

  @Test(arguments: ["example.org", "example.org:4000", "localhost:4001", "localhost", "localhost.example.org:4000", ""])
  func refusesForeignNames(_ host: String) throws {
    #expect(try ask("/", host: host).status == .forbidden)
  }

  @Test func refusesARequestWithTwoNames() throws {
    #expect(try ask("/", "Host: example.org").status == .forbidden)
  }

  @Test(arguments: ["https://example.org", "http://localhost:4001", "https://localhost:4000", "null"])
  func refusesForeignPages(_ origin: String) throws {
    #expect(try ask("/", "Origin: \(origin)").status == .forbidden)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"])
  func canOnlyBeRead(_ method: String) throws {
    let response = try ask("/", method: method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers["Allow"] == ["GET, HEAD"])
  }

  @Test(arguments: [
    "TAG", "W/TAG", "\"other\", TAG", "\"other\",W/TAG,\"third\"", "*", "\"other\"\nIf-None-Match: TAG",
  ])
  func sendsAFileOnceToABrowserThatHasIt(_ field: String) throws {
    let first = try ask("/assets/style.css")
    let tag = try #require(first.headers["ETag"].first)
    let second = try ask("/assets/style.css", "If-None-Match: \(field.replacing("TAG", with: tag))")
    #expect(second.status == .notModified)
    #expect(second.body == [])
    #expect(second.headers["ETag"] == [tag])
    #expect(second.headers["Cache-Control"] == ["no-cache"])
  }

  @Test(arguments: ["\"other\"", "other", ""]) func sendsAFileToABrowserThatHasAnother(_ field: String) throws {
    #expect(try ask("/assets/style.css", field.isEmpty ? "" : "If-None-Match: \(field)").status == .ok)
    let tag = try #require(try ask("/assets/style.css").headers["ETag"].first)
    #expect(try ask("/", "If-None-Match: \(tag)").status == .ok)
  }

  /// What is not there has no state that a browser could have.
  @Test func saysThatAFileIsMissingWhateverTheBrowserHas() throws {
    #expect(try ask("/none.html", "If-None-Match: *").status == .notFound)
  }

  @Test(arguments: ["Content-Length: 4", "Transfer-Encoding: chunked"]) func refusesABody(_ field: String) throws {
    #expect(try ask("/", field).status == .badRequest)
    #expect(try ask("/", "Content-Length: 0").status == .ok)
  }

  @Test func addsTheScriptToPagesAlone() throws {
    let served = text(try ask("/"))
    #expect(
      served
        == page.replacing(
          "</head>", with: "<script src=\"/.hubwright/preview.js\" data-state=\"7-1\" defer></script>\n</head>"))
    #expect(text(try ask("/assets/style.css")) == "body {}")
  }

  @Test func showsFaultsAboveTheLastGoodPage() throws {
    let served = text(try ask("/issues/itrs.html", faults: "error[raw-html]: no <b>"))
    #expect(served.contains("<body class=\"page-issue\"><section class=\"hubwright-faults\""))
    #expect(served.contains("error[raw-html]: no &lt;b&gt;</pre></section>\n<p>Text</p>"))
    #expect(served.contains("/.hubwright/preview.css"))
  }

  @Test func showsFaultsAloneWhereNoSiteCouldBeBuilt() throws {
    let response = try ask("/anything.html", faults: "error[missing-hub-file]: …", isEmpty: true)
    #expect(response.status == .ok)
    #expect(text(response).contains("error[missing-hub-file]: …"))
    #expect(text(response).contains("/.hubwright/preview.js"))
  }

  @Test func namesAStreamOfEvents() throws {
    let own = request("/.hubwright/events", "GET", "localhost:4000", "Origin: http://localhost:4000")
    #expect(answer(own, try preview(), port: 4000) == .events)
    #expect(try ask("/.hubwright/events", method: "HEAD").headers["Content-Type"] == ["text/event-stream"])
  }
}

/// What a failed build leaves on the screen.
struct PreviewHistoryTests {
  @Test func keepsTheLastGoodSite() throws {
    let plan = try OutputPlan([OutputFile(path: PageAddress.path("index.html")) { [] }])
    var history = PreviewHistory(run: "7")
    let broken = history.preview(after: BuildAttempt(site: nil, faults: "first"))
    #expect(broken.site == nil && broken.faults == "first" && !history.isCurrent)
    let good = history.preview(after: BuildAttempt(site: plan, faults: "warning"))
    #expect(good.site?.files.count == 1 && good.faults == nil && history.isCurrent)
    let worse = history.preview(after: BuildAttempt(site: nil, faults: "second"))
    #expect(worse.site?.files.count == 1 && worse.faults == "second")
    #expect(history.completed(with: plan).state == worse.state)
    #expect([broken.state, good.state, worse.state] == ["7-1", "7-2", "7-3"])
  }
}
