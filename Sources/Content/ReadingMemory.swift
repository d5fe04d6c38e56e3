import Diagnostics

/// What an earlier reading of the same folder found in each file, so that only files that changed are read again.
///
/// The reading is the same with it and without it. A file of the newest change seen is read again whatever its stamp says:
/// a file system counts time in ticks, and the file may have changed once more within the tick.
package struct ReadingMemory: Sendable {
  private struct Entry: Sendable {
    let stamp: FileStamp
    let reading: DocumentReader.Reading
  }

  private var hub: String?
  private var entries: [String: Entry] = [:]
  private var newestChange = Int64.max
  var assets = AssetMemory()

  package init() {}

  /// What a file held, if neither it nor the hub's description, by which files are read, has changed since.
  func reading(of file: ContentFolder.ContentFile, in hub: HubDescription) -> DocumentReader.Reading? {
    guard let entry = entries[file.path], entry.stamp == file.stamp, file.stamp.changed < newestChange,
      self.hub == hub.file.text
    else { return nil }
    return entry.reading
  }

  /// The memory that a reading leaves; what is no longer there is forgotten.
  init(_ readings: [(file: ContentFolder.ContentFile, reading: DocumentReader.Reading)], in hub: HubDescription) {
    self.hub = hub.file.text
    entries.reserveCapacity(readings.count)
    for (file, reading) in readings { entries[file.path] = Entry(stamp: file.stamp, reading: reading) }
    newestChange = readings.map(\.file.stamp.changed).max() ?? Int64.max
  }
}
