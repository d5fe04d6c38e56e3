import Content
import Linking
import Markdown
import Pages
import Searching
import Sites

/// What a search in the site's language finds: every page, record and index; of what is not translated only titles, names and
/// summaries, since the words of its text are another language's.
func searchDocuments(on site: Site, from place: Place) -> [SearchDocument] {
  let pages = site.graph.pages.filter { page in
    page.document.language == site.language.code
      || page.document.language == site.graph.hub.language
        && site.graph.version(of: page, in: site.language.code).index == page.index
  }
  return pages.map { searchDocument(of: $0, on: site, from: place) } + indexDocuments(on: site, from: place)
}

private func searchDocument(of page: Page, on site: Site, from place: Place) -> SearchDocument {
  let common = page.document.common
  var document = SearchDocument(
    title: site.title(of: page), language: page.document.language, address: site.link(to: page, from: place),
    kind: page.document.kind.rawValue)
  let kind = page.document.kind.pages
  document.names = names(of: page, kind, on: site)
  document.summary = common.summary ?? kind.gist(page) ?? ""
  document.label = site.label(of: page)
  (document.date, document.year) = kind.date(page, site)
  if let note = site.note(on: common.confidence), !document.date.contains(note) {
    document.label += site.words[.comma] + note
  }
  document.issues = kind.subjects(page, site).map(\.document.id.name)
  guard page.document.language == site.language.code else { return document }
  document.headings = page.document.body.headings.map(\.text)
  let authors = common.authors.compactMap(site.page).map(site.title(of:))
  let lines = kind.facts(page, site).compactMap { $0 } + authors + common.tags
  document.textSize = page.document.body.html.count + lines.reduce(0) { $0 + $1.utf8.count + 1 }
  let graph = site.graph
  document.text = {
    var text = PlainText(of: page, in: graph)
    for line in lines { text.append(line: line) }
    return text.bytes
  }
  return document
}

/// The pages that are no document's own.
private func indexDocuments(on site: Site, from place: Place) -> [SearchDocument] {
  let menu = site.menu
  let indexes = menu.indexes.map { index in
    indexDocument(index.title, at: index.path, summary: index.summary, on: site, from: place)
  }
  let trackers = trackedMeetings(on: site).map { meeting, _ in
    indexDocument(
      meetingTitle(.trackerOf, meeting, on: site), at: site.path("proposals/\(meeting.document.id.name).html"),
      summary: site.words[.outcomesCaution], on: site, from: place)
  }
  let plans = site.schedule.calendar.meetings.map(\.page).filter { hasPlan($0, on: site) }.map { meeting in
    indexDocument(
      meetingTitle(.planOf, meeting, on: site), at: planPath(of: meeting), summary: site.words[.planText], on: site,
      from: place)
  }
  let data = indexDocument(
    site.words[.indexData], at: DataPaths.index, summary: site.words[.summaryData], on: site, from: place)
  return indexes + trackers + plans + calendarDocuments(on: site, from: place) + (site.language.isMain ? [data] : [])
}

private func calendarDocuments(on site: Site, from place: Place) -> [SearchDocument] {
  let calendar = site.schedule.calendar
  let pages =
    calendar.years.map { (calendarTitle(ofYear: $0, on: site), site.path(ofYear: $0)) }
    + calendar.months.map { (monthTitle($0, on: site), site.path(of: $0)) }
    + calendar.groups.all.map { (calendarTitle(of: $0, on: site), site.path(of: $0)) }
  return pages.map { indexDocument($0, at: $1, summary: site.words[.summaryCalendar], on: site, from: place) }
}

private func hasPlan(_ meeting: PageOf<Meeting>, on site: Site) -> Bool {
  meeting.document.language == site.language.code && !site.lists.plan(for: meeting.fields).isEmpty
}

private func indexDocument(_ title: String, at path: OutputPath, summary: String, on site: Site, from place: Place)
  -> SearchDocument
{
  var document = SearchDocument(
    title: title, language: site.language.code, address: site.link(to: path, from: place), kind: "index")
  document.summary = summary
  document.label = site.words[.searchIndex]
  return document
}

/// What a page is called besides its title, each name once.
private func names(of page: Page, _ kind: KindPages, on site: Site) -> [String] {
  let document = page.document
  var seen: Set<String> = [site.title(of: page)]
  return ([document.common.short, document.abbreviation] + kind.names(page, site)).compactMap { $0 }.filter {
    seen.insert($0).inserted
  }
}
