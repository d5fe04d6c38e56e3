/// Gives the headings of one page their anchors, as git forges do, so that a link written against the forge's page works here too.
///
/// Letters and digits are kept in lower case, spaces become hyphens, other signs go; a repeated heading gets `-1`, `-2`.
struct HeadingAnchors {
  private var uses: [String: Int] = [:]

  mutating func anchor(for heading: String) -> String {
    let slug = Self.slug(of: heading)
    var candidate = slug
    while let count = uses[candidate] {
      uses[slug] = (uses[slug] ?? 0) + (candidate == slug ? 1 : 0)
      candidate = "\(slug)-\(count)"
      if uses[candidate] != nil { uses[slug] = count + 1 }
    }
    uses[candidate] = 1
    return candidate
  }

  static func slug(of heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
      {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }
}
