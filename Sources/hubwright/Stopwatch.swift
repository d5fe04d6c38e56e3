import Foundation
import Publishing

/// Measures the stages of a build: wall time, processor time of all threads, and the peak of resident memory.
struct Stopwatch {
  private struct Lap {
    let stage: BuildStage
    let wall: Duration
    let processor: Double
    let peakMemory: Int
  }

  private let start = ContinuousClock.now
  private var lapStart = ContinuousClock.now
  private var lapProcessor = Usage.now.processor
  private var laps: [Lap] = []

  mutating func finish(_ stage: BuildStage) {
    let now = ContinuousClock.now
    let usage = Usage.now
    laps.append(
      Lap(stage: stage, wall: now - lapStart, processor: usage.processor - lapProcessor, peakMemory: usage.peakMemory))
    lapStart = now
    lapProcessor = usage.processor
  }

  var total: String { Self.text(ContinuousClock.now - start) }

  var report: String {
    let rows = laps.map { lap in
      "\(lap.stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)) "
        + "\(Self.padded(Self.text(lap.wall)))\(Self.padded("\(Int(lap.processor * 1_000)) ms"))"
        + Self.padded("\(lap.peakMemory / 1_024) MB")
    }
    return (["stage           wall  processor   peak memory"] + rows).joined(separator: "\n")
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    return "\(milliseconds) ms"
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(1, 11 - text.count)) + text
  }
}

/// What the process has used so far (getrusage).
private struct Usage {
  /// Seconds of processor time, of all threads, in the program and in the system.
  let processor: Double
  /// Kilobytes.
  let peakMemory: Int

  static var now: Usage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return Usage(
      processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMemory: Int(usage.ru_maxrss))
  }
}
