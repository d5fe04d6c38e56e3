import CivilTime
import Content
import Formats

/// How the names of properties begin that a hub's own calendars carry fields in.
let carriedPrefix = "X-HUBWRIGHT-"

/// What one event says of a meeting, or of each meeting of a series; nothing of when it takes place.
struct EventReading {
  private(set) var meeting: ImportedMeeting
  var remarks: [ImportRemark] = []
  private(set) var leftOut: [(name: String, line: Int)] = []

  init(_ event: CalendarComponent, from source: EventSource) throws(EventFault) {
    meeting = ImportedMeeting(line: event.line)
    meeting.uid = event.stated("UID")?.text
    guard let title = event.stated("SUMMARY")?.text, !title.isEmpty else {
      throw EventFault(message: "it has no SUMMARY, which would be its title")
    }
    meeting.set("title", title)
    if case .instant(let changed)? = event.property("LAST-MODIFIED")?.time {
      meeting.set("updated", changed.utc.date.isoText)
    }
    if let id = event.property(carriedPrefix + "ID")?.text {
      meeting.id = id
      readCarriedFields(of: event)
      if case .number(let number)? = meeting.fields["sequence"] { meeting.sequence = number }
    } else {
      meeting.sequence = event.stated("SEQUENCE").flatMap { Int($0.value.trimmed) } ?? 0
      readCommonProperties(of: event, from: source)
    }
    for component in event.components { leftOut.append((component.name, component.line)) }
  }

  // MARK: What our own calendars carry

  private mutating func readCarriedFields(of event: CalendarComponent) {
    for field in Meeting.kind.fields {
      let name = carriedPrefix + field.name.uppercased().replacing("_", with: "-")
      guard let property = event.property(name) else { continue }
      if let value = RecordValue(carried: property.text, as: field.shape) {
        meeting.fields[field.name] = value
      } else {
        remarks.append(ImportRemark(line: property.line, text: "\(name) does not hold \(field.shape.words)"))
      }
    }
    // Whoever cancelled a meeting in their calendar did so since it was written.
    let isCancelled = event.property("STATUS")?.value.uppercased() == "CANCELLED"
    if isCancelled, meeting.text("status") != "postponed" { meeting.set("status", "cancelled") }
  }

  // MARK: What every calendar has

  private static let read: Set<String> = [
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "LAST-MODIFIED", "RRULE", "RDATE", "EXDATE", "EXRULE",
    "RECURRENCE-ID", "CLASS",
  ]

  private mutating func readCommonProperties(of event: CalendarComponent, from source: EventSource) {
    var tags: [String] = []
    var documents: [RecordValue] = []
    for property in event.properties where !Self.read.contains(property.name) && !property.value.trimmed.isEmpty {
      switch property.name {
      case "DESCRIPTION": meeting.set("summary", property.text)
      case "LOCATION": readPlace(property)
      case "URL": if isWebAddress(property.value) { meeting.set("url", property.value) } else { leaveOut(property) }
      case "GEO":
        let parts = property.value.replacing(";", with: ", ")
        if property.position != nil { meeting.set("position", parts) } else { leaveOut(property) }
      case "STATUS":
        let statuses = ["TENTATIVE": "tentative", "CANCELLED": "cancelled"]
        meeting.set("status", statuses[property.value.uppercased()])
      case "SEQUENCE": if let number = Int(property.value), number > 0 { meeting.fields["sequence"] = .number(number) }
      case "CATEGORIES": tags += property.texts.filter { !$0.isEmpty && !tags.contains($0) }
      case "ATTACH":
        if let document = Self.document(property) { documents.append(document) } else { leaveOut(property) }
      case "DTSTAMP", "CREATED", "TRANSP": break
      default: leaveOut(property)
      }
    }
    if !tags.isEmpty { meeting.fields["tags"] = .list(tags.map { .text($0) }) }
    if !documents.isEmpty { meeting.fields["documents"] = .list(documents) }
    var origin = [Record.Field(name: "title", value: .text(source.name))]
    if let address = meeting.text("url") { origin.append(Record.Field(name: "url", value: .text(address))) }
    meeting.fields["sources"] = .list([.group(Record(fields: origin))])
    meeting.isItsOwnSource = true
  }

  private mutating func leaveOut(_ property: CalendarProperty) { leftOut.append((property.name, property.line)) }

  private mutating func readPlace(_ property: CalendarProperty) {
    guard isWebAddress(property.text) else { return meeting.set("venue", property.text) }
    meeting.set("format", "online")
    if meeting.text("url") == nil { meeting.set("url", property.text) }
  }

  private static func document(_ property: CalendarProperty) -> RecordValue? {
    guard isWebAddress(property.value) else { return nil }
    let name = property.parameter("FILENAME") ?? property.value.split(separator: "/").last.map(String.init) ?? ""
    return .group(
      Record(fields: [
        Record.Field(name: "title", value: .text(name)), Record.Field(name: "url", value: .text(property.value)),
      ]))
  }
}
