import CivilTime
import Content

/// A small hub on an invented process, which builds and passes every check, with what its forge needs to check and publish it:
/// the files of `skeleton/`, with marks such as `<<today>>` for what differs, and the settings of editors.
package struct HubSkeleton: Sendable {
  package struct File: Sendable {
    /// Relative to the hub.
    package let path: String
    package let text: String

    package var isProgram: Bool { text.hasPrefix("#!") }
  }

  /// Sorted by path.
  package let files: [File]

  /// The release of the program that a forge runs: the address of its archive, and the SHA-256 that it must have.
  package struct Release: Sendable, Equatable {
    package let address: String
    package let digest: String

    package init(address: String, digest: String) {
      self.address = address
      self.digest = digest
    }
  }

  package init(today: CivilDate, release: Release) {
    let start = today.adding(days: 90)
    let values = [
      "today": today.isoText, "start": start.isoText, "end": start.adding(days: 2).isoText, "release": release.address,
      "digest": release.digest,
      // Has git and curl, and no more.
      "image": "docker.io/library/buildpack-deps:trixie-scm",
    ]
    let written = SkeletonFiles.files.map { file in
      File(path: file.path, text: file.text.replacing(/<<([a-z]+)>>/) { values[String($0.1)] ?? String($0.0) })
    }
    let settings = File(path: ".vscode/settings.json", text: Self.editorSettings)
    files = (written + [settings]).sorted { $0.path < $1.path }
  }

  /// Where a hub keeps the JSON Schemas that its files name, for editors.
  package static let schemas = ".hubwright/schemas"

  /// Which schema an editor holds against which lists of records; documents name theirs in their first lines.
  private static let editorSettings: String = {
    let lists = Kind.records.compactMap { kind in
      kind.recordFolder.map { "    \"\(schemas)/\(kind.rawValue)-list.json\": \"site-content/\($0)/*.yaml\"" }
    }
    let all = ["    \"\(schemas)/hub.json\": \"site-content/hub.yaml\""] + lists
    return "{\n  \"yaml.schemas\": {\n" + all.joined(separator: ",\n")
      + "\n  },\n  \"files.insertFinalNewline\": true\n}\n"
  }()
}
