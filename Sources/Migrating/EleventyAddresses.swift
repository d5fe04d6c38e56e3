import CivilTime
import Content

/// Eleventy has no address of its own for a page whose fields, or the settings of whose folder, say one as a template.
extension OldSite {
  /// The address that a page's `permalink` means; nil where there is none, or where it asks for more than a date and names.
  func eleventyAddress(_ page: OldPage) -> String? {
    guard let pattern = page.fields.text("permalink") ?? folderPermalink(page.path), pattern != "false" else {
      return nil
    }
    var isKnown = true
    let address = pattern.replacing(/\{\{-?\s*([^{}]{1,200}?)\s*-?\}\}/) { match in
      guard let text = eleventyValue(String(match.1), page) else {
        isKnown = false
        return ""
      }
      return text
    }
    return isKnown && !address.contains("{%") ? address : nil
  }

  /// The nearest folder's `posts.json`, `posts.11tydata.json` or `posts.11tydata.js`.
  private func folderPermalink(_ path: String) -> String? {
    var folders = path.split(separator: "/").dropLast()
    while let name = folders.last {
      for ending in ["json", "11tydata.json", "11tydata.js"] {
        let data = text(of: (folders + ["\(name).\(ending)"]).joined(separator: "/"))
        if let match = data?.firstMatch(
          of: /["']?\bpermalink["']?\s*:\s*(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|`([^`\n]{1,300})`)/)
        {
          return [match.1, match.2, match.3].compactMap(\.self).first.map(String.init)
        }
      }
      folders.removeLast()
    }
    return nil
  }

  private func eleventyValue(_ written: String, _ page: OldPage) -> String? {
    let parts = written.split(separator: "|").map(\.trimmed)
    switch parts.first {
    case "page.fileSlug"?: return page.name
    case "title"?, "slug"?, "page.title"?:
      let text = page.fields.text(parts[0].hasSuffix("title") ? "title" : "slug")
      return parts.count > 1 ? text.flatMap { identifier(ofTitle: $0) } : text
    case "page.date"?, "date"?:
      // Eleventy counts in Greenwich's days.
      let instant = page.fields.text("date").flatMap { Timestamp(rfc3339Text: $0) }
      guard let day = instant?.utc.date.isoText ?? page.day, parts.count == 2 else { return nil }
      let date = day.split(separator: "-")
      // Filters that are given no form are the site's own, and in addresses mostly write folders.
      guard let form = parts[1].firstMatch(of: /["']([^"']+)["']/)?.1 else { return date.joined(separator: "/") }
      let words = ["%Y": date[0], "%m": date[1], "%d": date[2], "yyyy": date[0], "MM": date[1], "dd": date[2]]
      return String(form).replacing(/%[A-Za-z]|yyyy|MM|dd/) { words[String($0.0)] ?? "" }
    default: return nil
    }
  }
}
