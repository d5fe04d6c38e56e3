/// What a migration did, in Markdown for people, hardest first.
package func report(
  on migration: Migration, from old: String, generator: OldGenerator, unchanged: [String], missingFiles: [String]
) -> String {
  let texts = migration.texts.sorted { ($1.weight, $0.path) < ($0.weight, $1.path) }
  let drafts = texts.count { $0.isDraft }
  let hard = texts.filter { $0.weight > 0 }
  var lines = [
    "# Brought over from \(generator.rawValue)", "",
    "\(texts.count) texts and \(migration.copies.count) other files of `\(old)` are in the hub. \(drafts) texts are drafts, "
      + "and \(hard.count) need a look. A second import changes no file that you have changed.", "",
  ]
  if !hard.isEmpty { lines += ["## What is left to do, hardest first", ""] }
  for text in hard {
    lines += ["### site-content/\(text.path)", "", "From `\(text.source)`\(text.isDraft ? "; a draft" : "").", ""]
    lines +=
      text.left.map { "- To carry over by hand: \(code($0))" }
      + text.missing.eachOnce.map { "- Leads nowhere, and is no link any more: \(code($0))" }
    lines += text.hotlinks.eachOnce.map { "- A picture from elsewhere, now a link: \(code($0))" }
    lines +=
      text.undescribed.eachOnce.map { "- Say what this picture shows: \(code($0))" }
      + text.notes.eachOnce.map { "- \($0)" }
    lines.append("")
  }
  func list(_ title: String, _ items: [String]) {
    if !items.isEmpty { lines += ["## \(title)", ""] + items.map { "- \(code($0))" } + [""] }
  }
  list("Left out", migration.passedOver)
  list("Old addresses that no page can answer", migration.unanswered.eachOnce.sorted())
  list("Files that cannot be published", missingFiles)
  list("Changed since the last import, and left as they are", unchanged)
  let fields = migration.unusedFields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  list("Fields that have no place in the hub", fields.map { "\($0.key) (\($0.value))" })
  let done = texts.filter { $0.weight == 0 }
  if !done.isEmpty { lines += ["## Done", ""] + done.map { "- site-content/\($0.path), from `\($0.source)`" } + [""] }
  return lines.joined(separator: "\n")
}

private func code(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.contains("`") ? "`` \(line) ``" : "`\(line)`"
}

extension MigratedText {
  /// How much is left for people.
  fileprivate var weight: Int {
    left.count * 10 + missing.count * 2 + notes.count * 2 + hotlinks.count + undescribed.count
  }
}

extension [String] {
  fileprivate var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
