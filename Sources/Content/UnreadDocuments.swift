/// Documents that are there and could not be read, so that links to them are not reported as well.
package struct UnreadDocuments: Sendable {
  package private(set) var ids: Set<DocumentID> = []
  /// The other names they have, as far as those could be read.
  package private(set) var names: Set<String> = []
  /// Folders in which there are documents of which not even the ids could be read.
  package private(set) var folders: Set<String> = []
  /// Other files that could not be read, by their paths in the content folder.
  package private(set) var files: Set<String> = []

  package init() {}

  package mutating func add(_ id: DocumentID, names: [String] = []) {
    ids.insert(id)
    self.names.formUnion(names)
  }

  mutating func add(folder: String) {
    folders.insert(folder)
  }

  mutating func add(files: Set<String>) { self.files.formUnion(files) }

  mutating func formUnion(_ other: UnreadDocuments) {
    ids.formUnion(other.ids)
    names.formUnion(other.names)
    folders.formUnion(other.folders)
    files.formUnion(other.files)
  }
}
