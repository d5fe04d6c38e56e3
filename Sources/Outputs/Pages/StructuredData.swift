import CivilTime
import Content
import Formats
import Linking

/// Descriptions of pages for search engines, in schema.org's words (JSON-LD).
extension PageComposer {
  func structuredData(_ things: [JSONValue]) -> HTMLBytes {
    var html: HTMLBytes = []
    for thing in things {
      html.append(markup: "<script type=\"application/ld+json\">")
      html.append(contentsOf: thing.encoded(for: .scriptElement))
      html.append(markup: "</script>\n")
    }
    return html
  }

  func breadcrumbData(_ parents: [Menu.Index], current title: String) -> JSONValue {
    let trail: [(title: String, path: OutputPath)] =
      [(words[.home], edition.menu.homePath)] + parents.map { ($0.title, edition.menu.path(of: $0)) } + [(title, path)]
    let items = trail.enumerated().map { number, step -> JSONValue in
      [
        "@type": "ListItem", "position": .integer(number + 1), "name": .string(step.title),
        "item": .string(edition.absoluteAddress(of: step.path)),
      ]
    }
    return ["@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": .array(items)]
  }

  func articleData(_ page: Page) -> JSONValue {
    let common = page.document.common
    let authors = common.authors.compactMap(self.page).map { author -> JSONValue in
      ["@type": "Person", "name": .string(author.document.title), "url": .string(edition.absoluteAddress(of: author))]
    }
    return .object(present: [
      "@context": "https://schema.org", "@type": "Article", "headline": .string(page.document.title),
      "description": common.summary.map { .string($0) }, "inLanguage": .string(page.document.language),
      "datePublished": common.date.map { .string($0.isoText) },
      "dateModified": common.updated.map { .string($0.isoText) },
      "author": authors.isEmpty ? publisherData : .array(authors), "publisher": publisherData,
      "mainEntityOfPage": .string(edition.absoluteAddress(of: page)),
    ])
  }

  private var publisherData: JSONValue {
    .object(present: [
      "@type": "Organization", "name": .string(graph.hub.publisher?.name ?? graph.hub.title),
      "url": .string(graph.hub.publisher?.address ?? edition.address),
    ])
  }

  /// An event needs a start; a meeting whose date is not known has no such description.
  func eventData(_ page: Page, _ fields: MeetingFields) -> [JSONValue] {
    guard let start = fields.start, start.isExact else { return [] }
    let state = MeetingState(fields, on: edition.today)
    let status =
      switch state {
      case .cancelled: "EventCancelled"
      case .postponed: "EventPostponed"
      default: "EventScheduled"
      }
    let mode: String? =
      switch fields.format {
      case .online: "OnlineEventAttendanceMode"
      case .hybrid: "MixedEventAttendanceMode"
      case .inPerson: "OfflineEventAttendanceMode"
      case nil: nil
      }
    let end = fields.end.flatMap { $0.isExact ? JSONValue.string($0.isoText) : nil }
    return [
      .object(present: [
        "@context": "https://schema.org", "@type": "Event", "name": .string(page.document.title),
        "description": page.document.common.summary.map { .string($0) }, "startDate": .string(start.isoText),
        "endDate": end, "eventStatus": .string("https://schema.org/" + status),
        "eventAttendanceMode": mode.map { .string("https://schema.org/" + $0) }, "location": locationData(fields),
        "url": .string(edition.absoluteAddress(of: page)),
      ])
    ]
  }

  /// Nil where no place is known.
  private func locationData(_ fields: MeetingFields) -> JSONValue? {
    guard fields.format != .online else {
      return .object(present: ["@type": "VirtualLocation", "url": fields.address.map { .string($0) }])
    }
    let place = placeText(fields)
    let parts = [fields.venue, place.isEmpty ? nil : place].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return .object(present: [
      "@type": "Place", "name": .string(parts.joined(separator: ", ")), "address": place.isEmpty ? nil : .string(place),
    ])
  }

  func organizationData(_ page: Page, address: String?) -> JSONValue {
    .object(present: [
      "@context": "https://schema.org", "@type": "Organization", "name": .string(page.document.title),
      "description": page.document.common.summary.map { .string($0) },
      "url": .string(edition.absoluteAddress(of: page)), "sameAs": address.map { .string($0) },
    ])
  }

  var siteData: JSONValue {
    .object(present: [
      "@context": "https://schema.org", "@type": "WebSite", "name": .string(graph.hub.title),
      "description": graph.hub.summary.map { .string($0) }, "url": .string(edition.address),
      "inLanguage": .string(edition.language),
    ])
  }
}
