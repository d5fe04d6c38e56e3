import Checking
import CivilTime
import Content
import Diagnostics
import Foundation
import Importing
import OutputFiles
import Outputs
import Publishing
import Reports
import TestSupport

/// A build of a hub with all that follows it, and what is wrong with what it said.
///
/// A trap ends the program, and is the business of whoever started it.
struct TriedBuild {
  /// What no build may do, each in one line.
  private(set) var faults: [String] = []
  private(set) var isRefused = false
  private var mends: [MendedFile] = []
  private let hub: String
  private let day: CivilDate

  /// Builds the hub in a folder into the folder `output`, checks it, mends it, and imports the calendar into it.
  static func faults(
    inHub hub: String, output: String, calendar: FuzzedCalendar?, day: CivilDate
  ) -> [String] {
    var build = TriedBuild(hub: hub, day: day)
    build.run(writingTo: output)
    if let calendar { build.importTwice(calendar) }
    build.mend()
    return build.faults
  }

  private init(hub: String, day: CivilDate) {
    self.hub = hub
    self.day = day
  }

  private var request: BuildRequest {
    let day = day
    return BuildRequest(hub: hub, asOf: day, today: { _ in day }, jobs: 1)
  }

  private mutating func run(writingTo output: String) {
    let result = buildSite(request)
    isRefused = result.plan == nil
    var said = result.diagnostics
    if isRefused, !said.containsError { faults.append("no site and no error") }
    if let graph = result.graph { said += checkContent(graph, jobs: 1) }
    if let plan = result.plan {
      said += checkPages(plan, jobs: 1)
      do {
        said += try writeSite(plan, to: output, jobs: 1).findings
      } catch {
        faults.append("not written: \(error.sentence)")
      }
    }
    review(said)
    mends = MendedFile.mend(said)
    for mend in mends where mend.difference.isEmpty {
      faults.append("a mend that changes nothing in \(mend.source.path)")
    }
  }

  /// Every diagnostic has a place that is in its file, and every report can show it.
  private mutating func review(_ diagnostics: [Diagnostic]) {
    faults += diagnostics.flatMap(\.faultsOfItself)
    for format in ReportFormat.allCases where !diagnostics.isEmpty {
      if format.text(for: diagnostics, version: "0", usesColour: false).isEmpty {
        faults.append("the report \(format.rawValue) is empty")
      }
    }
  }

  /// A hub that builds builds with what was imported, and to import the same again changes nothing.
  private mutating func importTwice(_ calendar: FuzzedCalendar) {
    let request = ImportRequest(hub: hub, file: calendar.name, bytes: calendar.bytes, today: self.request.today)
    let result = importMeetings(request)
    review(result.diagnostics)
    guard !result.files.isEmpty, !isRefused else { return }
    do {
      for (path, text) in result.files { try writeRecords(text, to: "\(hub)/\(path)") }
    } catch {
      faults.append("the import is not written: \(error)")
      return
    }
    let errors = buildSite(self.request).diagnostics.filter { $0.severity == .error }
    if let error = errors.first {
      faults.append("the import breaks the hub: \(error.code.rawValue) \(error.range.file.path)")
    } else if !importMeetings(request).files.isEmpty {
      faults.append("the same import changes the hub again")
    }
  }

  /// Mended sources are read like any other, and what was mended does not stay at fault.
  private mutating func mend() {
    guard !mends.isEmpty else { return }
    do {
      _ = try writeMended(mends, inHub: hub)
    } catch {
      faults.append("a mend is not written: \(error)")
    }
    let result = checkSite(request)
    review(result.diagnostics)
  }
}
