import Content
import Diagnostics
import Foundation
import Linking
import NIOHTTP1
import OutputFiles

/// What a request gets: an answer, or the stream that tells a page when it is out of date.
enum Answer: Sendable, Equatable {
  case once(HTTPAnswer)
  case events
}

/// Answers out of the planned site and nothing else: a path is looked up among the site's, never on disk.
///
/// Only pages of this server may ask: another name for the machine in `Host` would let a foreign page read the hub after its
/// own name was pointed here, and a foreign `Origin` is a foreign page.
func answer(_ request: HTTPRequestHead, _ preview: Preview, port: Int) -> Answer {
  let hosts = ["localhost", "127.0.0.1", "[::1]"].flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }
  let target = RequestTarget(request.uri)
  // What a target names goes before the field (RFC 9112, section 3.2.2).
  guard request.headers["Host"].count == 1,
    hosts.contains((target.host ?? request.headers["Host"][0][...]).lowercased())
  else {
    return .once(HTTPAnswer(.forbidden, "The preview is at http://localhost:\(port)/ and has no other name."))
  }
  let origins = hosts.map { "http://\($0)" }
  guard request.headers["Origin"].allSatisfy({ origins.contains($0.lowercased()) }) else {
    return .once(HTTPAnswer(.forbidden, "The preview answers no page of another site."))
  }
  guard request.method == .GET || request.method == .HEAD else {
    var refusal = HTTPAnswer(.methodNotAllowed, "The preview can only be read.")
    refusal.headers.add(name: "Allow", value: "GET, HEAD")
    return .once(refusal)
  }
  guard !request.announcesBody, let path = target.path else {
    return .once(HTTPAnswer(.badRequest, "The preview does not understand this request."))
  }
  if path == PreviewParts.events {
    return request.method == .GET ? .events : .once(HTTPAnswer(.ok, "text/event-stream", []))
  }
  var response = response(to: path, preview)
  guard response.status == .ok else { return .once(response) }
  let tag = entityTag(of: response.body)
  response.headers.add(name: "ETag", value: tag)
  return .once(request.knows(tag) ? response.notModified : response)
}

extension HTTPRequestHead {
  /// Whether more than a head is sent, which a preview never asks for.
  fileprivate var announcesBody: Bool {
    headers.contains(name: "Transfer-Encoding") || headers["Content-Length"].contains { $0 != "0" }
  }

  /// Whether the browser has what the tag stands for, by the weak comparison (RFC 9110, section 13.1.2).
  fileprivate func knows(_ tag: String) -> Bool {
    headers[canonicalForm: "If-None-Match"].contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
  }
}

/// What a request asks for: a path, or a whole address, which every server understands (RFC 9112, section 3.2).
private struct RequestTarget {
  /// The host and port of a whole address as they are written; nil where a path alone is asked for.
  var host: Substring?
  /// Relative to the root, with its escapes resolved; nil where it is none, or is not UTF-8.
  let path: String?

  init(_ target: String) {
    var written = target.prefix { $0 != "?" && $0 != "#" }
    if let scheme = written.firstRange(of: "://"), written[..<scheme.lowerBound].lowercased() == "http" {
      let address = written[scheme.upperBound...]
      host = address.prefix { $0 != "/" }
      written = address.drop { $0 != "/" }
      if written.isEmpty { written = "/" }
    }
    path = written.hasPrefix("/") ? String(written.dropFirst()).removingPercentEncoding : nil
  }
}

private func response(to path: String, _ preview: Preview) -> HTTPAnswer {
  if let part = PreviewParts.file(at: path) { return HTTPAnswer(.ok, mediaType(of: path), part) }
  guard let site = preview.site else {
    return HTTPAnswer(.ok, "text/html; charset=utf-8", pageOfFaults(preview))
  }
  if let file = file(at: path, of: site) { return response(of: file, .ok, preview) }
  // The links of 404.html lead to where the site will lie on its host.
  if "/\(path)".hasPrefix(site.hostFolder), let file = file(at: "/\(path)".dropFirst(site.hostFolder.count), of: site) {
    return response(of: file, .ok, preview)
  }
  if !path.isEmpty, !path.hasSuffix("/"), let index = file(at: path + "/", of: site),
    let folder = index.path.folder
  {
    var response = HTTPAnswer(.movedPermanently, "The folder's page stands behind a slash.")
    response.headers.add(name: "Location", value: "/\(OutputPath.relativeLink(from: homePath, to: folder))/")
    return response
  }
  guard let missing = site.file(at: OutputPath.notFoundPage) else {
    return HTTPAnswer(.notFound, "There is no such page.")
  }
  return response(of: missing, .notFound, preview)
}

private let homePath = PageAddress.path("index.html")

/// The file that a host gives for a path: of a folder, its index.
private func file(at path: some StringProtocol, of site: OutputPlan) -> OutputFile? {
  let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
  return OutputPath(name).flatMap(site.file)
}

/// The file, or why it could not be made.
private func response(of file: OutputFile, _ status: HTTPResponseStatus, _ preview: Preview) -> HTTPAnswer {
  do {
    let bytes = try file.contents()
    let isPage = file.path.name.hasSuffix(".html")
    return HTTPAnswer(status, mediaType(of: file.path.name), isPage ? previewed(bytes, preview) : bytes)
  } catch {
    let fault = error.diagnostic
    return HTTPAnswer(.internalServerError, "\(fault.range.file.path): \(fault.message). \(fault.help ?? "")")
  }
}

/// Holds for this process alone, which is as long as a preview is kept.
private func entityTag(of bytes: [UInt8]) -> String {
  var hasher = Hasher()
  hasher.combine(bytes)
  return "\"\(String(UInt(bitPattern: hasher.finalize()), radix: 16))\""
}
