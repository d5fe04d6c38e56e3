import Checking
import CivilTime
import Content
import Diagnostics
import Foundation
import Linking
import Synchronization

/// How addresses outside the hub are asked.
package struct ExternalOptions: Sendable {
  /// The folder that remembers answers.
  package let cacheFolder: String
  /// Between two requests to one host, in seconds.
  package let pause: Double
  /// How many hosts are asked at once.
  package let hosts: Int
  package let request: LinkRequest

  package init(
    cacheFolder: String, pause: Double = 1, hosts: Int = 8, request: @escaping LinkRequest = requestWithCurl
  ) {
    self.cacheFolder = cacheFolder
    self.pause = pause
    self.hosts = hosts
    self.request = request
  }
}

/// Asks every address outside the hub whether it still answers, and remembers for a week those that do.
package func checkExternalLinks(_ graph: ContentGraph, _ options: ExternalOptions) throws -> [Diagnostic] {
  let addresses = sourceFiles(of: graph).flatMap(webAddresses(in:))
  var cache = LinkCache(in: options.cacheFolder)
  let asked = Set(addresses.map(\.text)).filter { cache.answer(of: $0, on: graph.today) == nil }
  let byHost = Dictionary(grouping: asked.sorted(), by: host(of:)).values.sorted { $0[0] < $1[0] }
  let answers = try ask(byHost, options)
  for (address, answer) in answers { cache.remember(answer, of: address, on: graph.today) }
  try cache.write()
  let known = Dictionary(uniqueKeysWithValues: Set(addresses.map(\.text)).map { ($0, answers[$0] ?? .alive) })
  return externalFaults(addresses, known).rated(by: graph.hub.checks)
}

/// Asks hosts side by side, and each host for one address after the other.
private func ask(_ hosts: [[String]], _ options: ExternalOptions) throws -> [String: LinkAnswer] {
  let answers = Mutex<[String: LinkAnswer]>([:])
  let failure = Mutex<(any Error)?>(nil)
  let queue = OperationQueue()
  queue.maxConcurrentOperationCount = options.hosts
  for addresses in hosts {
    queue.addOperation {
      for (index, address) in addresses.enumerated() where failure.withLock({ $0 == nil }) {
        if index > 0 { Thread.sleep(forTimeInterval: options.pause) }
        do {
          let answer = try probe(address, options.request)
          answers.withLock { $0[address] = answer }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
  }
  queue.waitUntilAllOperationsAreFinished()
  if let error = failure.withLock({ $0 }) { throw error }
  return answers.withLock { $0 }
}

// MARK: Requests

/// That the machine has no program to ask with.
package struct NoCurl: Error {
  package var sentence: String { "--external asks with the program curl, and there is none" }
}

/// One request by curl, which knows TLS and the machine's proxies; addresses are handed over as arguments, never to a shell.
package let requestWithCurl: LinkRequest = { address, isWhole in
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments =
    [
      "curl", "--silent", "--globoff", "--output", "/dev/null", "--proto", "=http,https", "--connect-timeout", "10",
      "--max-time", "20", "--user-agent", "hubwright link check",
      "--write-out", "%{http_code}\n%{redirect_url}\n",
    ] + (isWhole ? ["--range", "0-0"] : ["--head"]) + ["--url", address]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
  process.waitUntilExit()
  guard process.terminationStatus != 127 else { throw NoCurl() }
  let status = lines.first.flatMap { Int($0) } ?? 0
  let next = lines.count > 1 && !lines[1].isEmpty ? String(lines[1]) : nil
  return LinkResponse(status: status, next: next, failure: failureWords[process.terminationStatus])
}

/// What curl's exit codes say (curl(1), EXIT CODES).
private let failureWords: [Int32: String] = [
  6: "names a host that does not exist", 7: "names a host that does not answer",
  28: "does not answer within 20 seconds",
  35: "does not answer over TLS", 60: "has a certificate that is not valid",
]

// MARK: Memory

/// The addresses that answered, each with the day: a line each, with tabs between.
private struct LinkCache {
  private let path: String
  private var days: [String: CivilDate] = [:]
  private static let daysRemembered = 7

  init(in folder: String) {
    path = "\(folder)/answered-links.tsv"
    // Without a memory every address is asked.
    guard let bytes = FileManager.default.contents(atPath: path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let day = CivilDate(isoText: String(parts[0])) { days[String(parts[1])] = day }
    }
  }

  /// Only what is alive is remembered: what is not may be mended any moment.
  func answer(of address: String, on today: CivilDate) -> LinkAnswer? {
    guard let day = days[address], day <= today, today <= day.adding(days: Self.daysRemembered) else { return nil }
    return .alive
  }

  mutating func remember(_ answer: LinkAnswer, of address: String, on today: CivilDate) {
    days[address] = answer == .alive ? today : nil
  }

  func write() throws {
    let text = days.sorted { $0.key < $1.key }.map { "\($0.value.isoText)\t\($0.key)\n" }.joined()
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
