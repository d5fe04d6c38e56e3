import CivilTime
import Content
import Formats
import Sites

extension ICalendar.Event {
  /// How the names of properties begin that hold a record's fields.
  package static let prefix = "X-HUBWRIGHT-"

  /// The event with all fields of its record that its own properties do not give back, so that an import makes the same record.
  ///
  /// A field `civil_society` becomes `X-HUBWRIGHT-CIVIL-SOCIETY`; lists and groups are JSON.
  func carrying(_ document: Document) -> ICalendar.Event {
    let native = nativeFields
    let record = document.record(as: Meeting.kind.fields)
    let fields = record.fields.filter { $0.value != native[$0.name].map { .text($0) } }
    var details = details
    details.extensions =
      [ICalendar.Extension(name: Self.prefix + "ID", text: document.id.name)]
      + fields.map { field in
        ICalendar.Extension(
          name: Self.prefix + field.name.uppercased().replacing("_", with: "-"),
          text: field.value.isScalar
            ? field.value.plainText : String(decoding: field.value.json.encoded(), as: UTF8.self))
      }
    return ICalendar.Event(
      uid: uid, stamp: stamp, span: span, summary: summary, status: status, details: details)
  }

  /// The fields that an import reads from the properties that every calendar has.
  private var nativeFields: [String: String] {
    var fields = ["title": summary, "uid": uid]
    fields["updated"] = details.lastModified?.utc.date.isoText
    func times(_ start: CivilDateTime, _ end: CivilDateTime?, _ zone: String) {
      fields["start"] = Moment.time(start).isoText
      if let end, end > start { fields["end"] = Moment.time(end).isoText }
      fields["time_zone"] = zone
    }
    switch span {
    case .days(let first, let last):
      fields["start"] = first.isoText
      if last > first { fields["end"] = last.isoText }
    case .instants(let start, let end): times(start.utc, end?.utc, "UTC")
    case .local(let start, let end, let zone): times(start, end, zone.id)
    case .unknown: break
    }
    return fields
  }
}
