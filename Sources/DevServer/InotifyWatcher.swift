import Foundation
import Glibc

/// Watches folders by Linux's inotify (inotify(7)), which watches single folders and forgets nothing but those that appear.
final class InotifyWatcher: FolderWatcher {
  private let descriptor: Int32
  private let hub: String
  private let names: [String]
  /// The watch on the hub's own folder, in which only the watched folders are of interest.
  private var hubWatch: Int32 = -1
  /// In its place once the system has no watches left.
  private var fallback: PollingWatcher?

  init?(_ names: [String], of hub: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.hub = hub
    self.names = names
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
    var hasNewFolder = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let length = read(descriptor, &buffer, buffer.count), length > 0 {
      for notice in Notice.all(in: buffer[..<length]) where concerns(notice) {
        matters = true
        if notice.mask & (folderFlag | lostNotices | goneFolder) != 0 { hasNewFolder = true }
      }
    }
    // A folder is watched before the build that reads it, so that nothing written in between is missed.
    if hasNewFolder, !watchAll() { fallback = PollingWatcher(names.map { "\(hub)/\($0)" }) }
    return matters
  }

  private func concerns(_ notice: Notice) -> Bool {
    if notice.watch == hubWatch { return names.contains(notice.name) }
    return !isPassedOver(notice.name)
  }

  /// Watches every folder there is; a folder that is watched already stays so. False where the system has no watch left.
  private func watchAll() -> Bool {
    hubWatch = inotify_add_watch(descriptor, hub, events)
    var isComplete = hubWatch >= 0
    for name in names {
      visitTree("\(hub)/\(name)") { path, status in
        guard status.st_mode & S_IFMT == S_IFDIR else { return }
        if inotify_add_watch(descriptor, path, events) < 0, errno != ENOENT { isComplete = false }
      }
    }
    return isComplete
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
private let folderFlag = UInt32(IN_ISDIR)
private let lostNotices = UInt32(IN_Q_OVERFLOW)
private let goneFolder = UInt32(IN_DELETE_SELF | IN_MOVE_SELF)
