import CivilTime

extension Feed {
  /// The feed as JSON Feed 1.1 (jsonfeed.org), to be served at `selfAddress`; that format has no place for rights.
  package func encodedAsJSONFeed(selfAddress: String) -> [UInt8] {
    let value = JSONValue.object(present: [
      "version": "https://jsonfeed.org/version/1.1",
      "title": .string(title),
      "home_page_url": .string(alternateAddress),
      "feed_url": .string(selfAddress),
      "description": subtitle.map(JSONValue.string),
      "language": .string(language),
      "authors": .array([author.jsonValue]),
      "items": .array(entries.map(\.jsonValue)),
    ])
    return value.encoded(layout: .lines) + [UInt8(ascii: "\n")]
  }
}

extension Feed.Person {
  fileprivate var jsonValue: JSONValue {
    .object(present: ["name": .string(name), "url": address.map(JSONValue.string)])
  }
}

extension Feed.Entry {
  /// An item must have content: without HTML it is the summary, or at least the title.
  fileprivate var jsonValue: JSONValue {
    .object(present: [
      "id": .string(id),
      "url": .string(address),
      "title": .string(title),
      "content_html": contentHTML.map(JSONValue.string),
      "content_text": contentHTML == nil ? .string(summary ?? title) : nil,
      "summary": summary.map(JSONValue.string),
      "date_published": published.map { .string($0.rfc3339Text) },
      "date_modified": .string(updated.rfc3339Text),
      "authors": authors.isEmpty ? nil : .array(authors.map(\.jsonValue)),
      "tags": categories.isEmpty ? nil : .array(categories.map(JSONValue.string)),
      "language": language.map(JSONValue.string),
    ])
  }
}
