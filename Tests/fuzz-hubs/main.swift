// Builds small hubs that are broken in ways chosen by a seed, and says what no build may do.
//
// `fuzz-hubs ROOT FIRST COUNT SCRATCH EVERY` tries the seeds from FIRST on, in folders below SCRATCH; `fuzz-hubs ROOT HUB` tries the hub
// in a folder. A line `seed N` goes out before a seed is tried, so that a trap or a hang can be blamed on it; a line `fault N …` for each
// fault; and a line `done N` after it. The hub and site of every EVERY-th seed stay in SCRATCH/N, for others to read and remove.

import CivilTime
import Foundation
import TestSupport

private func say(_ line: String) {
  let line = line.replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// The hub of a seed, and the calendar that is imported into some.
private func drawn(_ seed: UInt64, from corpus: Corpus) -> (hub: FuzzedHub, calendar: FuzzedCalendar?) {
  var generator = SeededGenerator(seed: seed)
  var hub = corpus.hub(&generator)
  for _ in 0..<Int.random(in: 1...3, using: &generator) {
    HubMutation.allCases.randomElement(using: &generator)?.change(&hub, corpus: corpus, &generator)
  }
  let hasCalendar = Int.random(in: 0..<4, using: &generator) == 0
  return (hub, hasCalendar ? FuzzedCalendar(corpus: corpus, &generator) : nil)
}

/// Tries the hub in `folder`, which its site is written beside.
private func tryHub(in folder: String, seed: UInt64, calendar: FuzzedCalendar?, day: CivilDate) {
  say("seed \(seed)")
  let faults = TriedBuild.faults(inHub: "\(folder)/hub", output: "\(folder)/site", calendar: calendar, day: day)
  for fault in faults { say("fault \(seed) \(fault)") }
}

private let arguments = CommandLine.arguments
guard let day = CivilDate(isoText: "2026-11-30"), arguments.count == 3 || arguments.count == 6 else {
  FileHandle.standardError.write(Data("usage: fuzz-hubs ROOT FIRST COUNT SCRATCH EVERY | fuzz-hubs ROOT FOLDER\n".utf8))
  exit(64)
}

if arguments.count == 3 {
  let calendars = FuzzedHub(readingFrom: "\(arguments[2])/calendar")
  let calendar = calendars.paths().first.map { FuzzedCalendar(name: $0, bytes: calendars.files[$0] ?? []) }
  tryHub(in: arguments[2], seed: 0, calendar: calendar, day: day)
  say("done 0")
} else {
  let corpus = Corpus(root: arguments[1])
  let first = UInt64(arguments[2]) ?? 1
  let every = UInt64(arguments[5]) ?? 1
  for seed in first..<first + (UInt64(arguments[3]) ?? 1) {
    let (hub, calendar) = drawn(seed, from: corpus)
    let folder = "\(arguments[4])/\(seed)"
    try hub.write(to: "\(folder)/hub")
    // To try a hub may change it: what a fault is shown with is what it was.
    if seed % every == 0 { try hub.write(to: "\(folder)/original") }
    if let calendar {
      try FuzzedHub(files: [calendar.name: calendar.bytes]).write(to: "\(folder)/calendar")
    }
    tryHub(in: folder, seed: seed, calendar: calendar, day: day)
    if seed % every != 0 { try? FileManager.default.removeItem(atPath: folder) }
    say("done \(seed)")
  }
}
