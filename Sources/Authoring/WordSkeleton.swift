import Content
import Diagnostics
import Languages

/// A file of interface words for somebody to fill in: each word empty, with the standard one and where it is shown beside it.
package struct WordSkeleton: Sendable {
  package let text: String
  /// How many words there are to fill in.
  package let count: Int

  /// `standard` is the file of the standard words, whose comments are kept as headings; `known` are the words that the program has in
  /// the language, which stand commented out; `given` are those that a file of the hub has, empty or not, which are left out;
  /// `places` are the templates that show each word.
  package init(
    language: String, name: String, standard: InterfaceWords, known: InterfaceWords? = nil,
    given: InterfaceWords? = nil,
    places: [String: [String]]
  ) {
    let categories = PluralRules(language: language).categories
    var lines: [String] = []
    var headings: [String] = []
    var count = 0
    for line in standard.file.text.split(separator: "\n") {
      if line.hasPrefix("#") {
        headings.append(String(line))
        continue
      }
      guard let name = Self.name(of: line), given?.places[name] == nil else { continue }
      // The first heading speaks of the standard file as a whole.
      if let heading = headings.last, lines.isEmpty == false || headings.count > 1 { lines += ["", heading] }
      headings = lines.isEmpty ? headings : []
      let place = (places[name] ?? []).joined(separator: ", ")
      lines.append("# \(standard.shown(name))" + (place.isEmpty ? "" : " — \(place)"))
      if let own = known?.line(of: name) {
        lines.append("# \(own)")
      } else {
        count += 1
        let forms = categories.map { "\($0.rawValue): " }.joined(separator: ", ")
        lines.append(standard.counted[name] == nil ? "\(name):" : "\(name): {\(forms)}")
      }
    }
    self.count = count
    let isNew = given == nil
    text = (isNew ? Self.head(language, name, categories, known != nil) : "") + lines.joined(separator: "\n") + "\n"
  }

  private static func name(of line: Substring) -> String? {
    guard let first = line.utf8.first, (0x61...0x7A).contains(first), let colon = line.firstIndex(of: ":") else {
      return nil
    }
    return String(line[..<colon])
  }

  private static func head(
    _ language: String, _ name: String, _ categories: [PluralCategory], _ isKnown: Bool
  ) -> String {
    let way =
      isKnown
      ? "# Hubwright has these words. To change one, take the '#' away before it and write your own."
      : "# Write each word after its colon; what stays empty is shown in another language. {name} stands for what is filled in."
    let rules = PluralRules(language: language)
    let samples = categories.map { category in
      let counts = ([0, 1, 2, 3, 5, 11, 21, 100, 1_000_000].filter { rules.category(of: $0) == category })
      return "\(category.rawValue): \(counts.isEmpty ? "fractions" : counts.map(String.init).joined(separator: ", "))"
    }
    return """
      # Words of pages in \(name) (\(language)).
      \(way)
      # A word with a number has a form for each kind of number, such as \(samples.joined(separator: "; ")).

      """
  }
}

extension InterfaceWords {
  /// The word as a comment beside its translation shows it, on one line.
  fileprivate func shown(_ name: String) -> String {
    let text = texts[name] ?? forms(of: name).map(\.text).joined(separator: " / ")
    return text.replacing("\n", with: " ")
  }

  private func forms(of name: String) -> [(category: PluralCategory, text: String)] {
    (counted[name] ?? [:]).sorted { $0.key < $1.key }.map { (category: $0.key, text: $0.value) }
  }

  /// The word as a line of a file; nil where there is none.
  fileprivate func line(of name: String) -> String? {
    if let text = texts[name] { return "\(name): \(Self.quoted(text))" }
    guard counted[name] != nil else { return nil }
    let forms = forms(of: name).map { "\($0.category.rawValue): \(Self.quoted($0.text))" }
    return "\(name): {\(forms.joined(separator: ", "))}"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }
}
