import Content
import Diagnostics
import Formats
import Linking
import Sites

/// A notice within a text, before the byte of its HTML at which a section begins.
struct TextMark {
  let offset: Int
  let html: HTMLBytes
}

/// What stands above each section of a translation that is older than its original, in the order of the text.
func outdatedMarks(of page: Page, on site: Site, from place: Place) -> [TextMark] {
  guard let state = site.graph.translationState(of: page), !state.offsets.isEmpty else { return [] }
  var marked: Set<Int> = []
  return state.changes.filter(\.isOutdated).compactMap { change -> TextMark? in
    guard let position = change.position, state.offsets.indices.contains(position), marked.insert(position).inserted
    else { return nil }
    let notice = sectionNotice(for: change, of: state.original, on: site, from: place)
    return TextMark(offset: state.offsets[position], html: html(of: notice))
  }.sorted { $0.offset < $1.offset }
}

/// What stands at the head of a translation that is older than its original: what concerns no section that it has.
func outdatedNotices(of page: Page, on site: Site, from place: Place) -> [NoticeView] {
  guard let state = site.graph.translationState(of: page) else { return [] }
  func links(to changes: [SectionChange]) -> [LinkView] {
    changes.map { change in
      let isNamed = !change.heading.isEmpty
      return LinkView(
        title: isNamed ? change.heading : site.words[.readOriginal],
        address: link(to: change, of: state.original, on: site, from: place),
        foreignLanguage: isNamed ? site.language.foreign(state.original) : "")
    }
  }
  let original = LinkView(title: site.words[.readOriginal], address: site.link(to: state.original, from: place))
  let sections = state.changes.filter { !$0.isOfField }
  let outdated = state.offsets.isEmpty ? sections.filter(\.isOutdated) : []
  let added = sections.filter { $0.kind == .added }
  return notice(
    .noticeOutdatedFields, about: state.changes.filter { $0.isOfField && $0.isOutdated }, [original], on: site)
    + notice(.noticeOutdatedPage, about: outdated, links(to: outdated), on: site)
    + notice(.noticeOutdatedAdded, about: added, links(to: added), on: site)
}

/// None where it would be about nothing. The day is the earliest of those whose original is rendered.
private func notice(
  _ word: Word, about changes: [SectionChange], _ links: [LinkView], on site: Site
) -> [NoticeView] {
  guard !changes.isEmpty else { return [] }
  let text = changes.compactMap(\.day).min().map { site.words.text(word, ["date": site.dates.text($0)]) }
  return [NoticeView(label: site.words[.noticeOutdated], text: text ?? site.words[word], links: links)]
}

private func sectionNotice(
  for change: SectionChange, of original: Page, on site: Site, from place: Place
) -> NoticeView {
  let day = change.day.map { site.dates.text($0) } ?? ""
  let text: String
  if change.kind == .gone {
    text = site.words.text(.noticeOutdatedGone, ["date": day])
  } else if let last = lastChange(of: original, on: site) {
    text = site.words.text(.noticeOutdatedSince, ["date": day, "change": last])
  } else {
    text = site.words.text(.noticeOutdatedSection, ["date": day])
  }
  return NoticeView(
    label: site.words[.noticeOutdated], text: text,
    links: [
      LinkView(
        title: site.words[.readOriginal], address: link(to: change, of: original, on: site, from: place))
    ])
}

/// The day that the original names as that of its last change, or that its repository knows.
private func lastChange(of original: Page, on site: Site) -> String? {
  let document = original.document
  if let day = document.common.updated { return site.dates.text(day) }
  guard document.source.path.hasSuffix(".md") else { return nil }
  return site.history?.files[document.source.path].map { site.dates.text($0.lastChange) }
}

/// To the section of the original, or to what it was joined to; to the page where there is none.
private func link(to change: SectionChange, of original: Page, on site: Site, from place: Place) -> String {
  let name = change.kind == .joined ? change.others.first ?? "" : change.kind == .gone ? "" : change.name
  return site.link(
    to: original, anchor: name.hasPrefix("#") && name.count > 1 ? String(name.dropFirst()) : nil, from: place)
}

/// As the part `notices` writes it; a text's own HTML is made of no template.
private func html(of notice: NoticeView) -> HTMLBytes {
  var html: HTMLBytes = []
  html.append(markup: "<div class=\"notice\" role=\"note\">\n<p><strong>")
  html.append(escaped: notice.label)
  html.append(markup: "</strong> ")
  html.append(escaped: notice.text)
  for link in notice.links {
    html.append(markup: " <a href=\"")
    html.append(escaped: link.address)
    html.append(markup: "\">")
    html.append(escaped: link.title)
    html.append(markup: "</a>")
  }
  html.append(markup: "</p>\n</div>\n")
  return html
}
