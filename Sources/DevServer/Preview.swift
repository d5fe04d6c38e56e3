import OutputFiles

/// One state of the hub as a writer sees it: the last site that could be built, and what keeps a newer one from being built.
package struct Preview: Sendable {
  /// Another word for every state, also for those of an earlier server, so that a page knows whether it is current.
  let state: String
  let site: OutputPlan?
  /// The faults as the terminal shows them; nil where the site is current.
  let faults: String?

  package init(state: String, site: OutputPlan?, faults: String?) {
    self.state = state
    self.site = site
    self.faults = faults
  }
}
