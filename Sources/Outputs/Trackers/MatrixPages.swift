import Content
import Formats
import Linking
import Templating

/// What the rows of a matrix are.
enum MatrixRows {
  case issues, texts
}

extension PageComposer {
  /// Issues or texts by actors, at a meeting or at all: how many asks each made on each, and what they came to.
  mutating func matrixPage(of meeting: Page?, _ proposals: [Page], by kind: MatrixRows) -> ComposedPage {
    let matrix = matrix(of: tracked(proposals), by: kind)
    let counts = ProposalCounts(matrix.entries.map(\.proposal.state))
    var content = MatrixPage()
    content.meeting = meeting.map { linkView($0) }
    content.dates = meeting.map(datesText) ?? ""
    content.links = trackerLinks(for: meeting)
    content.corner = words[kind == .issues ? .kindIssue : .kindResolution]
    content.rowDimension = kind == .issues ? "issue" : "text"
    content.columns = matrix.columns.map(columnView)
    content.rows = matrix.rows.indices.map { rowView(matrix, $0, kind, meeting) }
    content.totals = matrix.columns.indices.map { column in
      let counts = matrix.total(ofColumn: column)
      return MatrixCellView(column: columnView(matrix.columns[column]).title, count: count(counts), text: text(counts))
    }
    content.sum = MatrixCellView(column: words[.total], count: count(counts), text: text(counts))
    content.filters = filters(matrix.entries.map(\.proposal)).filter { $0.name != (kind == .issues ? "text" : "issue") }
    content.total = count(counts)
    content.data = matrixData(matrix)
    let title: String
    switch (kind, meeting) {
    case (.issues, let meeting?): title = self.title(.matrixOfIssuesOf, meeting)
    case (.texts, let meeting?): title = self.title(.matrixOfTextsOf, meeting)
    case (.issues, nil): title = words[.matrixOfAllIssues]
    case (.texts, nil): title = words[.matrixOfAllTexts]
    }
    return trackerPage("matrix", title: title, meeting.flatMap { stateNotice(of: $0, counts) }, FilledView(content))
  }

  private func matrix(of proposals: [TrackedProposal], by kind: MatrixRows) -> ProposalMatrix {
    func rowsOf(_ proposal: TrackedProposal) -> [Page] { kind == .issues ? [proposal.issue] : proposal.texts }
    let proposals = proposals.filter { !rowsOf($0).isEmpty }
    let rows = Set(proposals.flatMap(rowsOf).map(\.index)).map { graph.pages[$0] }
    var asks: [Int: Int] = [:]
    for proposer in proposals.flatMap(\.proposers) { asks[proposer.index, default: 0] += 1 }
    let actors = edition.order.sorted(asks.keys.map { graph.pages[$0] }).enumerated().sorted { left, right in
      (asks[right.element.index] ?? 0, left.offset) < (asks[left.element.index] ?? 0, right.offset)
    }.map(\.element)
    let unnamed: [Page?] = proposals.contains { $0.proposers.isEmpty } ? [nil] : []
    return ProposalMatrix(
      proposals, rows: kind == .issues ? edition.order.sorted(rows) : sortedByNumber(rows), columns: actors + unnamed,
      rowsOf: rowsOf)
  }

  /// "Resolution 99" before "Resolution 102", and those of the same form together.
  private func sortedByNumber(_ texts: [Page]) -> [Page] {
    texts.sorted { left, right in
      (citedTitle(of: left).count, citedTitle(of: left), left.index) < (
        citedTitle(of: right).count, citedTitle(of: right), right.index
      )
    }
  }

  private func columnView(_ actor: Page?) -> MatrixColumnView {
    guard let actor else { return MatrixColumnView(key: Self.unnamed, title: words[.proposersNotNamed]) }
    return MatrixColumnView(key: actor.document.id.name, title: actor.shortTitle, address: link(to: actor))
  }

  private func rowView(_ matrix: ProposalMatrix, _ row: Int, _ kind: MatrixRows, _ meeting: Page?) -> MatrixRowView {
    let page = matrix.rows[row]
    let total = matrix.total(ofRow: row)
    return MatrixRowView(
      key: page.document.id.name, title: kind == .issues ? page.document.title : citedTitle(of: page),
      address: link(to: page),
      total: MatrixCellView(
        column: words[.total], address: rowsAddress(page, nil, kind, meeting), count: count(total), text: text(total)),
      cells: matrix.columns.indices.map { column in
        let counts = matrix.counts(row: row, column: column)
        guard counts.total > 0 else { return MatrixCellView() }
        let actor = columnView(matrix.columns[column])
        return MatrixCellView(
          column: actor.title, address: rowsAddress(page, actor.key, kind, meeting), count: count(counts),
          text: text(counts))
      })
  }

  /// Where the proposals of a cell are listed: the anchor leads to them without a script, which then narrows the list down.
  private func rowsAddress(_ row: Page, _ actor: String?, _ kind: MatrixRows, _ meeting: Page?) -> String {
    var query: [String] = []
    let list: String
    let anchor: String
    switch (kind, meeting) {
    case (.issues, let meeting?):
      list = link(to: edition.path(TrackerPath.list.path(of: meeting)))
      query.append("issue=\(row.document.id.name)")
      anchor = "issue-\(row.document.id.name)"
    case (.texts, let meeting?):
      list = link(to: row)
      query.append("meeting=\(meeting.document.id.name)")
      anchor = Self.anchor(of: meeting)
    case (_, nil):
      list = link(to: row)
      anchor = "positions"
    }
    if let actor { query.append("actor=\(actor)") }
    return list + (query.isEmpty ? "" : "?" + query.joined(separator: "&")) + "#" + anchor
  }

  private func count(_ counts: ProposalCounts) -> String { String(counts.total) }

  /// What a cell's asks came to; the number before it already says how many where all came to the same.
  private func text(_ counts: ProposalCounts) -> String {
    counts.states.count == 1 ? counts.states.map(resultText).joined() : resultsText(counts)
  }

  /// The proposals as numbers, for the script that counts them again when a reader narrows them down: of each its rows, its columns,
  /// its state, meeting and form. They are sorted, since like ones beside each other take less room when the page is compressed.
  private func matrixData(_ matrix: ProposalMatrix) -> HTMLBytes {
    let proposals = matrix.entries.map(\.proposal)
    let states = ProposalCounts(proposals.map(\.state)).states
    let forms = ProposalFields.Form.allCases
    let meetings = Self.eachOnce(proposals.map(\.meeting))
    let asks = matrix.entries.map { entry in
      (
        entry.rows,
        [
          meetings.positions[entry.proposal.meeting.index], states.firstIndex(of: entry.proposal.state),
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
        states.map { ["outcome": .string($0.outcome.rawValue), "text": .string(resultText($0))] }),
      "meeting": .array(meetings.pages.map { .string($0.document.id.name) }),
      "form": .array(forms.map { .string($0.rawValue) }),
      "asks": .array(
        asks.map { rows, numbers, columns in
          .array([array(rows), array(columns), .integer(numbers[1]), .integer(numbers[0]), .integer(numbers[2])])
        }),
    ]
    return data.encoded(for: .scriptElement)
  }

  private static func eachOnce(_ pages: [Page]) -> (pages: [Page], positions: [Int: Int]) {
    var result: (pages: [Page], positions: [Int: Int]) = ([], [:])
    for page in pages where result.positions[page.index] == nil {
      result.positions[page.index] = result.pages.count
      result.pages.append(page)
    }
    return result
  }
}
