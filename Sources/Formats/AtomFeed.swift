import CivilTime

extension Feed {
  /// The feed as Atom (RFC 4287), to be served at `selfAddress`.
  package func encodedAsAtom(selfAddress: String) -> [UInt8] {
    var writer = XMLWriter()
    writer.block("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language]) { writer in
      writer.element("id", text: id)
      writer.element("title", text: title)
      writer.element("subtitle", text: subtitle)
      writer.element("updated", text: updated.rfc3339Text)
      writer.element("link", ["rel": "self", "type": "application/atom+xml", "href": selfAddress])
      writer.element("link", ["rel": "alternate", "type": "text/html", "href": alternateAddress])
      writer.write(author)
      writer.element("rights", text: rights)
      for entry in entries { writer.write(entry) }
    }
    return writer.bytes
  }
}

extension XMLWriter {
  fileprivate mutating func write(_ entry: Feed.Entry) {
    block("entry", ["xml:lang": entry.language]) { writer in
      writer.element("id", text: entry.id)
      writer.element("title", text: entry.title)
      writer.element("updated", text: entry.updated.rfc3339Text)
      writer.element("published", text: entry.published?.rfc3339Text)
      writer.element(
        "link", ["rel": "alternate", "type": "text/html", "href": entry.address, "hreflang": entry.language])
      for author in entry.authors { writer.write(author) }
      for category in entry.categories { writer.element("category", ["term": category]) }
      writer.element("summary", text: entry.summary)
      writer.element("content", ["type": "html", "xml:base": entry.address], text: entry.contentHTML)
    }
  }

  fileprivate mutating func write(_ author: Feed.Person) {
    block("author") { writer in
      writer.element("name", text: author.name)
      writer.element("uri", text: author.address)
    }
  }
}
