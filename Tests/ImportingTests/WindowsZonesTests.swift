import Content
import Testing

@testable import Importing

struct WindowsZonesTests {
  @Test func leadToZonesThatAreKnown() {
    #expect(windowsZones.count > 130)
    #expect(windowsZones.values.filter { !isTimeZone($0) } == [])
  }

  /// One with a name of its own since, one whose offset changed lately, one without a place.
  @Test(arguments: [
    ("FLE Standard Time", "Europe/Kyiv"), ("Central Asia Standard Time", "Asia/Bishkek"), ("UTC+13", "Etc/GMT-13"),
  ])
  func areThoseOfTheUnicodeConsortium(_ name: String, _ zone: String) {
    #expect(windowsZones[name] == zone)
  }
}
