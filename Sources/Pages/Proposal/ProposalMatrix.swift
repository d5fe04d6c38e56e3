import Linking

/// Proposals counted by row and by column. One that several actors made counts in the column of each, and once in its row's total.
struct ProposalMatrix {
  let rows: [Page]
  /// Who made the proposals; nil, the last, stands for those whom no source names.
  let columns: [Page?]
  private let cells: [[ProposalCounts]]
  private let rowTotals: [ProposalCounts]
  private let columnTotals: [ProposalCounts]
  /// Each proposal by the positions of its rows and columns.
  let entries: [Entry]

  struct Entry {
    let proposal: TrackedProposal
    let rows: [Int]
    let columns: [Int]
  }

  /// `rowsOf` gives the numbers of a proposal's rows, all of them among `rows`; one without a row is left out. A last column stands for
  /// those whom no source names, where there are such.
  init(_ all: [TrackedProposal], rows: [Page], columns actors: [Page], rowsOf: (TrackedProposal) -> [Int]) {
    let proposals = all.filter { !rowsOf($0).isEmpty }
    let unnamed: [Page?] = proposals.contains { $0.proposers.isEmpty } ? [nil] : []
    let columns = actors + unnamed
    self.rows = rows
    self.columns = columns
    let rowPositions = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element.index, $0.offset) })
    let columnPositions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element?.index, $0.offset) })
    entries = proposals.map { proposal in
      let makers: [Int?] = proposal.proposers.isEmpty ? [nil] : proposal.proposers.map(\.index)
      return Entry(
        proposal: proposal, rows: rowsOf(proposal).compactMap { rowPositions[$0] },
        columns: makers.compactMap { columnPositions[$0] })
    }
    let none = ProposalCounts([])
    var cells = Array(repeating: Array(repeating: none, count: columns.count), count: rows.count)
    var rowTotals = Array(repeating: none, count: rows.count)
    var columnTotals = Array(repeating: none, count: columns.count)
    for entry in entries {
      for row in entry.rows {
        rowTotals[row].add(entry.proposal.state)
        for column in entry.columns { cells[row][column].add(entry.proposal.state) }
      }
      for column in entry.columns { columnTotals[column].add(entry.proposal.state) }
    }
    self.cells = cells
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
  }

  func counts(row: Int, column: Int) -> ProposalCounts { cells[row][column] }
  func total(ofRow row: Int) -> ProposalCounts { rowTotals[row] }
  func total(ofColumn column: Int) -> ProposalCounts { columnTotals[column] }
}
