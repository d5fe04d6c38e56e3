import Foundation
import Glibc

/// Watches folders by Linux's inotify (inotify(7)), which watches single folders and forgets nothing but those that appear.
final class InotifyWatcher: FolderWatcher {
  private let descriptor: Int32
  private let hub: String
  private let roots: [String]
  /// The folders that are watched whole, by their watches.
  private var folders: [Int32: String] = [:]
  /// Of other folders, the names of interest: the watched ones in the hub's own, and what symbolic links lead to.
  private var names: [Int32: Set<String>] = [:]
  /// In its place once the system has no watches left.
  private var fallback: PollingWatcher?

  init?(_ names: [String], of hub: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.hub = hub
    roots = names
    guard descriptor >= 0 else { return nil }
    guard watchAll() else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  func waitForChange(atMost milliseconds: Int?) -> Bool {
    if let fallback { return fallback.waitForChange(atMost: milliseconds) }
    let start = ContinuousClock.now
    while true {
      let passed = (ContinuousClock.now - start) / .milliseconds(1)
      let left = milliseconds.map { max(0, $0 - Int(passed)) }
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&state, 1, left.map(Int32.init) ?? -1)
      if count > 0, readNotices() { return true }
      if count == 0 || left == 0 { return false }
    }
  }

  /// Reads all notices that wait; true if one of them matters.
  private func readNotices() -> Bool {
    var matters = false
    var isOutdated = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let length = read(descriptor, &buffer, buffer.count), length > 0 {
      for notice in Notice.all(in: buffer[..<length]) where concerns(notice) {
        matters = true
        isOutdated = isOutdated || changesWhatIsWatched(notice)
      }
    }
    // A folder is watched before the build that reads it, so that nothing written in between is missed.
    if isOutdated, !watchAll() { fallback = PollingWatcher(roots.map { "\(hub)/\($0)" }) }
    return matters
  }

  private func concerns(_ notice: Notice) -> Bool {
    if let names = names[notice.watch], notice.mask & goneFolder == 0 { return names.contains(notice.name) }
    return !isPassedOver(notice.name)
  }

  private func changesWhatIsWatched(_ notice: Notice) -> Bool {
    if notice.mask & (folderFlag | lostNotices | goneFolder) != 0 { return true }
    guard notice.mask & newName != 0 else { return false }
    guard let folder = folders[notice.watch] else { return true }
    return !targets(ofLink: "\(folder)/\(notice.name)").isEmpty
  }

  /// Watches every folder there is, and every place that a symbolic link leads to; what is watched already stays so. False where
  /// the system has no watch left.
  private func watchAll() -> Bool {
    var isComplete = watch(hub, for: roots)
    for root in roots {
      visitTree("\(hub)/\(root)") { path, status, targets in
        if status?.isFolder == true { isComplete = watch(path, for: nil) && isComplete }
        for target in targets {
          let name = target.split(separator: "/").last.map(String.init) ?? ""
          isComplete = watch(folder(of: target), for: [name]) && isComplete
        }
      }
    }
    return isComplete
  }

  /// Watches a folder, whole or for some names; true also where it is not there.
  private func watch(_ folder: String, for wanted: [String]?) -> Bool {
    let watch = inotify_add_watch(descriptor, folder, events)
    guard watch >= 0 else { return errno == ENOENT || errno == ENOTDIR }
    if let wanted {
      if folders[watch] == nil { names[watch, default: []].formUnion(wanted) }
    } else {
      folders[watch] = folder
      names[watch] = nil
    }
    return true
  }
}

/// One notice as the system writes it: four numbers of 32 bits, and a name that is filled up with zeros.
private struct Notice {
  let watch: Int32
  let mask: UInt32
  let name: String

  static func all(in bytes: ArraySlice<UInt8>) -> [Notice] {
    var notices: [Notice] = []
    var rest = bytes
    while rest.count >= 16 {
      let numbers = rest.withUnsafeBytes { bytes in
        (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
      }
      let name = rest.dropFirst(16).prefix(Int(numbers[3]))
      notices.append(
        Notice(
          watch: Int32(bitPattern: numbers[0]), mask: numbers[1],
          name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
      rest = rest.dropFirst(16 + Int(numbers[3]))
    }
    return notices
  }
}

private let events = UInt32(
  IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
    | IN_MOVE_SELF)
private let newName = UInt32(IN_CREATE | IN_MOVED_TO)
private let folderFlag = UInt32(IN_ISDIR)
private let lostNotices = UInt32(IN_Q_OVERFLOW)
private let goneFolder = UInt32(IN_DELETE_SELF | IN_MOVE_SELF)
