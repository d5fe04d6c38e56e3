import CivilTime

/// A calendar to subscribe to (RFC 5545, with the names of RFC 7986).
///
/// It has no METHOD, since it invites nobody. Events are written in the order given.
package struct ICalendar: Sendable {
  /// Names the program that made the calendar, such as `-//Example//Calendar 1.0//EN`.
  package let productID: String
  package let name: String
  package let description: String?
  /// How long a subscriber may wait before it asks again.
  package let refreshHours: Int
  /// The page that shows the same, and where the calendar itself is fetched.
  package let address: String?
  package let selfAddress: String?
  package let events: [EncodedEvent]

  package init(
    productID: String, name: String, description: String? = nil, refreshHours: Int = 24, address: String? = nil,
    selfAddress: String? = nil, events: [EncodedEvent]
  ) {
    self.productID = productID
    self.name = name
    self.description = description
    self.refreshHours = refreshHours
    self.address = address
    self.selfAddress = selfAddress
    self.events = events
  }
}

extension ICalendar {
  /// One event; nothing in it repeats.
  package struct Event: Sendable {
    /// Never changes and is nobody else's, so that a subscriber knows the event again (RFC 7986, section 5.3).
    package let uid: String
    /// When what is said of the event last changed; a parameter, so that equal events have equal bytes.
    package let stamp: Timestamp
    package let span: Span
    package let summary: String
    /// Nil where nobody confirms what is said of it.
    package let status: Status?
    package var details: Details

    package init(
      uid: String, stamp: Timestamp, span: Span, summary: String, status: Status? = .confirmed,
      details: Details = Details()
    ) {
      self.uid = uid
      self.stamp = stamp
      self.span = span
      self.summary = summary
      self.status = status
      self.details = details
    }
  }

  /// An event in its final form, so that one that stands in many calendars is encoded once.
  package struct EncodedEvent: Sendable {
    let bytes: [UInt8]
    /// The zone that its times need, over the years of the event.
    let zone: TimeZoneRules?
    let years: ClosedRange<Int>
  }

  /// When an event takes place; an end that is absent, or not after the start, is left away.
  package enum Span: Sendable, Hashable {
    /// Whole days, the last one included.
    case days(first: CivilDate, last: CivilDate)
    case instants(start: Timestamp, end: Timestamp?)
    /// What the clocks at the place show, so that the event moves with the zone, should its rules change.
    case local(start: CivilDateTime, end: CivilDateTime?, zone: TimeZoneRules)
    /// A day that is not known; written as a VJOURNAL, which calendars keep but put on no day.
    case unknown
  }

  package enum Status: String, Sendable, CaseIterable {
    case confirmed = "CONFIRMED"
    case tentative = "TENTATIVE"
    case cancelled = "CANCELLED"
  }

  /// What may be said of an event besides.
  package struct Details: Sendable {
    /// Counts the significant revisions, from 0.
    package var sequence: Int?
    package var lastModified: Timestamp?
    package var description: String?
    package var location: String?
    package var position: Position?
    package var address: String?
    package var categories: [String] = []
    /// The language of the texts, by BCP 47; nil where it goes without saying.
    package var language: String?
    package var organizer: Organizer?
    package var alarms: [Alarm] = []
    /// Whether the event leaves those who have it in their calendar free.
    package var isTransparent = false
    /// The UID of the event that this one belongs to.
    package var parent: String?
    /// Properties of our own, whose names begin with `X-` and hold letters, digits and hyphens.
    package var extensions: [Extension] = []

    package init() {}
  }

  /// A place on the globe, in degrees of WGS 84.
  package struct Position: Sendable, Hashable {
    package let latitude: Double
    package let longitude: Double

    /// Nil where the degrees lie outside the globe.
    package init?(latitude: Double, longitude: Double) {
      guard (-90.0...90.0).contains(latitude), (-180.0...180.0).contains(longitude) else { return nil }
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  package struct Organizer: Sendable, Hashable {
    package let name: String
    /// A `mailto:` or other address.
    package let address: String

    package init(name: String, address: String) {
      self.name = name
      self.address = address
    }
  }

  package struct Extension: Sendable, Hashable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A text shown some time before the event begins.
  package struct Alarm: Sendable, Hashable {
    package let description: String
    package let minutesBefore: Int

    package init(description: String, minutesBefore: Int) {
      self.description = description
      self.minutesBefore = minutesBefore
    }
  }
}
