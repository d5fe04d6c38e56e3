import CivilTime
import Content
import Linking
import Markdown
import Searching

extension PageComposer {
  /// What a search in the edition's language finds: every page, record and index; of what is not translated only titles, names and
  /// summaries, since the words of its text are another language's.
  func searchDocuments() -> [SearchDocument] {
    let pages = graph.pages.filter { page in
      page.document.language == edition.language
        || page.document.language == graph.hub.language
          && graph.version(of: page, in: edition.language).index == page.index
    }
    return pages.map(searchDocument) + indexDocuments()
  }

  private func searchDocument(of page: Page) -> SearchDocument {
    let common = page.document.common
    var document = SearchDocument(
      title: title(of: page), language: page.document.language, address: link(to: page),
      kind: page.document.kind.rawValue)
    document.names = names(of: page)
    document.summary = common.summary ?? page.document.details.gist ?? ""
    document.label = label(of: page)
    let meeting = page.document.details.occasion.flatMap(self.page)
    document.date = date(of: page, at: meeting)
    document.year = year(of: page, at: meeting)
    document.issues = subjects(of: page).map(\.document.id.name)
    guard page.document.language == edition.language else { return document }
    document.headings = page.document.body.headings.map(\.text)
    let lines = facts(of: page) + common.tags
    document.textSize = page.document.body.html.count + lines.reduce(0) { $0 + $1.utf8.count + 1 }
    let graph = graph
    document.text = {
      var text = PlainText(of: page, in: graph)
      for line in lines { text.append(line: line) }
      return text.bytes
    }
    return document
  }

  /// The pages that are no document's own.
  private func indexDocuments() -> [SearchDocument] {
    let menu = edition.menu
    let indexes = menu.indexes.map { index in
      indexDocument(index.title, at: index.path, summary: index.summary)
    }
    let trackers = trackedMeetings().map { meeting, _ in
      indexDocument(
        title(.trackerOf, meeting), at: edition.path("proposals/\(meeting.document.id.name).html"),
        summary: words[.outcomesCaution])
    }
    let plans = edition.calendar.meetings.map(\.page).filter(hasPlan).map { meeting in
      indexDocument(title(.planOf, meeting), at: planPath(of: meeting), summary: words[.planText])
    }
    let data = indexDocument(words[.indexData], at: DataSet.indexPath, summary: words[.summaryData])
    return indexes + trackers + plans + calendarDocuments() + (edition.isMainLanguage ? [data] : [])
  }

  private func calendarDocuments() -> [SearchDocument] {
    let calendar = edition.calendar
    let pages =
      calendar.years.map { (title(ofYear: $0), edition.path(ofYear: $0)) }
      + calendar.months.map { (monthTitle($0), edition.path(of: $0)) }
      + calendar.groups.all.map { (title(of: $0), edition.path(of: $0)) }
    return pages.map { indexDocument($0, at: $1, summary: words[.summaryCalendar]) }
  }

  private func hasPlan(_ meeting: Page) -> Bool {
    guard meeting.document.language == edition.language, case .meeting(let fields) = meeting.document.details else {
      return false
    }
    return !edition.plan(for: fields).isEmpty
  }

  private func indexDocument(_ title: String, at path: OutputPath, summary: String) -> SearchDocument {
    var document = SearchDocument(title: title, language: edition.language, address: link(to: path), kind: "index")
    document.summary = summary
    document.label = words[.searchIndex]
    return document
  }

  /// What a page is called besides its title.
  private func names(of page: Page) -> [String] {
    let document = page.document
    var names = [document.common.short, document.abbreviation].compactMap { $0 }
    switch document.details {
    case .resolution:
      let cited = citedTitle(of: page)
      names += [cited, Self.abbreviated(cited)]
    case .country(let fields): names += [fields.alpha3].compactMap { $0 } + [document.title]
    case .proposal, .outcome, .election: return names
    default: break
    }
    names.append(document.id.name)
    var seen: Set<String> = [title(of: page)]
    return names.filter { seen.insert($0).inserted }
  }

  /// "Res 130" for "Resolution 130", as texts are cited in a hurry.
  private static func abbreviated(_ cited: String) -> String {
    let words = cited.split(separator: " ", maxSplits: 1)
    return words.count == 2 ? "\(words[0].prefix(3)) \(words[1])" : cited
  }

  private func date(of page: Page, at meeting: Page?) -> String {
    switch page.document.details {
    case .meeting: datesText(page)
    case .resolution(let fields): fields.revisions.last.map(revisionText) ?? ""
    case .proposal, .outcome, .election: meeting.map(datesText) ?? ""
    default: dateText(page.document.common.date)
    }
  }

  private func year(of page: Page, at meeting: Page?) -> Int? {
    switch page.document.details {
    case .meeting(let fields): fields.start?.year
    case .resolution(let fields): fields.revisions.last?.year
    case .proposal, .outcome, .election: meeting.flatMap { year(of: $0, at: nil) }
    default: page.document.common.date?.year
    }
  }

  private func subjects(of page: Page) -> [Page] {
    switch page.document.details {
    case .issue: [page]
    case .proposal(let fields): ([fields.issue] + page.document.common.issues).compactMap(self.page)
    default: page.document.common.issues.compactMap(self.page)
    }
  }
}
