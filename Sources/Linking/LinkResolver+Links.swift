import Content
import Diagnostics
import Formats
import Markdown

extension LinkResolver {
  func resolve(_ link: BodyLink, in document: Document, _ number: Int, _ faults: inout LinkFaults) -> LinkTarget? {
    switch link {
    case .file(let link): resolve(link, in: document, number, &faults)
    case .wikilink(let link): resolve(link, in: document, number, &faults)
    case .image(let image):
      resolve(imageAt: image.path, inFolder: document.id.folder, &faults) { image.place.range(in: document.source) }
        .map(LinkTarget.asset)
    }
  }
}

// MARK: Links to files

extension LinkResolver {
  private func resolve(
    _ link: FileLink, in document: Document, _ number: Int, _ faults: inout LinkFaults
  ) -> LinkTarget? {
    let range = { link.place.range(in: document.source) }
    guard !link.path.isEmpty else { return page(number, anchor: link.anchor, &faults, range) }
    guard let path = contentPath(link.path, fromFolder: document.id.folder) else {
      faults.add(
        Diagnostic(
          .unresolvedLink, "a link stays within the hub, and '\(shortened(link.path))' leads out of it", at: range(),
          help: "Link to a file of the hub by its path from this one, or to an address that begins with https://"))
      return nil
    }
    if let found = index.document(inFile: path) {
      reportAbsence(of: found, .link, &faults, at: range)
      return page(index.version(of: found, in: document, path: path), anchor: link.anchor, &faults, range)
    }
    if let file = index.assets[path] { return .asset(file) }
    if index.unreadFiles.contains(path) { return nil }
    if let folder = addresses.index(ofFolder: path, language: document.language) { return .index(folder) }
    if let fault = MeantAddress.fault(link, at: range()) ?? fault(for: link, leadingTo: path, from: document, range) {
      faults.add(fault)
    }
    return nil
  }

  /// Why a path leads to no file; nil where that is known already.
  private func fault(
    for link: FileLink, leadingTo path: String, from document: Document, _ range: () -> SourceRange
  ) -> LinkFault? {
    if let id = DocumentID(markdownPath: path) {
      if index.unread.covers(id) { return nil }
      if let hidden = index.hidden[id] {
        return LinkFault(diagnostic: self.fault(for: hidden, id, .link, document, at: range()))
      }
      if let number = index.originals[id], !index.documents[number].source.path.hasSuffix(".md") {
        return LinkFault(
          diagnostic: Diagnostic(
            .unresolvedLink,
            "the link leads to a file, and '\(id)' is an entry of '\(index.documents[number].source.path)'",
            at: range(), help: "Write '[[\(id)]]'"))
      }
    }
    if let moved = movedLink(link, leadingTo: path, from: document, range) { return moved }
    if index.passedOver.contains(path) {
      return LinkFault(
        diagnostic: Diagnostic(
          .unresolvedLink, "'\(shortened(path))' is a file that a program left there, and is not published",
          at: range(),
          help: "Take the link out, or give the file another name"))
    }
    let folder = document.id.folder
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedLink, "the link leads to a file of the hub, and there is none '\(shortened(path))'", at: range(),
        help: "Correct the path; it is relative to this file"),
      search: NameSearch(
        written: path, names: .files,
        mended: { covered, nearest in
          covered.hasPrefix(link.path)
            ? relativePath(nearest, fromFolder: folder) + covered.dropFirst(link.path.count) : nil
        }, help: { "Write '\(relativePath($0, fromFolder: folder))'" }))
  }

  /// The page, unless it lacks the anchor.
  private func page(
    _ number: Int, anchor: String?, _ faults: inout LinkFaults, _ range: () -> SourceRange
  ) -> LinkTarget? {
    guard let anchor, !anchor.isEmpty else { return .page(number, anchor: nil) }
    let document = index.documents[number]
    guard case .ownPage = document.kind.place else {
      faults.add(
        Diagnostic(
          .unresolvedAnchor, "'\(document.id)' stands on the page of others, where it has no headings", at: range(),
          help: "Leave the anchor out"))
      return nil
    }
    let derived = document.kind.anchors
    if let id = index.heading(namedBy: anchor, in: number) ?? derived.first(where: { $0 == anchor }) {
      return .page(number, anchor: id)
    }
    faults.add(missing(anchor, in: document, range))
    return nil
  }

  /// Worked out for the first faults of a document alone, since a long text may have thousands of both.
  private func missing(_ anchor: String, in document: Document, _ range: () -> SourceRange) -> LinkFault {
    let anchors = document.body.headings.map(\.anchor) + document.kind.anchors
    let shown = anchors.prefix(20).map { "#" + $0 }.joined(separator: ", ")
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedAnchor, "'\(document.id)' has no heading '#\(shortened(anchor))'", at: range(),
        help: anchors.isEmpty
          ? "Leave the anchor out" : "Write one of \(shown)" + (anchors.count > 20 ? " and others" : "")),
      search: NameSearch(
        written: anchor, names: .these(anchors),
        mended: { covered, nearest in
          // An anchor ends a link's address; in a wikilink words or brackets follow, in a table with a backslash before the words' bar.
          let end =
            covered.hasPrefix("[[")
            ? covered.firstRange(of: "\\|")?.lowerBound ?? covered.firstIndex(of: "|")
              ?? covered.index(covered.endIndex, offsetBy: -2) : covered.endIndex
          guard covered[..<end].hasSuffix("#" + anchor) else { return nil }
          return covered[..<end].dropLast(anchor.count) + nearest + covered[end...]
        }, help: { "Write '#\($0)'" }))
  }
}

