/// A part of a meeting's programme.
package struct Session: Sendable {
  package let id: String?
  package let title: String
  package let type: SessionType
  package let start: Moment?
  package let end: Moment?
  package let moderator: Speaker?
  package let speakers: [Speaker]
  package let language: String?
  package let summary: String?

  package enum SessionType: String, Sendable, CaseIterable {
    case session, panel, keynote
    case pause = "break"
  }

  package struct Speaker: Sendable {
    package let name: String?
    package let person: Reference<Person>?
    package let role: String?

    static func read(_ fields: inout FieldReader) -> Speaker? {
      let name = fields.text("name", "The name, where there is no entry under people.")
      let person = fields.reference(Meeting.speaker)
      let role = fields.text("role", "In which role they speak.")
      fields.requireAny(name != nil || person != nil, of: "name", "person")
      return Speaker(name: name, person: person, role: role)
    }
  }

  static func read(_ fields: inout FieldReader) -> Session? {
    let id = fields.identifier("id", "What calendars know it by, where its title may change.")
    let title = fields.text("title", required: true, "What it is called.")
    let type = fields.choice("type", SessionType.self, "What form it takes.") ?? .session
    let start = fields.moment("start", "When it begins.")
    let end = fields.moment("end", "When it ends.")
    let moderator = fields.group("moderator", "a moderator", "Who moderates it.", Speaker.read)
    let speakers = fields.groups("speakers", "a speaker", "Who speaks.", Speaker.read)
    let language = fields.text("language", "The language it is held in.")
    let summary = fields.text("summary", "What it is about.")
    fields.requireOrder(start, end, of: "end")
    guard let title else { return nil }
    return Session(
      id: id, title: title, type: type, start: start, end: end, moderator: moderator, speakers: speakers,
      language: language,
      summary: summary)
  }
}
