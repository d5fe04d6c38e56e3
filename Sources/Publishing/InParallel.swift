import Dispatch

/// Calls `work` on `jobs` threads at once, the caller's among them, and returns when all have returned.
func inParallel(jobs: Int, _ work: @Sendable () -> Void) {
  guard jobs > 1 else { return work() }
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in work() }
}
