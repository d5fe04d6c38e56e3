import CivilTime

extension EpubBook {
  /// The package document: what the book is, which files it has, and their order.
  var package: [UInt8] {
    var writer = XMLWriter()
    let attributes: XMLWriter.Attributes = [
      "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "identifier",
      "xml:lang": language, "dir": isRightToLeft ? "rtl" : "ltr",
    ]
    writer.block("package", attributes) { writer in
      writer.block("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) { addMetadata(to: &$0) }
      writer.block("manifest") { addManifest(to: &$0) }
      writer.block("spine", ["page-progression-direction": isRightToLeft ? "rtl" : "ltr"]) { writer in
        writer.element("itemref", ["idref": "cover"])
        writer.element("itemref", ["idref": "nav"])
        for number in files.indices { writer.element("itemref", ["idref": "chapter-\(number + 1)"]) }
      }
    }
    return writer.bytes
  }

  private var files: [Chapter] { parts.flatMap(\.chapters) }

  private func addMetadata(to writer: inout XMLWriter) {
    writer.element("dc:identifier", ["id": "identifier"], text: identifier)
    writer.element("dc:title", text: title)
    writer.element("dc:language", text: language)
    writer.element("dc:creator", text: creator)
    writer.element("dc:publisher", text: creator)
    writer.element("dc:description", text: description.isEmpty ? nil : description)
    writer.element("dc:date", text: modified.isoText)
    writer.element("dc:rights", text: rights)
    writer.element("dc:source", text: source)
    writer.element("meta", ["property": "dcterms:modified"], text: "\(modified.isoText)T00:00:00Z")
    // What readers with other senses can use (schema.org, as the EPUB Accessibility guidelines ask).
    let hasPictures = !pictures.isEmpty || files.contains { $0.hasDrawing }
    let features =
      ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
      + (hasPictures ? ["alternativeText"] : [])
    let modes = hasPictures ? ["textual", "visual"] : ["textual"]
    for mode in modes { writer.element("meta", ["property": "schema:accessMode"], text: mode) }
    writer.element("meta", ["property": "schema:accessModeSufficient"], text: "textual")
    for feature in features { writer.element("meta", ["property": "schema:accessibilityFeature"], text: feature) }
    writer.element("meta", ["property": "schema:accessibilityHazard"], text: "none")
    writer.element("meta", ["property": "schema:accessibilitySummary"], text: labels.accessibility)
  }

  private func addManifest(to writer: inout XMLWriter) {
    let page = "application/xhtml+xml"
    writer.element("item", ["id": "nav", "href": "nav.xhtml", "media-type": page, "properties": "nav"])
    writer.element("item", ["id": "cover", "href": "cover.xhtml", "media-type": page])
    writer.element("item", ["id": "style", "href": "style.css", "media-type": "text/css"])
    for (number, chapter) in files.enumerated() {
      writer.element(
        "item",
        [
          "id": "chapter-\(number + 1)", "href": chapter.file, "media-type": page,
          "properties": chapter.hasDrawing ? "svg" : nil,
        ])
    }
    for (number, picture) in pictures.enumerated() {
      writer.element(
        "item", ["id": "picture-\(number + 1)", "href": picture.address, "media-type": picture.mediaType])
    }
  }
}

extension EpubBook.Chapter {
  /// Whether the markup holds SVG, which the list of files has to say.
  fileprivate var hasDrawing: Bool {
    let mark = Array("<svg".utf8)
    var rest = markup[...]
    while let start = rest.firstIndex(of: mark[0]) {
      if rest[start...].starts(with: mark) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}

extension EpubBook.Picture {
  fileprivate var mediaType: String {
    switch path.split(separator: ".").last?.lowercased() {
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "svg": "image/svg+xml"
    case "webp": "image/webp"
    default: "image/png"
    }
  }
}
