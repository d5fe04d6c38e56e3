import CivilTime
import Content
import Diagnostics
import Digests
import Formats
import Linking
import Templating

extension Site {
  /// Where readers find what they can take with them.
  var downloadsPath: OutputPath { path("downloads/index.html") }

  /// One copy holds every language, since pages of one lead to those of the others.
  static let copyPath: OutputPath = PageAddress.path("downloads/offline-copy.zip")
}

/// The whole site as one ZIP file, which works from disk when it is unpacked.
///
/// It carries a list of its own files, since some differ from those of the site.
func offlineCopy(_ site: Site) -> OutputFile {
  let folder = "offline-copy-\(site.today.isoText)"
  let midnight = CivilDateTime(site.today, TimeOfDay(secondsSinceMidnight: 0))
  return OutputFile(path: Site.copyPath, turn: .archive, copy: .nothing) {
    site.resources.budget.faults(ofCopy: Site.copyPath, size: $0.count)
  } pieces: { (finished) throws(DiagnosticFound) -> [[UInt8]] in
    let packed = try finished.packed(listsDigests: site.graph.hub.listsDigests)
    var digests: [(path: OutputPath, digest: FileDigest)] = []
    for (path, file) in packed {
      if let digest = file.digest { digests.append((path: path, digest: digest)) }
    }
    let own = try copiedEditionFiles(listing: digests, on: site)
    let entries =
      packed.map { ZipArchive.Entry(path: "\(folder)/\($0.path.text)", $0.file.content) }
      + own.map { ZipArchive.Entry(path: "\(folder)/\($0.name)", PackedBytes(deflating: $0.bytes)) }
    do throws(ZipArchive.Failure) {
      return try ZipArchive(entries: entries, modified: midnight).pieces()
    } catch {
      throw DiagnosticFound(ofArchive: "the offline copy", error, at: .start(of: site.graph.hub.file))
    }
  }
}

extension DiagnosticFound {
  /// Why an archive could not be made of a site's files.
  init(ofArchive what: String, _ failure: ZipArchive.Failure, at place: SourceRange) {
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
func downloadsPage(in table: inout TemplateTable) -> @Sendable (Site, _ hasCopy: Bool) -> OutputFile {
  let page = PageMaker("downloads-page", downloadsPage(_:on:from:)).writer(in: &table)
  return { site, hasCopy in
    let path = site.downloadsPath
    @Sendable func render(_ finished: FinishedFiles?) -> [UInt8] {
      page.page(about: (finished, hasCopy), on: site, at: Place(path))
    }
    return OutputFile(path: path, turn: .last, copy: .other { render(nil) }) { render($0) }
  }
}
