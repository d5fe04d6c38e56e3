import Content
import Diagnostics
import Linking
import Outputs

/// What a request gets: a response, or the stream that tells a page when it is out of date.
enum Answer: Sendable, Equatable {
  case response(HTTPResponse)
  case events
}

/// Answers out of the planned site and nothing else: a path is looked up among the site's, never on disk.
///
/// Only pages of this server may ask: another name for the machine in `Host` would let a foreign page read the hub after its
/// own name was pointed here, and a foreign `Origin` is a foreign page.
func answer(_ request: HTTPRequest, _ preview: Preview, port: UInt16) -> Answer {
  let hosts = ["localhost", "127.0.0.1", "[::1]"].flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }
  guard let host = request["host"]?.lowercased(), hosts.contains(host) else {
    return .response(HTTPResponse(.forbidden, "The preview is at http://localhost:\(port)/ and has no other name."))
  }
  if let origin = request["origin"]?.lowercased(), !hosts.contains(where: { origin == "http://\($0)" }) {
    return .response(HTTPResponse(.forbidden, "The preview answers no page of another site."))
  }
  guard ["GET", "HEAD"].contains(request.method) else {
    var response = HTTPResponse(.methodNotAllowed, "The preview can only be read.")
    response.fields.append(("Allow", "GET, HEAD"))
    return .response(response)
  }
  guard !request.hasBody, let path = request.path else {
    return .response(HTTPResponse(.badRequest, "The preview does not understand this request."))
  }
  if path == PreviewParts.events { return .events }
  var response = response(to: path, preview)
  guard response.status == .ok else { return .response(response) }
  let tag = entityTag(of: response.body)
  response.fields.append(("ETag", tag))
  if request["if-none-match"] == tag {
    var unchanged = HTTPResponse(.notModified, "")
    unchanged.fields = response.fields
    return .response(unchanged)
  }
  return .response(response)
}

private func response(to path: String, _ preview: Preview) -> HTTPResponse {
  if let part = PreviewParts.file(at: path) { return HTTPResponse(.ok, part.mediaType, Array(part.text.utf8)) }
  guard let site = preview.site else {
    return HTTPResponse(.ok, "text/html; charset=utf-8", pageOfFaults(preview))
  }
  if let file = file(at: path, of: site) { return response(of: file, .ok, preview) }
  if !path.isEmpty, !path.hasSuffix("/"), let index = file(at: path + "/", of: site),
    let folder = index.path.folder
  {
    var response = HTTPResponse(.movedPermanently, "The folder's page stands behind a slash.")
    response.fields.append(("Location", "/\(OutputPath.relativeLink(from: homePath, to: folder))/"))
    return response
  }
  guard let missing = site.file(at: PageAddress.path("404.html")) else {
    return HTTPResponse(.notFound, "There is no such page.")
  }
  return response(of: missing, .notFound, preview)
}

private let homePath = PageAddress.path("index.html")

/// The file that a host gives for a path: of a folder, its index.
private func file(at path: String, of site: OutputPlan) -> OutputFile? {
  let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  return OutputPath(name).flatMap(site.file)
}

/// The file, or why it could not be made.
private func response(of file: OutputFile, _ status: HTTPResponse.Status, _ preview: Preview) -> HTTPResponse {
  do {
    let bytes = try file.contents()
    let isPage = file.path.name.hasSuffix(".html")
    return HTTPResponse(status, mediaType(of: file.path), isPage ? previewed(bytes, preview) : bytes)
  } catch {
    let fault = error.diagnostic
    return HTTPResponse(.internalServerError, "\(fault.range.file.path): \(fault.message). \(fault.help ?? "")")
  }
}

/// Holds for this process alone, which is as long as a preview is kept.
private func entityTag(of bytes: [UInt8]) -> String {
  var hasher = Hasher()
  hasher.combine(bytes)
  return "\"\(String(UInt(bitPattern: hasher.finalize()), radix: 16))\""
}