// MARK: Images

extension LinkResolver {
  func resolve(
    imageAt written: String, inFolder folder: String, _ faults: inout LinkFaults, _ range: () -> SourceRange
  ) -> OutputPath? {
    if let file = index.asset(at: written, inFolder: folder) {
      let path = contentPath(written, fromFolder: folder) ?? written
      if let flaw = index.pictureFlaws[path] { faults.add(Self.fault(of: flaw, written, at: range())) }
      return file
    }
    let path = contentPath(written, fromFolder: folder)
    if let path, index.unreadFiles.contains(path) { return nil }
    faults.add(
      Diagnostic(
        .unresolvedLink, "the image is a file of the hub, and there is none '\(shortened(written))'", at: range(),
        help: "Put the file there, or correct the path; it is relative to this file"),
      search: NameSearch(written: written, names: .these(index.files.map { relativePath($0, fromFolder: folder) })) {
        "Write '\($0)'"
      })
    return nil
  }
}

extension LinkResolver {
  private static func fault(of flaw: PictureFlaw, _ written: String, at place: SourceRange) -> Diagnostic {
    let name = shortened(String(written.split(separator: "/").last ?? ""))
    let (message, help) =
      switch flaw {
      case .empty: ("a picture holds bytes, and '\(name)' is empty", "Put the picture there once more")
      case .cutShort: ("a picture is whole, and the end of '\(name)' is missing", "Put the picture there once more")
      case .other(let what, nil):
        ("a picture is what its name says, and '\(name)' is \(what)", "Save it as a picture, PNG, JPEG or WebP")
      case .other(let what, let ending?):
        (
          "a picture is what its name says, and '\(name)' is \(what)",
          "Give it a name that ends in .\(ending), here too"
        )
      case .noPicture(let ending):
        (
          "browsers show PNG, JPEG, GIF, WebP, AVIF and SVG, and '\(name)' is none",
          ["pdf", "docx", "xlsx", "txt", "mp4", "mp3", "zip"].contains(ending)
            ? "Link to it: '[words](\(shortened(written)))'" : "Save it as PNG, JPEG or WebP"
        )
      }
    return Diagnostic(.brokenPicture, message, at: place, help: help)
  }
}

// MARK: Wikilinks

extension LinkResolver {
  private func resolve(
    _ link: Wikilink, in document: Document, _ number: Int, _ faults: inout LinkFaults
  ) -> LinkTarget? {
    let range = { link.place.range(in: document.source) }
    guard !link.target.isEmpty else { return page(number, anchor: link.anchor, &faults, range) }
    let found = candidates(named: link.target)
    guard let first = found.first else {
      if !index.isUnread(link.target) { faults.add(unresolved(link, in: document, at: range())) }
      return nil
    }
    guard found.count == 1 || neverMeet(found) else {
      faults.add(ambiguous(link.target, found, at: range()))
      return nil
    }
    if found.count == 1 { reportAbsence(of: first, .wikilink, &faults, at: range) }
    return page(index.version(of: first, in: document.language), anchor: link.anchor, &faults, range)
  }

  /// Whether no day shows two of the documents.
  private func neverMeet(_ found: [Int]) -> Bool {
    guard let timetable else { return false }
    return found.indices.allSatisfy { left in
      found[..<left].allSatisfy { !timetable.days[$0].overlaps(timetable.days[found[left]]) }
    }
  }

