import Content
import Diagnostics
import Linking

extension MeetingRecords {
  /// Takes back new meetings with which the hub would not build, such as one whose address is another page's; returns the errors
  /// for which nothing may be imported at all.
  mutating func takeBackWhatDoesNotLink(in content: ReadContent, _ request: ImportRequest) -> [Diagnostic] {
    let options = LinkingOptions(today: request.today(content.hub.timeZone), includesDrafts: true, jobs: request.jobs)
    // Each round takes back at least one entry, and what is wrong with others may show only then.
    for _ in 0..<3 {
      let changed = files.changed
      guard !changed.isEmpty else { return [] }
      let errors = linkErrors(of: content, with: changed, options)
      guard !errors.isEmpty else { return [] }
      let old = Set(linkErrors(of: content, with: [], options).map(\.name))
      let new = errors.filter { !old.contains($0.name) }
      guard !new.isEmpty else { return [] }
      let reasons = reasons(in: new, changed, content.hub)
      guard !reasons.isEmpty else { return new }
      takeBack(reasons)
    }
    return linkErrors(of: content, with: files.changed, options)
  }

  private func linkErrors(
    of content: ReadContent, with changed: [(path: String, text: String)], _ options: LinkingOptions
  ) -> [Diagnostic] {
    let (whole, faults) = content.replacing(
      changed.map { SourceFile(path: $0.path, text: $0.text) }, kind: Meeting.kind)
    return (faults + linkDocuments(whole, options: options).diagnostics).filter { $0.severity == .error }
  }

  /// The ids of the entries in which errors stand, each with the first of its errors.
  private func reasons(
    in errors: [Diagnostic], _ changed: [(path: String, text: String)], _ hub: HubDescription
  ) -> [String: String] {
    var reasons: [String: String] = [:]
    for (path, text) in changed {
      let documents = readRecordList(SourceFile(path: path, text: text), kind: Meeting.kind, hub: hub).documents
      for error in errors where error.range.file.path == path {
        let entry = documents.last { $0.place.start.line <= error.range.start.line }
        if let id = entry?.id.name, reasons[id] == nil { reasons[id] = error.message }
      }
    }
    return reasons
  }
}

extension Diagnostic {
  /// What tells an error from others, wherever its line may have gone.
  fileprivate var name: String { "\(range.file.path): \(message)" }
}
