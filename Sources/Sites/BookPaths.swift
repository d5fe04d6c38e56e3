import Linking

extension Site {
  /// Nobody reads a longer book, and it would take the memory of a whole site.
  package static let mostChapters = 300

  /// Where a book lies to be read and printed.
  package func pagePath(ofBook name: String) -> OutputPath { path("downloads/\(name).html") }
  package func filePath(ofBook name: String) -> OutputPath { path("downloads/\(name).epub") }
  package func stylePath(ofBook name: String) -> OutputPath { path("downloads/\(name).css") }

  /// Where readers find what they can take with them.
  package var downloadsPath: OutputPath { path("downloads/index.html") }

  /// One copy holds every language, since pages of one lead to those of the others.
  package static let copyPath: OutputPath = PageAddress.path("downloads/offline-copy.zip")
}
