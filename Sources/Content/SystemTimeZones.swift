import Formats
import Foundation

/// A zone as the system's time-zone data has it; nil where it has none of that name.
///
/// The data and not a copy within the program, since states change their clocks at short notice and systems follow within days.
package func systemTimeZone(named name: String) -> TimeZoneFile? {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.allSatisfy({ !$0.isEmpty && $0.first != "." }) else { return nil }
  return FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").flatMap { TimeZoneFile([UInt8]($0)) }
}
