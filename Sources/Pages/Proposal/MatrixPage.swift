import Content
import Formats
import Linking
import Sites
import Templating

/// What the rows of a matrix are.
enum MatrixRows {
  case issues, texts
}

/// What a matrix counts; without a meeting the proposals are those of all.
typealias MatrixSubject = (meeting: PageOf<Meeting>?, proposals: [PageOf<Proposal>], rows: MatrixRows)

/// Issues or texts by actors, at a meeting or at all: how many asks each made on each, and what they came to.
func matrixPage(_ subject: MatrixSubject, on site: Site, from place: Place) -> FinishedPage<MatrixPage> {
  let (meeting, proposals, kind) = subject
  let matrix = matrix(of: TrackedProposal.each(proposals, on: site), by: kind, on: site)
  let counts = ProposalCounts(matrix.entries.map(\.proposal.state))
  var content = MatrixPage()
  content.meeting = meeting.map { LinkView($0, on: site, from: place) }
  content.dates = meeting.map(site.datesText) ?? ""
  content.links = trackerLinks(for: meeting, on: site, from: place)
  content.corner = site.words[kind == .issues ? .kindIssue : .kindResolution]
  content.rowDimension = kind == .issues ? "issue" : "text"
  content.columns = matrix.columns.map { MatrixColumnView($0, on: site, from: place) }
  content.rows = matrix.rows.indices.map { MatrixRowView(matrix, $0, kind, meeting, on: site, from: place) }
  content.totals = matrix.columns.indices.map { column in
    let counts = matrix.total(ofColumn: column)
    return MatrixCellView(
      column: MatrixColumnView(matrix.columns[column], on: site, from: place).title, count: count(counts),
      text: cellText(counts, on: site))
  }
  content.sum = MatrixCellView(column: site.words[.total], count: count(counts), text: cellText(counts, on: site))
  content.filters = FilterView.each(for: matrix.entries.map(\.proposal), on: site).filter {
    $0.name != (kind == .issues ? "text" : "issue")
  }
  content.total = count(counts)
  content.data = matrixData(matrix, on: site)
  let title: String
  switch (kind, meeting) {
  case (.issues, let meeting?): title = meetingTitle(.matrixOfIssuesOf, meeting, on: site)
  case (.texts, let meeting?): title = meetingTitle(.matrixOfTextsOf, meeting, on: site)
  case (.issues, nil): title = site.words[.matrixOfAllIssues]
  case (.texts, nil): title = site.words[.matrixOfAllTexts]
  }
  let notice = meeting.flatMap { NoticeView(of: $0, counts, on: site) }
  return FinishedPage(
    Filled(content), head: trackerHead("matrix", title: title, notice, on: site))
}

private func matrix(of proposals: [TrackedProposal], by kind: MatrixRows, on site: Site) -> ProposalMatrix {
  let issues = site.lists.order.sorted(proposals.map(\.issue).eachOnce)
  let texts = inOrderOfNumbers(proposals.flatMap(\.texts).eachOnce, on: site)
  let proposers = proposals.filter { kind == .issues || !$0.texts.isEmpty }.flatMap(\.proposers)
  let asks = Dictionary(grouping: proposers, by: \.index).mapValues(\.count)
  let actors = site.lists.order.sorted(proposers.eachOnce).enumerated().sorted { left, right in
    (asks[right.element.index] ?? 0, left.offset) < (asks[left.element.index] ?? 0, right.offset)
  }.map(\.element)
  return switch kind {
  case .issues: ProposalMatrix(proposals, rows: issues.map(\.page), columns: actors) { [$0.issue.index] }
  case .texts: ProposalMatrix(proposals, rows: texts.map(\.page), columns: actors) { $0.texts.map(\.index) }
  }
}

/// "Resolution 99" before "Resolution 102", and those of the same form together.
private func inOrderOfNumbers(_ texts: [PageOf<Resolution>], on site: Site) -> [PageOf<Resolution>] {
  texts.sorted { left, right in
    (site.citedTitle(of: left).count, site.citedTitle(of: left), left.index) < (
      site.citedTitle(of: right).count, site.citedTitle(of: right), right.index
    )
  }
}

extension MatrixColumnView {
  fileprivate init(_ actor: Page?, on site: Site, from place: Place) {
    guard let actor else {
      self.init(key: PositionKeysView.unnamed, title: site.words[.proposersNotNamed])
      return
    }
    self.init(key: actor.document.id.name, title: actor.shortTitle, address: site.link(to: actor, from: place))
  }
}

