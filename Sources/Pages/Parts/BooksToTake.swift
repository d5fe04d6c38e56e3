import CivilTime
import Content
import Linking
import Sites
import Templating

/// A file to take along.
package struct DownloadView: TemplateView {
  package var title = ""
  package var address = ""
  package var format = ""
  /// Empty where it is not known, as in a preview and in the offline copy.
  package var size = ""

  package init(title: String = "", address: String = "", format: String = "", size: String = "") {
    self.title = title
    self.address = address
    self.format = format
    self.size = size
  }

  package static let shape = ViewShape<Self>(
    "Download",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("format") { $0.format },
      .text("size") { $0.size },
    ])
}

/// A book: to read and print, and as a file for readers of books.
package struct BookRowView: TemplateView {
  package var title = ""
  package var address = ""
  package var summary = ""
  package var file: DownloadView?

  package init(title: String = "", address: String = "", summary: String = "", file: DownloadView? = nil) {
    self.title = title
    self.address = address
    self.summary = summary
    self.file = file
  }

  package static let shape = ViewShape<Self>(
    "BookRow",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
      .group("file") { $0.file },
    ])
}

/// What a reader of the page can take along of it.
func booksToTake(of page: Page, on site: Site, from place: Place) -> [BookRowView] {
  guard site.graph.hub.downloads.books else { return [] }
  let own = [guideRow(page, on: site, from: place), packRow(with: page, on: site, from: place)].compactMap { $0 }
  return own + seriesBooks(with: page, on: site, from: place)
}

private func guideRow(_ page: Page, on site: Site, from place: Place) -> BookRowView? {
  guard page.document.kind == Guide.kind, site.pages(of: Guide.kind).count <= Site.mostChapters else { return nil }
  return bookRow("guide-\(page.document.id.name)", site.words[.bookGuide], on: site, from: place)
}

/// The pack that holds a meeting, or what is written before and after it.
private func packRow(with page: Page, on site: Site, from place: Place) -> BookRowView? {
  let isInPack = page.document.kind == Briefing.kind || page.document.kind == Takeaways.kind
  let meeting = isInPack ? page.document.occasion.flatMap(site.page) : PageOf<Meeting>(page)
  guard let meeting, hasPack(meeting, on: site) else { return nil }
  return bookRow("pack-\(meeting.id.name)", site.words[.bookPack], on: site, from: place)
}

private func seriesBooks(with page: Page, on site: Site, from place: Place) -> [BookRowView] {
  guard let series = page.document.fields.series?.series.id else { return [] }
  return seriesRows(site.graph.hub.series.filter { $0.id == series }, on: site, from: place)
}

/// The books of the series that a section holds.
func seriesRows(_ series: [HubDescription.Declared], on site: Site, from place: Place) -> [BookRowView] {
  guard site.graph.hub.downloads.books else { return [] }
  return series.filter { series in
    let parts = site.lists.seriesParts[series.id] ?? []
    return parts.count <= Site.mostChapters && parts.contains { $0.document.language == site.language.code }
  }.map { bookRow("series-\($0.id)", $0.title, on: site, from: place) }
}

private func bookRow(_ name: String, _ title: String, on site: Site, from place: Place) -> BookRowView {
  BookRowView(
    title: title, address: site.link(to: site.pagePath(ofBook: name), from: place),
    file: DownloadView(title: title, address: site.link(to: site.filePath(ofBook: name), from: place), format: "EPUB"))
}

/// A meeting to come, under way or closed for less than a year has a pack where there is something to pack: proposals,
/// deadlines or a briefing. This is the last day on which it has one; nil for a meeting that never has.
package func lastDayOfPack(for page: PageOf<Meeting>, in graph: ContentGraph) -> CivilDate? {
  let fields = page.fields
  guard graph.hub.downloads.books, fields.status != .postponed, fields.status != .cancelled,
    let end = fields.end ?? fields.start
  else { return nil }
  let hasMaterial =
    !fields.deadlines.isEmpty || !graph.pages(referringTo: page, by: Proposal.meeting).isEmpty
    || !graph.pages(referringTo: page, by: Briefing.meeting).isEmpty
  return hasMaterial ? end.lastDay.adding(years: 1).adding(days: -1) : nil
}

package func hasPack(_ page: PageOf<Meeting>, on site: Site) -> Bool {
  lastDayOfPack(for: page, in: site.graph).map { $0 >= site.today } ?? false
}
