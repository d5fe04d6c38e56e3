/// Tells when something in a hub's sources may have changed: too often rather than too seldom, since nothing but time is lost.
package protocol FolderWatcher: AnyObject {
  /// Waits until something changes, at most so many milliseconds, or for ever; false when the time is up.
  func waitForChange(atMost milliseconds: Int?) -> Bool
}

extension FolderWatcher {
  /// Waits for a change and then until nothing has changed for a moment: a save is often several changes, and a branch that
  /// git switches is thousands. After two seconds it returns in any case.
  package func waitForChanges(atMost milliseconds: Int? = nil) -> Bool {
    guard waitForChange(atMost: milliseconds) else { return false }
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(2), waitForChange(atMost: settlingTime) {}
    return true
  }
}

/// Milliseconds without a change after which a save is taken for done.
private let settlingTime = 8

/// Watches folders of a hub by the system's own notices where it has them, and else by looking.
package func watchFolders(_ names: [String], of hub: String) -> any FolderWatcher {
  InotifyWatcher(names, of: hub) ?? PollingWatcher(names.map { "\(hub)/\($0)" })
}

/// Whether a file's name says that no hub reads it: hidden ones and editors' back-up copies.
func isPassedOver(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }
