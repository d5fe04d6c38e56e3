import Content
import Formats
import Linking

/// The bodies as a map: all of them, or the branch on which one stands.
extension PageComposer {
  /// The map of all bodies; nil where there are none.
  func forumDrawing() -> DrawingView? {
    let map = ForumMap(title: words[.forumMap], bodies: forumBodies(below: nil), isRightToLeft: isRightToLeft)
    guard !map.bodies.isEmpty else { return nil }
    var main = map
    main.bodies = map.bodies.map(withoutLeaves)
    return DrawingView(
      wide: ForumDrawing.picture(of: map),
      narrow: main.bodies.allSatisfy(\.bodies.isEmpty)
        ? [] : BranchDrawing.picture(of: main, className: "branch-drawing"),
      keyGroups: opennessKey())
  }

  /// The way from the topmost body to this one, and what stands below it; empty for a body that stands alone.
  func branch(to page: Page) -> HTMLBytes {
    var here = forumBody(page, isHere: true)
    here.bodies = directBodies(below: page).map { forumBody($0) }
    var ancestors: [Page] = []
    var next = page
    while let parent = parent(of: next) {
      ancestors.append(parent)
      next = parent
    }
    guard !ancestors.isEmpty || !here.bodies.isEmpty else { return [] }
    let top = ancestors.reduce(here) { below, parent in
      var body = forumBody(parent)
      body.bodies = [below]
      return body
    }
    return BranchDrawing.picture(
      of: ForumMap(
        title: words.text(.placeOfBody, ["body": page.document.title]), bodies: [top], isRightToLeft: isRightToLeft),
      className: "branch-drawing")
  }

  private var isRightToLeft: Bool { edition.direction == "rtl" }

  /// The body that one belongs to. Circles were refused.
  func parent(of body: Page) -> Page? {
    guard case .body(let fields) = body.document.details else { return nil }
    return fields.parent.flatMap(page)
  }

  private func forumBodies(below parent: Page?) -> [ForumMap.Body] {
    directBodies(below: parent).map { page in
      var body = forumBody(page)
      body.bodies = forumBodies(below: page)
      return body
    }
  }

  private func forumBody(_ page: Page, isHere: Bool = false) -> ForumMap.Body {
    guard case .body(let fields) = page.document.details else { return ForumMap.Body() }
    let name = [page.document.title, fields.openness.map { words[$0.word] }].compactMap { $0 }.joined(separator: ", ")
    return ForumMap.Body(
      label: fields.abbreviation ?? page.shortTitle, name: name, address: link(to: page),
      openness: fields.openness.map { words[$0.shortWord] } ?? "", mark: fields.openness.map { OutcomeMark($0) },
      isHere: isHere)
  }

  /// What is left of a body where only those with others below them are shown; their names say how many.
  private func withoutLeaves(_ body: ForumMap.Body) -> ForumMap.Body {
    var body = body
    if body.count > 0 {
      body.label = words.text(.bodyAndCount, ["name": body.label, "count": String(body.count)])
    }
    body.bodies = body.bodies.filter { !$0.bodies.isEmpty }.map(withoutLeaves)
    return body
  }

  /// The marks for who may take part, the widest door first.
  private func opennessKey() -> [KeyGroupView] {
    let known = Set(
      pages(of: .body).compactMap { page -> Openness? in
        guard case .body(let fields) = page.document.details else { return nil }
        return fields.openness
      })
    let keys = Openness.allCases.filter(known.contains).map { openness in
      KeyView(
        mark: opennessMark(openness),
        title: words.text(
          .nameAndMeaning, ["name": words[openness.shortWord], "meaning": words[openness.meaning]]))
    }
    return keys.isEmpty ? [] : [KeyGroupView(title: words[.whoMayTakePart], keys: keys)]
  }

  func opennessMark(_ openness: Openness) -> HTMLBytes {
    DrawingKey(isRightToLeft: isRightToLeft).decision(OutcomeMark(openness))
  }
}
