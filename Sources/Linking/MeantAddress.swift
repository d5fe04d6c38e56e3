import Content
import Diagnostics
import Markdown

/// An address outside the hub that was written without its beginning, and so reads as a file of the hub.
enum MeantAddress {
  /// What a link's path stands for: `info@example.org` for mail, `www.example.org` or `example.org/a` for a site; nil for any other.
  private static func address(meantBy path: String) -> String? {
    if !path.contains("/"), let sign = path.firstIndex(of: "@"), sign > path.startIndex,
      isWebAddress("https://" + path[path.index(after: sign)...]), path[sign...].contains(".")
    {
      return "mailto:" + path
    }
    guard isWebAddress("https://" + path), path.hasPrefix("www.") || beginsWithHost(path) else { return nil }
    return "https://" + path
  }

  /// Whether a path begins with a name such as `example.org`, which no folder of a hub has; without more behind it only where
  /// its end is that of no file.
  private static func beginsWithHost(_ path: String) -> Bool {
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy({ $0.isASCII && $0.isLetter }),
      labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    else { return false }
    return parts.count > 1 || ["com", "edu", "gov", "int", "net", "org"].contains(last)
  }

  static func fault(_ link: FileLink, at range: SourceRange) -> LinkFault? {
    guard let meant = address(meantBy: link.path) else { return nil }
    let isAsWritten = range.coveredText.hasPrefix(link.path)
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedLink,
        "an address outside the hub begins with https:// or mailto:, and '\(shortened(link.path))' with neither",
        at: range, help: "Write '\(meant)'",
        edits: isAsWritten ? [Edit(range, to: meant + range.coveredText.dropFirst(link.path.count))] : []))
  }
}
