import Dispatch

/// State that workers share and change one at a time.
///
/// Unlike a `Mutex`, it can be handed to workers that outlive a call.
final class Guarded<State>: @unchecked Sendable {
  private var state: State
  private let turn = DispatchSemaphore(value: 1)

  init(_ state: State) { self.state = state }

  func change<Result, Failure: Error>(_ body: (inout State) throws(Failure) -> Result) throws(Failure) -> Result {
    turn.wait()
    defer { turn.signal() }
    return try body(&state)
  }
}

/// Calls `work` on `jobs` threads at once, the caller's among them, and returns when all have returned.
func inParallel(jobs: Int, _ work: @Sendable () -> Void) {
  guard jobs > 1 else { return work() }
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in work() }
}
