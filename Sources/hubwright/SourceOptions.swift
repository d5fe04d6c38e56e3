import ArgumentParser
import CivilTime
import Foundation
import Publishing

/// Which hub is read, and for which day: what every command asks that reads one.
struct SourceOptions: ParsableArguments {
  @Argument(help: "The hub's folder, which holds site-content, templates and public.")
  var hub = "."

  @Option(
    help: """
      The day to build the site for, such as 2026-11-09, or an instant, such as 2026-11-09T18:00+01:00. \
      (default: now, on the day that it is in the hub's time zone)
      """)
  var asOf: BuildTime?

  @Flag(help: "Show drafts, and pages before and after their dates.")
  var drafts = false

  @Option(help: "How many threads to use. (default: one for each processor)")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func request(address: String? = nil) -> BuildRequest {
    var day: CivilDate?
    if case .day(let asOf)? = asOf { day = asOf }
    var request = BuildRequest(
      hub: hub, asOf: day, today: today(inTimeZone:), address: address, includesDrafts: drafts, jobs: threads,
      history: { [hub] in readHistory(of: hub) })
    if case .instant(let instant)? = asOf { request.instant = { instant } } else { request.instant = currentInstant }
    return request
  }
}

/// The current day in a time zone.
func today(inTimeZone name: String) -> CivilDate {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(identifier: name) ?? .gmt
  let parts = calendar.dateComponents([.year, .month, .day], from: Date())
  return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .first
}

/// The instant that this machine's clock shows.
@Sendable func currentInstant() -> Timestamp {
  Timestamp(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down)))
}

extension BuildTime: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(isoText: argument)
  }
}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(isoText: argument)
  }
}
