import Diagnostics

/// Reads what the files `hub.es.yaml` beside `hub.yaml` word in another language: the hub as its readers know it, by language.
///
/// Such a file holds texts alone; a list is matched by the ids of its items. A language without a file has the hub as it is.
func readTranslatedHubs(
  _ found: ContentFolder, of hub: HubDescription
) -> (hubs: [String: HubDescription], diagnostics: [Diagnostic]) {
  var hubs: [String: HubDescription] = [:]
  var diagnostics: [Diagnostic] = []
  for file in found.texts {
    guard let language = languageOfTranslatedHub(file.path) else { continue }
    guard hub.languages.contains(language), language != hub.language else {
      diagnostics.append(wrongLanguage(language, of: file, in: hub))
      continue
    }
    switch readText(file.location, size: file.size, shownAs: file.shownPath) {
    case .failure(let found): diagnostics.append(found.diagnostic)
    case .success(let file):
      let (translated, faults) = parseTranslatedHub(file, of: hub)
      hubs[language] = translated
      diagnostics += faults
    }
  }
  return (hubs, diagnostics)
}

/// `es` of `hub.es.yaml`; nil for any other path.
func languageOfTranslatedHub(_ path: String) -> String? {
  guard path.hasPrefix("hub."), path.hasSuffix(".yaml"), !path.contains("/") else { return nil }
  let language = path.dropFirst("hub.".count).dropLast(".yaml".count)
  return path.count > hubFileName.count && !language.isEmpty ? String(language) : nil
}

private func wrongLanguage(
  _ language: String, of file: ContentFolder.ContentFile, in hub: HubDescription
) -> Diagnostic {
  guard language != hub.language else {
    return Diagnostic(
      .unknownLanguage, "hub.yaml is in the language '\(language)', and what it says in another has a file of its own",
      at: file.place, help: "Write its texts into hub.yaml, and remove the file")
  }
  let nearest = nearestName(to: language, among: hub.languages)
  return Diagnostic(
    .unknownLanguage, "the hub has no language '\(shortened(language))'", at: file.place,
    help: (nearest.map { "Rename it to 'hub.\($0).yaml', or add" } ?? "Add") + " it under 'languages' in hub.yaml")
}

/// Reads the text of a file such as `hub.es.yaml`; nil where it is at fault.
package func parseTranslatedHub(
  _ file: SourceFile, of hub: HubDescription
) -> (hub: HubDescription?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file)
  let original = YAMLSource(file: hub.file)
  let written: [YAMLField]
  switch source.parse(file.text[...]) {
  case .failure(let fault): return (nil, [fault.diagnostic])
  case .success(nil): return (nil, [])
  case .success(let node?):
    guard case .fields(let fields) = node.content else {
      return (nil, [Diagnostic(.wrongType, "the file holds fields", at: .start(of: file), help: "Write 'title: …'")])
    }
    written = fields
  }
  guard case .success(let node?) = original.parse(hub.file.text[...]), case .fields(let above) = node.content else {
    return (nil, [])
  }
  var joining = TranslatedFields(
    source: source, original: original, originalPlace: .start(of: hub.file),
    place: YAMLMark(line: 1, column: 1, length: 1), noun: file.path.split(separator: "/").last.map(String.init) ?? "",
    mayRepeat: false)
  let fields = joining.joined(written, over: above, as: HubDescription.fields)
  var reader = FieldReader(fields, in: source, place: .start(of: file), noun: "a hub")
  let translated = HubDescription(reading: &reader, file: hub.file)
  reader.reportUnknownFields()
  return (translated, joining.diagnostics + reader.diagnostics)
}