  /// Of several documents, those whose id is written just so; else those with just this name; else all.
  private func candidates(named name: String) -> [Int] {
    let found = index.documents(named: name)
    guard found.count > 1 else { return found }
    let byID = found.filter { index.documents[$0].id.name == name }
    if !byID.isEmpty { return byID }
    let byName = found.filter { index.documents[$0].ownNames.contains(name) }
    return byName.isEmpty ? found : byName
  }

  private func ambiguous(_ name: String, _ found: [Int], at range: SourceRange) -> Diagnostic {
    let shown = found.prefix(5).map { index.documents[$0] }
    let others = found.count > shown.count ? " and others" : ""
    return Diagnostic(
      .ambiguousWikilink,
      "'\(shortened(name))' is the name of " + shown.map { "'\($0.id)'" }.joined(separator: " and of ") + others,
      at: range,
      notes: shown.map { Note("one is here", at: $0.place) },
      help: "Write '[[\(shown.first?.id.description ?? name)]]' or another of them")
  }

  private func unresolved(_ link: Wikilink, in document: Document, at range: SourceRange) -> LinkFault {
    if link.target.contains("://") || link.target.hasPrefix("mailto:") {
      let address = link.target + (link.anchor.map { "#" + $0 } ?? "")
      return LinkFault(
        diagnostic: Diagnostic(
          .unresolvedWikilink, "a wikilink names a document of the hub, and this is an address", at: range,
          help: "Write '[\(link.label ?? "words")](\(shortened(address)))'"))
    }
    let name = folded(link.target)
    let hidden = index.hidden.filter { id, hidden in
      id.description == link.target || hidden.names.contains { folded($0) == name }
    }
    if let (id, hidden) = hidden.min(by: { $0.key < $1.key }) {
      return LinkFault(diagnostic: fault(for: hidden, id, .wikilink, document, at: range))
    }
    if let moved = index.document(movedFrom: link.target + ".html") {
      let id = index.documents[moved].id
      return LinkFault(
        diagnostic: Diagnostic(
          .unresolvedWikilink, "'\(shortened(link.target))' has moved to '\(id)'", at: range, help: "Write '[[\(id)]]'",
          edits: link.mended(range.coveredText, to: id.description).map { [Edit(range, to: $0)] } ?? []))
    }
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedWikilink, "no document is named '\(shortened(link.target))'", at: range,
        help: "Write the id, title or abbreviation of a document"),
      search: NameSearch(
        written: link.target, names: .wikilinks, mended: { link.mended($0, to: $1) }, help: { "Write '[[\($0)]]'" }))
  }
}

extension Wikilink {
  /// The wikilink with another target, where it is written as it reads.
  fileprivate func mended(_ covered: String, to name: String) -> String? {
    covered.hasPrefix("[[" + target) ? "[[" + name + covered.dropFirst(2 + target.count) : nil
  }
}

// MARK: Moved pages

extension LinkResolver {
  /// A link to where a page was before it moved, by its file or its old address.
  private func movedLink(
    _ link: FileLink, leadingTo path: String, from document: Document, _ range: () -> SourceRange
  ) -> LinkFault? {
    let address = path.hasSuffix(".md") ? path.dropLast(3) + ".html" : path
    guard let number = index.document(movedFrom: address) else { return nil }
    let target = index.documents[number]
    let place = range()
    var edits: [Edit] = []
    var written = "[[\(target.id)]]"
    if target.source.path.hasSuffix(".md") {
      written = relativePath(index.contentPath(of: target), fromFolder: document.id.folder)
      if place.coveredText.hasPrefix(link.path) {
        edits = [Edit(place, to: written + place.coveredText.dropFirst(link.path.count))]
      }
    }
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedLink, "'\(shortened(path))' has moved to '\(target.id)'", at: place, help: "Write '\(written)'",
        edits: edits))
  }
}

// MARK: Paths

extension DocumentIndex {
  /// A link to an original's file leads to the reader's language where there is one; a link to a translation's leads
  /// there.
  fileprivate func version(of number: Int, in document: Document, path: String) -> Int {
    originals[documents[number].id] == number ? version(of: number, in: document.language) : number
  }
}

extension DocumentID {
  /// Reads `folder/name.md` or `folder/name.fr.md`.
  fileprivate init?(markdownPath path: String) {
    guard path.hasSuffix(".md"), let id = DocumentID(text: path), let name = id.name.split(separator: ".").first else {
      return nil
    }
    self.init(folder: id.folder, name: String(name))
  }
}

/// A path of the content folder as a document in a folder writes it.
private func relativePath(_ path: String, fromFolder folder: String) -> String {
  if folder.isEmpty { return path }
  return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : "../" + path
}
