/// A place in a numbered series of articles.
package struct SeriesPart: Sendable {
  /// The id of a series that `hub.yaml` declares.
  package let series: Named
  package let part: Int?
}

/// What articles have and records have not.
package struct ArticleFields: Sendable {
  package let series: SeriesPart?

  init(reading fields: inout FieldReader) {
    let series = fields.named("series", in: .series, "The series that it is part of, as declared in hub.yaml.")
    let part = fields.number("part", "Its number in the series.")
    self.series = series.map { SeriesPart(series: $0, part: part) }
  }
}

/// A case of advocacy, told on one template so that cases can be compared.
package struct CaseStudyFields: Sendable {
  package let article: ArticleFields
  package let meeting: Reference
  package let mechanism: String

  /// The headings that every case study has, in this order.
  package static let headings = [
    "Background", "Structure and decision-making", "Remit", "What was at stake", "Before", "During", "After", "Tactics",
    "What worked", "Lessons",
  ]

  init?(reading fields: inout FieldReader) {
    article = ArticleFields(reading: &fields)
    let meeting = fields.reference("meeting", .meeting, required: true, meaning: "The meeting it is about.")
    let mechanism = fields.text("mechanism", required: true, "What type of mechanism it was.")
    guard let meeting, let mechanism else { return nil }
    self.meeting = meeting
    self.mechanism = mechanism
  }
}

/// How to do a thing, in steps.
package struct GuideFields: Sendable {
  package let article: ArticleFields
  package let audience: String?
  package let leadTime: String?
  package let route: Reference?

  init(reading fields: inout FieldReader) {
    article = ArticleFields(reading: &fields)
    audience = fields.text("for", "Who the guide is for.")
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    route = fields.reference("route", .route, meaning: "The route that it explains.")
  }
}

/// An article about one meeting: a briefing before it, takeaways after it.
package struct MeetingArticleFields: Sendable {
  package let article: ArticleFields
  package let meeting: Reference

  init?(reading fields: inout FieldReader) {
    article = ArticleFields(reading: &fields)
    let meeting = fields.reference("meeting", .meeting, required: true, meaning: "The meeting it is about.")
    guard let meeting else { return nil }
    self.meeting = meeting
  }
}

/// A report from the floor, by somebody who says in which role they attend.
package struct DispatchFields: Sendable {
  package let article: ArticleFields
  package let meeting: Reference
  package let role: String

  init?(reading fields: inout FieldReader) {
    article = ArticleFields(reading: &fields)
    let meeting = fields.reference("meeting", .meeting, required: true, meaning: "The meeting it reports from.")
    let role = fields.text("role", required: true, "In which role the author attends.")
    guard let meeting, let role else { return nil }
    self.meeting = meeting
    self.role = role
  }
}

/// A joint letter.
package struct StatementFields: Sendable {
  package let article: ArticleFields
  package let addressee: String?
  package let signatories: [String]

  init(reading fields: inout FieldReader) {
    article = ArticleFields(reading: &fields)
    addressee = fields.text("addressee", "Whom it is addressed to.")
    signatories = fields.texts("signatories", "Who signed it.")
  }
}
