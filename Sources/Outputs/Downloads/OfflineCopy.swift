import CivilTime
import Formats
import Linking

extension Edition {
  /// Where readers find what they can take with them.
  var downloadsPath: OutputPath { path("downloads/index.html") }

  /// One copy holds every language, since pages of one lead to those of the others.
  static let copyPath: OutputPath = PageAddress.path("downloads/offline-copy.zip")
}

/// The whole site as one ZIP file, which works from disk when it is unpacked.
func offlineCopy(_ edition: Edition) -> OutputFile {
  let folder = "offline-copy-\(edition.today.isoText)"
  let midnight = CivilDateTime(edition.today, TimeOfDay(secondsSinceMidnight: 0))
  return OutputFile(path: Edition.copyPath, turn: .archive, copy: .nothing) {
    edition.resources.budget.faults(ofCopy: Edition.copyPath, size: $0.count)
  } pieces: { finished in
    let entries = finished.packed.map { ZipArchive.Entry(path: "\(folder)/\($0.path.text)", $0.content) }
    // A plan has no path twice, and `hasCopy` looks at their number.
    return (try? ZipArchive(entries: entries, modified: midnight).pieces()) ?? []
  }
}

/// The page of all that can be taken along, with its sizes; in the copy it says of itself that it is one.
func downloadsPage(_ edition: Edition, hasCopy: Bool) -> OutputFile {
  let path = edition.downloadsPath
  @Sendable func render(_ finished: FinishedFiles?) -> [UInt8] {
    let composer = PageComposer(edition: edition, path: path)
    return composer.render(composer.downloadsPage(finished, hasCopy: hasCopy))
  }
  return OutputFile(path: path, turn: .last, copy: .other { render(nil) }) { render($0) }
}