extension MatrixRowView {
  fileprivate init(
    _ matrix: ProposalMatrix, _ row: Int, _ kind: MatrixRows, _ meeting: PageOf<Meeting>?, on site: Site,
    from place: Place
  ) {
    let page = matrix.rows[row]
    let total = matrix.total(ofRow: row)
    self.init(
      key: page.document.id.name, title: PageOf<Resolution>(page).map(site.citedTitle(of:)) ?? page.document.title,
      address: site.link(to: page, from: place),
      total: MatrixCellView(
        column: site.words[.total], address: rowsAddress(page, nil, kind, meeting, on: site, from: place),
        count: count(total), text: cellText(total, on: site)),
      cells: matrix.columns.indices.map { column in
        let counts = matrix.counts(row: row, column: column)
        guard counts.total > 0 else { return MatrixCellView() }
        let actor = MatrixColumnView(matrix.columns[column], on: site, from: place)
        return MatrixCellView(
          column: actor.title, address: rowsAddress(page, actor.key, kind, meeting, on: site, from: place),
          count: count(counts),
          text: cellText(counts, on: site))
      })
  }
}

/// Where the proposals of a cell are listed: the anchor leads to them without a script, which then narrows the list down.
private func rowsAddress(
  _ row: Page, _ actor: String?, _ kind: MatrixRows, _ meeting: PageOf<Meeting>?, on site: Site, from place: Place
) -> String {
  var query: [String] = []
  let list: String
  let anchor: String
  switch (kind, meeting) {
  case (.issues, let meeting?):
    list = site.link(to: site.path(TrackerPath.list.path(of: meeting)), from: place)
    query.append("issue=\(row.document.id.name)")
    anchor = "issue-\(row.document.id.name)"
  case (.texts, let meeting?):
    list = site.link(to: row, from: place)
    query.append("meeting=\(meeting.document.id.name)")
    anchor = PositionGroupView.anchor(of: meeting)
  case (_, nil):
    list = site.link(to: row, from: place)
    anchor = "positions"
  }
  if let actor { query.append("actor=\(actor)") }
  return list + (query.isEmpty ? "" : "?" + query.joined(separator: "&")) + "#" + anchor
}

private func count(_ counts: ProposalCounts) -> String { String(counts.total) }

/// What a cell's asks came to; the number before it already says how many where all came to the same.
private func cellText(_ counts: ProposalCounts, on site: Site) -> String {
  counts.states.count == 1 ? counts.states.map { resultText($0, on: site) }.joined() : resultsText(counts, on: site)
}

/// The proposals as numbers, for the script that counts them again when a reader narrows them down: of each its rows, its columns,
/// its state, meeting and form. They are sorted, since like ones beside each other take less room when the page is compressed.
private func matrixData(_ matrix: ProposalMatrix, on site: Site) -> HTMLBytes {
  let proposals = matrix.entries.map(\.proposal)
  let states = ProposalCounts(proposals.map(\.state)).states
  let forms = Proposal.Form.allCases
  let meetings = proposals.map(\.meeting).eachOnce
  let positions = Dictionary(uniqueKeysWithValues: meetings.enumerated().map { ($1.index, $0) })
  let asks = matrix.entries.map { entry in
    (
      entry.rows,
      [
        positions[entry.proposal.meeting.index], states.firstIndex(of: entry.proposal.state),
        forms.firstIndex(of: entry.proposal.fields.form),
      ].map { $0 ?? 0 }, entry.columns
    )
  }.sorted { left, right in
    [left.0, left.1, left.2].joined(separator: [-1]).lexicographicallyPrecedes(
      [right.0, right.1, right.2].joined(separator: [-1]))
  }
  func array(_ numbers: [Int]) -> JSONValue { .array(numbers.map { .integer($0) }) }
  let data: JSONValue = [
    "states": .array(
      states.map { ["outcome": .string($0.outcome.rawValue), "text": .string(resultText($0, on: site))] }),
    "meeting": .array(meetings.map { .string($0.document.id.name) }),
    "form": .array(forms.map { .string($0.rawValue) }),
    "asks": .array(
      asks.map { rows, numbers, columns in
        .array([array(rows), array(columns), .integer(numbers[1]), .integer(numbers[0]), .integer(numbers[2])])
      }),
  ]
  return data.encoded(for: .scriptElement)
}
