import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import OutputFiles
import Pages
import Sites
import Templating

/// The whole site as one ZIP file, which works from disk when it is unpacked.
///
/// It carries a list of its own files, since some differ from those of the site.
package func offlineCopy(_ site: Site) -> OutputFile {
  let folder = "offline-copy-\(site.today.isoText)"
  let midnight = CivilDateTime(site.today, TimeOfDay(secondsSinceMidnight: 0))
  return OutputFile(path: Site.copyPath, turn: .archive, copy: .nothing, weight: .copy) {
    (finished) throws(DiagnosticFound) -> [[UInt8]] in
    let packed = try finished.packed(listsDigests: site.graph.hub.listsDigests)
    let own = try copiedEditionFiles(listing: packed.compactMap(\.listed), on: site)
    let entries =
      packed.map { ZipArchive.Entry(path: "\(folder)/\($0.path.text)", $0.content) }
      + own.map { ZipArchive.Entry(path: "\(folder)/\($0.name)", PackedBytes(deflating: $0.bytes)) }
    do throws(ZipArchive.Failure) {
      return try ZipArchive(entries: entries, modified: midnight).pieces()
    } catch {
      throw DiagnosticFound(ofArchive: "the offline copy", error, at: .start(of: site.graph.hub.file))
    }
  }
}

/// Why a hub has no offline copy of that many files, if it was to have one.
package func faultOfCopy(of files: Int, _ hub: HubDescription) -> Diagnostic? {
  let limit = ZipArchive.Limits().entries
  guard hub.downloads.copy, files > limit else { return nil }
  return Diagnostic(
    .overBudget, "the offline copy holds at most \(limit) files, and would hold \(files); it is left out",
    at: .start(of: hub.file), help: "Write 'downloads: {copy: false}' in hub.yaml, or cut the hub into several")
}

extension DiagnosticFound {
  /// Why an archive could not be made of a site's files.
  package init(ofArchive what: String, _ failure: ZipArchive.Failure, at place: SourceRange) {
    let (code, rule, help): (DiagnosticCode, String, String) =
      switch failure {
      case .tooLarge, .tooManyEntries:
        (
          .fileTooLarge, "an archive holds at most 4 gigabytes and 65,534 files, and \(what) would hold more",
          "Write 'downloads: {copy: false}' in hub.yaml, or take large files out of the hub"
        )
      case .unsafePath(let path), .pathTakenTwice(let path), .pathTooLong(let path):
        (
          .invalidFileName,
          "an archive holds files whose names every system can hold, and \(what) would have '\(path)'",
          "Rename the file with letters, digits and hyphens"
        )
      }
    self.init(diagnostic: Diagnostic(code, rule, at: place, help: help))
  }
}

/// The page of all that can be taken along, with its sizes; in the copy it says of itself that it is one.
package func downloadsPage(in table: inout TemplateTable) -> @Sendable (Site, _ hasCopy: Bool) -> OutputFile {
  let page = PageMaker("downloads-page", downloadsPage(_:on:from:)).writer(in: &table)
  return { site, hasCopy in
    let path = site.downloadsPath
    @Sendable func render(_ finished: FinishedFiles?) -> [UInt8] {
      page.page(about: (finished, hasCopy), on: site, at: Place(path))
    }
    return OutputFile(path: path, turn: .last, copy: .other { render(nil) }) { render($0) }
  }
}
