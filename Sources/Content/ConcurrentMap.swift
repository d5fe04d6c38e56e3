import Dispatch

/// Transforms every element, on so many threads at once, into an array of the same order.
///
/// Elements are taken in small runs, so that one slow document does not hold up a worker's whole share.
package func mapConcurrently<Element: Sendable, Value: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @Sendable (Element) -> Value
) -> [Value] {
  guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
  let run = max(1, min(64, elements.count / (jobs * 4)))
  let runs = (elements.count + run - 1) / run
  var values: [Value?] = Array(repeating: nil, count: elements.count)
  values.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    let next = SharedCounter()
    DispatchQueue.concurrentPerform(iterations: min(jobs, runs)) { _ in
      while true {
        let number = next.take()
        guard number < runs else { return }
        for index in (number * run)..<min(elements.count, (number + 1) * run) {
          buffer[index] = transform(elements[index])
        }
      }
    }
  }
  return values.compactMap { $0 }
}

/// Hands out the numbers from 0 on, each to one caller.
final class SharedCounter: @unchecked Sendable {
  private let lock = DispatchSemaphore(value: 1)
  private var value = 0

  func take() -> Int {
    lock.wait()
    defer { lock.signal() }
    let taken = value
    value += 1
    return taken
  }
}
