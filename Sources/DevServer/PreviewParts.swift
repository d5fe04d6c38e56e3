import Formats

/// What the preview serves besides the site, below a name that no file of a site can have.
enum PreviewParts {
  static let events = ".hubwright/events"

  /// The bytes of a part; nil where the path is none's.
  static func file(at path: String) -> [UInt8]? { files[path] }

  private static let files = Dictionary(
    uniqueKeysWithValues: PreviewFiles.files.map { (".hubwright/\($0.path)", Array($0.text.utf8)) })

  /// What goes into a page's head.
  static func head(of preview: Preview) -> String {
    (preview.faults == nil ? "" : "<link rel=\"stylesheet\" href=\"/.hubwright/preview.css\">\n")
      + "<script src=\"/.hubwright/preview.js\" data-state=\"\(preview.state)\" defer></script>\n"
  }

  /// The faults as the terminal shows them, above the page.
  static func panel(_ faults: String) -> String {
    var html: HTMLBytes = []
    html.append(escaped: faults)
    return "<section class=\"hubwright-faults\" role=\"alert\" lang=\"en\" dir=\"ltr\">"
      + "<pre tabindex=\"0\">\(String(decoding: html, as: UTF8.self))</pre></section>\n"
  }
}
