import Content
import Linking
import Templating

extension PageComposer {
  /// Issues by actors at a meeting: how many asks each made on each, and what they came to.
  mutating func issueMatrixPage(of meeting: Page, _ proposals: [Page]) -> ComposedPage {
    matrixPage(
      of: meeting, proposals, title: title(.matrixOfIssuesOf, meeting), corner: words[.kindIssue], filter: "issue"
    ) { [$0.issue] }
  }

  /// Texts by actors at a meeting.
  mutating func textMatrixPage(of meeting: Page, _ proposals: [Page]) -> ComposedPage {
    matrixPage(
      of: meeting, proposals, title: title(.matrixOfTextsOf, meeting), corner: words[.kindResolution], filter: "text"
    ) { $0.texts }
  }

  private func matrixPage(
    of meeting: Page, _ proposals: [Page], title: String, corner: String, filter: String,
    rowsOf: (TrackedProposal) -> [Page]
  ) -> ComposedPage {
    let proposals = tracked(proposals).filter { !rowsOf($0).isEmpty }
    let matrix = ProposalMatrix(proposals, rowsOf: rowsOf)
    let columns = edition.order.sorted(matrix.columns.keys.map { graph.pages[$0] })
      .sorted { (matrix.columns[$0.index]?.total ?? 0) > (matrix.columns[$1.index]?.total ?? 0) }
    let isText = filter == "text"
    var content = MatrixPage()
    content.meeting = linkView(meeting)
    content.dates = datesText(meeting)
    content.links = trackerLinks(for: meeting)
    content.corner = corner
    content.columns = columns.map { linkView($0, isShort: true) }
    content.rows = rows(matrix, isText: isText).map { row in
      MatrixRowView(
        title: isText ? citedTitle(of: row) : row.document.title, address: link(to: row),
        total: String(matrix.rows[row.index]?.total ?? 0),
        cells: columns.map { cell(matrix, row, $0, meeting, filter: filter) })
    }
    content.totals = columns.map { String(matrix.columns[$0.index]?.total ?? 0) }
    content.total = String(proposals.count)
    return trackerPage("matrix", title: title, FilledView(content))
  }

  private func rows(_ matrix: ProposalMatrix, isText: Bool) -> [Page] {
    let rows = matrix.rows.keys.map { graph.pages[$0] }
    guard isText else { return edition.order.sorted(rows) }
    return rows.sorted { left, right in
      (citedTitle(of: left).count, citedTitle(of: left), left.index) < (
        citedTitle(of: right).count, citedTitle(of: right), right.index
      )
    }
  }

  private func cell(
    _ matrix: ProposalMatrix, _ row: Page, _ column: Page, _ meeting: Page, filter: String
  ) -> MatrixCellView {
    guard let counts = matrix.cells[ProposalMatrix.Cell(row: row.index, column: column.index)] else {
      return MatrixCellView()
    }
    let tracker = link(to: edition.path("proposals/\(meeting.document.id.name).html"))
    let anchor = filter == "issue" ? "#issue-\(row.document.id.name)" : "#list"
    return MatrixCellView(
      actor: column.shortTitle,
      address: "\(tracker)?\(filter)=\(row.document.id.name)&actor=\(column.document.id.name)\(anchor)",
      count: String(counts.total), text: resultsText(counts))
  }
}

/// Proposals counted by row and column. One that several actors made counts in the column of each, and once in its row's total.
struct ProposalMatrix {
  struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private(set) var cells: [Cell: ProposalCounts] = [:]
  private(set) var rows: [Int: ProposalCounts] = [:]
  private(set) var columns: [Int: ProposalCounts] = [:]

  init(_ proposals: [TrackedProposal], rowsOf: (TrackedProposal) -> [Page]) {
    let none = ProposalCounts([])
    for proposal in proposals {
      for row in rowsOf(proposal) { rows[row.index, default: none].add(proposal.state) }
      for proposer in proposal.proposers {
        columns[proposer.index, default: none].add(proposal.state)
        for row in rowsOf(proposal) {
          cells[Cell(row: row.index, column: proposer.index), default: none].add(proposal.state)
        }
      }
    }
  }
}
