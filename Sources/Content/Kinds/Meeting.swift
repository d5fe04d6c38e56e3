import Diagnostics

/// What a meeting has and other pages have not.
package final class Meeting: DocumentFields {
  package static let kind = Kind(
    "meeting", of: Meeting.self, noun: "a meeting", folder: "meetings",
    anchors: [
      "deadlines", "preparation", "take-part", "invitation", "programme", "connected", "parts", "proposals",
      "proposers", "outcomes", "elections", "coverage", "library", "documents",
    ],
    parent: Meeting.partOf.identity, registers: [.wikidata], exampleID: "session-12")

  package static let organ = ReferenceField<Meeting, Body>("organ", meaning: "The body that meets or convenes.")
  package static let country = ReferenceField<Meeting, Country>("country", meaning: "The country in which it meets.")
  package static let partOf = ReferenceField<Meeting, Meeting>(
    "part_of", meaning: "The larger meeting that it belongs to.")
  package static let speaker = ReferenceField<Meeting, Person>("person", meaning: "Their entry under people.")

  package let type: Named
  package let organ: Reference<Body>?
  /// What it is one of, where that is not told by its body and its type.
  package let seriesName: String?
  package let status: Status
  package let start: Moment?
  package let end: Moment?
  package let timeZone: String?
  private let writtenEvidence: Evidence?
  package let city: String?
  package let country: Reference<Country>?
  package let venue: String?
  package let format: Format?
  package let address: String?
  package let openness: Openness?
  package let attend: [String]
  package let civilSociety: String?
  package let deadlines: [Deadline]
  package let sessions: [Session]
  package let partOf: Reference<Meeting>?
  package let groups: [String]
  package let documents: [MeetingDocument]
  package let invitation: String?
  package let languages: [String]
  /// What a calendar knows the meeting by, where that is not made of its id.
  package let uid: String?
  /// How often what calendars hold of it changed in substance.
  package let sequence: Int?
  package let position: Position?

  /// The last that is known of its time: its end, or else its start.
  package var lastMoment: Moment? { end ?? start }

  /// A place on the globe in degrees, the north and the east positive.
  package struct Position: Sendable, Equatable {
    package let latitude: Double
    package let longitude: Double
  }

  package enum Status: String, Sendable, CaseIterable {
    case planned, tentative, confirmed, postponed, cancelled
    /// Sure, and online instead of at the place that was named first.
    case movedOnline = "moved-online"

    /// Whether it is to take place on its days.
    package var takesPlace: Bool {
      switch self {
      case .planned, .tentative, .confirmed, .movedOnline: true
      case .postponed, .cancelled: false
      }
    }
  }

  /// Whether anything confirms that a meeting which is over took place.
  package enum Evidence: String, Sendable, CaseIterable {
    case reported, announced
  }

  package enum Format: String, Sendable, CaseIterable {
    case inPerson = "in-person"
    case online
    case hybrid
  }

  package struct MeetingDocument: Sendable {
    package let title: String
    package let address: String?
  }

  package init?(reading fields: inout FieldReader) {
    let type = fields.named("type", in: .meetingTypes, required: true, "The type of meeting, as declared in hub.yaml.")
    organ = fields.reference(Self.organ)
    seriesName = fields.text(
      "series", "The series of meetings that it is one of, where that is not all of its type that its body holds.")
    status = fields.choice("status", Status.self, "Whether it is sure; under way and over are computed.") ?? .confirmed
    start = fields.moment("start", "When it opens; absent where not known.")
    end = fields.moment("end", "When it closes; absent where not known.")
    timeZone = fields.timeZone("time_zone", "The zone of its times, such as Europe/Zurich.")
    writtenEvidence = fields.choice(
      "evidence", Evidence.self,
      "Whether a source confirms that it took place; announced, where all sources were read before its end.")
    city = fields.text("city", "Where it meets.")
    country = fields.reference(Self.country)
    venue = fields.text("venue", "The building.")
    format = fields.choice("format", Format.self, "In person, online or both.")
    address = fields.address("url", "Its official site.")
    openness = fields.choice("openness", Openness.self, "Who may take part.")
    attend = fields.texts("attend", "Who may attend.")
    civilSociety = fields.text("civil_society", "How civil society gets in.")
    deadlines = fields.groups("deadlines", "a deadline", "What has to be done by when.", Deadline.read)
    sessions = fields.groups("sessions", "a session", "Its programme.", Session.read)
    partOf = fields.reference(Self.partOf)
    groups = fields.texts("groups", "Its committees and groups.")
    documents = fields.groups("documents", "a document", "Its papers.") { document in
      let title = document.text("title", required: true, "What it is called.")
      let address = document.address("url", "Where it can be read.")
      return title.map { MeetingDocument(title: $0, address: address) }
    }
    invitation = fields.text("invitation", "How to ask for an invitation.")
    languages = fields.texts("languages", "The languages it is held in.")
    uid = fields.sharing(.shared) {
      $0.text("uid", "What calendars know it by (UID), where it came from one or its id changed.")
    }
    sequence = fields.number("sequence", "How often its dates, place or status changed since it was published.")
    position = fields.position(
      "position", "Where the building stands: latitude and longitude, such as 46.2217, 6.1372.")
    fields.requireOrder(start, end, of: "end")
    let hasTimes =
      [start, end].contains(where: \.isTime) || sessions.contains { $0.start.isTime || $0.end.isTime }
      || deadlines.contains { $0.hasTime }
    fields.requireTimeZone(timeZone, hasTimes: hasTimes)
    guard let type else { return nil }
    self.type = type
  }

  /// What is known of a meeting that is over: what its record says, else that it was announced where all sources were read
  /// before its end; nil where nothing tells.
  package func evidence(by sources: [Source]) -> Evidence? {
    writtenEvidence ?? (wereReadBeforeEnd(sources) ? .announced : nil)
  }

  /// Whether the record says that the meeting was reported, and no source can have done so.
  package func isReportedTooEarly(by sources: [Source]) -> Bool {
    isReported && wereReadBeforeEnd(sources)
  }

  /// Whether the record says that a source confirms that the meeting took place.
  package var isReported: Bool { writtenEvidence == .reported }

  /// Whether there are sources, and each was read before the meeting was over.
  private func wereReadBeforeEnd(_ sources: [Source]) -> Bool {
    guard let end = end ?? start, !sources.isEmpty else { return false }
    return sources.allSatisfy { source in source.consulted.map { $0 < end.firstDay } ?? false }
  }

  package func evidenceFaults(of document: Document) -> [Diagnostic] {
    hasDates ? document.missingSource(for: "the date of a meeting") : []
  }

  private var hasDates: Bool {
    start != nil || end != nil
      || deadlines.contains { deadline in
        guard case .fixed = deadline.due else { return false }
        return deadline.confidence != .memory
      }
  }

  package func explainedTexts(in document: Document) -> [String?] { [document.title, document.id.name.uppercased()] }
}
