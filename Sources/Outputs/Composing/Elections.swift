import Content
import Linking

extension PageComposer {
  mutating func electionView(_ page: Page, isAtHome: Bool) -> ElectionView {
    guard case .election(let fields) = page.document.details else { return ElectionView() }
    let common = page.document.common
    var view = ElectionView()
    view.id = isAtHome ? page.anchor : ""
    view.title = [fields.post, fields.region].compactMap { $0 }.joined(separator: ", ")
    view.status = words[fields.status.word]
    view.seats = fields.seats.map { words.text(.seatsCount, ["count": String($0)]) } ?? ""
    view.date = dateText(common.date)
    view.dateIso = isoText(common.date)
    view.term = fields.term ?? ""
    view.rounds = roundViews(fields)
    view.candidates = candidateViews(fields)
    view.tallies = tallyViews(fields)
    view.drawing = voteDrawing(fields)
    view.note = ([common.note] + fields.rounds.map(\.note)).compactMap { $0 }.joined(separator: " ")
    view.citations = cite(common.sources)
    view.isUnconfirmed = common.confidence == .memory
    return view
  }

  private func roundViews(_ fields: ElectionFields) -> [RoundView] {
    if fields.rounds.isEmpty {
      return fields.results.contains { $0.votes != nil } ? [RoundView(title: words[.votes])] : []
    }
    return fields.rounds.map { round in
      RoundView(title: round.number.map { words.text(.roundNumber, ["number": String($0)]) } ?? words[.votes])
    }
  }

  /// Every candidate once, the last round's order first, with the votes of each round; seats by votes.
  private func candidateViews(_ fields: ElectionFields) -> [CandidateView] {
    var views: [CandidateView] = []
    var seen: Set<String> = []
    for candidate in fields.rounds.reversed().flatMap(\.candidates) + fields.candidates {
      guard seen.insert(candidate.key).inserted else { continue }
      let country = candidate.country.flatMap(page)
      views.append(
        CandidateView(
          title: candidate.name ?? country.map(title(of:)) ?? "",
          country: candidate.name == nil ? nil : country.map { LinkView(title: title(of: $0), address: link(to: $0)) },
          votes: fields.rounds.map { round in
            round.candidates.first { $0.key == candidate.key }?.votes.map(String.init) ?? ""
          },
          isElected: candidate.name != nil && candidate.name == fields.elected))
    }
    for result in fields.results {
      guard let country = page(result.country) else { continue }
      let hasVotes = fields.rounds.isEmpty && fields.results.contains { $0.votes != nil }
      views.append(
        CandidateView(
          title: title(of: country), address: link(to: country),
          votes: hasVotes ? [result.votes.map(String.init) ?? ""] : [], isElected: result.isElected))
    }
    if views.isEmpty, let elected = fields.elected {
      let country = fields.country.flatMap(page)
      views.append(
        CandidateView(
          title: elected, country: country.map { LinkView(title: title(of: $0), address: link(to: $0)) },
          isElected: true))
    }
    return views
  }

  private func tallyViews(_ fields: ElectionFields) -> [TallyView] {
    let rows: [(Word, (ElectionFields.Round) -> Int?)] = [(.present, \.present), (.majority, \.majority)]
    return rows.compactMap { word, number in
      let numbers = fields.rounds.map { number($0).map(String.init) ?? "" }
      return numbers.allSatisfy(\.isEmpty) ? nil : TallyView(title: words[word], votes: numbers)
    }
  }
}

extension ElectionFields.Candidate {
  /// What tells candidates apart across rounds.
  var key: String { name ?? country?.target ?? "" }
}
