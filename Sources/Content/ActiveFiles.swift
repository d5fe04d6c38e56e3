import Diagnostics
import Formats

extension AssetRequest {
  /// Reads the file, unless it is one that runs and that the hub does not answer for by having it in the folder `files`.
  func readUnlessActive() -> Outcome {
    if !isDeclared, let fault = activeFault { return .failure(fault) }
    return read()
  }

  private var activeFault: DiagnosticFound? {
    let name = file.path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
    if let what = Self.activeEndings[ending] { return fault(what) }
    guard Self.xmlEndings.contains(ending) else { return nil }
    switch readText(file.location, size: file.size, shownAs: file.shownPath) {
    case .failure(let fault): return fault
    case .success(let text): return activeXMLPart(of: text.text).map(fault)
    }
  }

  /// What browsers and hosts run, by the ends of names.
  private static let activeEndings: [String: String] = {
    let kinds: [(String, [String])] = [
      ("a web page", ["html", "htm", "xhtml", "xht", "shtml", "shtm", "stm", "mht", "mhtml", "hta", "htc"]),
      ("a script", ["js", "mjs", "cjs", "jse", "wasm", "vbs"]), ("a style sheet that makes pages", ["xsl", "xslt"]),
      ("a program of a host", ["php", "phtml", "phar", "cgi", "asp", "aspx", "jsp"]),
      ("a program within pages", ["swf", "xap", "jnlp"]),
    ]
    return Dictionary(uniqueKeysWithValues: kinds.flatMap { what, endings in endings.map { ($0, what) } })
  }()

  private static let xmlEndings: Set<String> = ["xml", "rdf", "rss", "atom", "xsd"]

  /// Browsers show an XML file as a page where it says so, in its head or by the names of its elements.
  private func activeXMLPart(of text: String) -> String? {
    let text = text.lowercased()
    if text.contains("<?xml-stylesheet") { return "a file with a style sheet, which may run" }
    let isVeiled = text.ranges(of: "xmlns").contains {
      text[$0.upperBound...].prefix(200).prefix { $0 != ">" }.contains("&")
    }
    if isVeiled || text.contains("<!entity") { return "a file whose words stand for others" }
    return text.contains("www.w3.org/1999/xhtml") || text.contains("www.w3.org/2000/svg")
      ? "a file with elements of a web page or a drawing" : nil
  }

  private func fault(_ what: String) -> DiagnosticFound {
    DiagnosticFound(
      diagnostic: Diagnostic(
        .activeFile, "a page links to no file that can run, and this is \(what)", at: file.place,
        help:
          "Link to a PDF or to its address elsewhere; or move it to site-content/files, whose files the hub itself answers for"
      ))
  }
}
