import Diagnostics

/// The file in which a hub keeps what each text of a language renders of its original: `translated.fr.txt`.
package func renderingsFileName(of language: String) -> String { "translated.\(language).txt" }

/// The files with what the texts of each language render, by language; one of a language that the hub lacks is a file as any other.
func readRenderings(
  among files: [ContentFolder.ContentFile], in hub: HubDescription
) -> (files: [String: SourceFile], diagnostics: [Diagnostic]) {
  var found: [String: SourceFile] = [:]
  var diagnostics: [Diagnostic] = []
  for language in hub.languages {
    guard let file = files.first(where: { $0.path == renderingsFileName(of: language) }) else { continue }
    switch readText(file.location, size: file.size, shownAs: file.shownPath, limit: 100_000_000) {
    case .success(let file): found[language] = file
    case .failure(let fault): diagnostics.append(fault.diagnostic)
    }
  }
  return (found, diagnostics)
}

/// Whether a file is written by the program and read by no visitor.
func isLedger(_ path: String, of hub: HubDescription) -> Bool {
  path == publishedFileName || hub.languages.contains { path == renderingsFileName(of: $0) }
}
