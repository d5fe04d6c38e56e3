import Dispatch
import Synchronization

/// Transforms every element, on so many threads at once, into an array of the same order.
///
/// Elements are taken in small runs, so that one slow document does not hold up a worker's whole share.
package func mapConcurrently<Element: Sendable, Value: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @Sendable (Element) -> Value
) -> [Value] {
  guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
  let run = max(1, min(64, elements.count / (jobs * 4)))
  let runs = (elements.count + run - 1) / run
  return [Value](unsafeUninitializedCapacity: elements.count) { buffer, count in
    nonisolated(unsafe) let values = buffer
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, runs)) { _ in
      while case let number = next.add(1, ordering: .relaxed).oldValue, number < runs {
        for index in (number * run)..<min(elements.count, (number + 1) * run) {
          values.initializeElement(at: index, to: transform(elements[index]))
        }
      }
    }
    count = elements.count
  }
}

/// Does two things, at once where there are threads for both.
package func concurrently<First: Sendable, Second: Sendable>(
  jobs: Int, _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  let outcomes = mapConcurrently([true, false], jobs: jobs) { isFirst -> OneOfTwo<First, Second> in
    isFirst ? .first(first()) : .second(second())
  }
  guard case .first(let first) = outcomes[0], case .second(let second) = outcomes[1] else {
    preconditionFailure("each of two tasks has its own outcome")
  }
  return (first, second)
}

private enum OneOfTwo<First: Sendable, Second: Sendable>: Sendable {
  case first(First)
  case second(Second)
}
