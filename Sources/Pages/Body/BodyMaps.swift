import Content
import Drawings
import Formats
import Linking
import Sites

/// The bodies as a map: all of them, or the branch on which one stands.

/// The map of all bodies; nil where there are none.
func forumDrawing(on site: Site, from place: Place) -> DrawingView? {
  let map = ForumMap(
    title: site.words[.forumMap], bodies: forumBodies(below: nil, on: site, from: place),
    isRightToLeft: site.language.isRightToLeft)
  guard !map.bodies.isEmpty else { return nil }
  var main = map
  main.bodies = map.bodies.map { withoutLeaves($0, on: site) }
  return DrawingView(
    wide: ForumDrawing.picture(of: map),
    narrow: main.bodies.allSatisfy(\.bodies.isEmpty)
      ? [] : BranchDrawing.picture(of: main, className: "branch-drawing"),
    keyGroups: opennessKey(on: site))
}

/// The way from the topmost body to this one, and what stands below it; empty for a body that stands alone.
func branch(to page: PageOf<Body>, on site: Site, from place: Place) -> HTMLBytes {
  var here = forumBody(page, isHere: true, on: site, from: place)
  here.bodies = directBodies(below: page, on: site).map { forumBody($0, on: site, from: place) }
  var ancestors: [PageOf<Body>] = []
  var next = page
  while let parent = bodyAbove(next, on: site) {
    ancestors.append(parent)
    next = parent
  }
  guard !ancestors.isEmpty || !here.bodies.isEmpty else { return [] }
  let top = ancestors.reduce(here) { below, parent in
    var body = forumBody(parent, on: site, from: place)
    body.bodies = [below]
    return body
  }
  return BranchDrawing.picture(
    of: ForumMap(
      title: site.words.text(.placeOfBody, ["body": page.document.title]), bodies: [top],
      isRightToLeft: site.language.isRightToLeft),
    className: "branch-drawing")
}

private func isRightToLeft(on site: Site) -> Bool { site.language.isRightToLeft }

/// The body that one belongs to. Circles were refused.
func bodyAbove(_ body: PageOf<Body>, on site: Site) -> PageOf<Body>? {
  body.fields.parent.flatMap(site.page)
}

private func forumBodies(below parent: PageOf<Body>?, on site: Site, from place: Place) -> [ForumMap.Body] {
  directBodies(below: parent, on: site).map { page in
    var body = forumBody(page, on: site, from: place)
    body.bodies = forumBodies(below: page, on: site, from: place)
    return body
  }
}

private func forumBody(_ page: PageOf<Body>, isHere: Bool = false, on site: Site, from place: Place) -> ForumMap.Body {
  let fields = page.fields
  let name = site.words.joined([page.document.title, fields.openness.map { site.words[$0.word] }])
  return ForumMap.Body(
    label: fields.abbreviation ?? page.shortTitle, name: name, address: site.link(to: page, from: place),
    openness: fields.openness.map { site.words[$0.shortWord] } ?? "", mark: fields.openness.map { OutcomeMark($0) },
    isHere: isHere)
}

/// What is left of a body where only those with others below them are shown; their names say how many.
private func withoutLeaves(_ body: ForumMap.Body, on site: Site) -> ForumMap.Body {
  var body = body
  if body.count > 0 {
    body.label = site.words.text(.bodyAndCount, ["name": body.label, "count": String(body.count)])
  }
  body.bodies = body.bodies.filter { !$0.bodies.isEmpty }.map { withoutLeaves($0, on: site) }
  return body
}

/// The marks for who may take part, the widest door first.
private func opennessKey(on site: Site) -> [KeyGroupView] {
  let known = Set(
    site.pages(of: Body.self).compactMap { $0.fields.openness })
  let keys = Openness.allCases.filter(known.contains).map { openness in
    KeyView(
      mark: markOfOpenness(openness, on: site),
      title: site.words.text(
        .nameAndMeaning, ["name": site.words[openness.shortWord], "meaning": site.words[openness.meaning]]))
  }
  return keys.isEmpty ? [] : [KeyGroupView(title: site.words[.whoMayTakePart], keys: keys)]
}

func markOfOpenness(_ openness: Openness, on site: Site) -> HTMLBytes {
  DrawingKey(isRightToLeft: site.language.isRightToLeft).decision(OutcomeMark(openness))
}
