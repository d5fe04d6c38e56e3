import Content
import Diagnostics
import Markdown

/// An address outside the hub that was written without its beginning, and so reads as a file of the hub.
enum MeantAddress {
  /// What a link's path stands for: `info@example.org` for mail, `www.example.org` for a site; nil for any other.
  static func address(meantBy path: String) -> (text: String, isCertain: Bool)? {
    if !path.contains("/"), let sign = path.firstIndex(of: "@"), sign > path.startIndex,
      isWebAddress("https://" + path[path.index(after: sign)...]), path[sign...].contains(".")
    {
      return ("mailto:" + path, true)
    }
    if path.hasPrefix("www."), isWebAddress("https://" + path) { return ("https://" + path, true) }
    return nil
  }

  static func fault(_ link: FileLink, at range: SourceRange) -> LinkFault? {
    guard let meant = address(meantBy: link.path) else { return nil }
    let isAsWritten = range.coveredText.hasPrefix(link.path)
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedLink,
        "an address outside the hub begins with https:// or mailto:, and '\(shortened(link.path))' with neither",
        at: range, help: "Write '\(meant.text)'",
        edits: isAsWritten ? [Edit(range, to: meant.text + range.coveredText.dropFirst(link.path.count))] : []))
  }
}
