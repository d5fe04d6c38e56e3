import OutputFiles

/// What building the hub once more gave: a site, or the faults that forbid it, as the terminal shows them.
package struct BuildAttempt: Sendable {
  package let site: OutputPlan?
  package let faults: String

  package init(site: OutputPlan?, faults: String) {
    self.site = site
    self.faults = faults
  }
}

/// The previews that attempts to build lead to: a failed one leaves the last good site in its place.
package struct PreviewHistory {
  private let run: String
  private var number = 0
  private var lastSite: OutputPlan?
  /// Whether the newest preview shows a site without faults.
  package private(set) var isCurrent = false

  /// `run` tells the states of one server from those of another.
  package init(run: String) { self.run = run }

  /// The newest preview with a site that has what was left out of it for speed; pages that are open need not know.
  func completed(with site: OutputPlan) -> Preview { Preview(state: "\(run)-\(number)", site: site, faults: nil) }

  package mutating func preview(after attempt: BuildAttempt) -> Preview {
    number += 1
    isCurrent = attempt.site != nil
    lastSite = attempt.site ?? lastSite
    return Preview(state: "\(run)-\(number)", site: lastSite, faults: isCurrent ? nil : attempt.faults)
  }
}

/// Builds anew whenever something changes, shows what comes of it, and never returns.
///
/// What takes long and is seldom looked at, as the index of the search, is added once nothing has changed for a moment.
/// Where a good site turns bad, the next change is waited for a little longer: some programs empty a file, and write it
/// only then.
package func keepPreview(
  on server: PreviewServer, _ history: PreviewHistory, watching watcher: any FolderWatcher,
  build: (_ isWhole: Bool) -> BuildAttempt, shown: (BuildAttempt) -> Void
) -> Never {
  var history = history
  while true {
    let attempt = build(false)
    if attempt.site == nil, history.isCurrent, watcher.waitForChanges(atMost: patience) { continue }
    server.show(history.preview(after: attempt))
    shown(attempt)
    if watcher.waitForChanges(atMost: idleTime) { continue }
    if attempt.site != nil, let whole = build(true).site { server.show(history.completed(with: whole)) }
    _ = watcher.waitForChanges()
  }
}

// Milliseconds.
private let patience = 150
private let idleTime = 400
