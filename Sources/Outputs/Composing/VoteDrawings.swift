import Content
import Formats
import Linking

extension PageComposer {
  /// The drawing of an election, on the scale of all elections at its meeting; empty where no votes are known.
  func voteDrawing(_ fields: ElectionFields) -> HTMLBytes {
    var bars = voteBars(fields)
    guard bars.hasVotes, let meeting = page(fields.meeting) else { return [] }
    bars.scale =
      graph.pages(of: .election, referringTo: meeting, by: "meeting").map { page in
        guard case .election(let fields) = page.document.details else { return 0 }
        return voteBars(fields).largest
      }.max() ?? 0
    return VoteDrawing.picture(of: bars)
  }

  private func voteBars(_ fields: ElectionFields) -> VoteBars {
    let post = [fields.post, fields.region].compactMap { $0 }.joined(separator: ", ")
    var bars = VoteBars(
      title: words.text(.votesTitle, ["post": post]), description: words[.votesDescription],
      isRightToLeft: edition.direction == "rtl")
    if fields.rounds.isEmpty {
      bars.candidates = fields.results.compactMap(resultBar)
      return bars
    }
    let last = fields.rounds.lastIndex(where: \.isFinal) ?? fields.rounds.count - 1
    bars.candidates = candidateBars(fields, last: last)
    bars.majority = fields.rounds[last].majority.map { mark($0, .majority) }
    bars.present = fields.rounds[last].present.map { mark($0, .present) }
    return bars
  }

  private func mark(_ number: Int, _ word: Word) -> VoteBars.Mark {
    VoteBars.Mark(
      number: number, text: words.text(.nameAndCount, ["name": words[word], "count": String(number)]))
  }

  private func resultBar(_ result: ElectionFields.Result) -> VoteBars.Candidate? {
    guard let country = page(result.country) else { return nil }
    return VoteBars.Candidate(
      name: title(of: country), votes: result.votes,
      votesText: result.votes.map(String.init) ?? words[.votesUnknown], isElected: result.isElected,
      electedText: words[.elected])
  }

  /// Every candidate once, the last round's order first.
  private func candidateBars(_ fields: ElectionFields, last: Int) -> [VoteBars.Candidate] {
    var seen: Set<String> = []
    let rounds =
      [fields.rounds[last]] + fields.rounds.enumerated().filter { $0.offset != last }.map(\.element).reversed()
    return rounds.flatMap(\.candidates).filter { seen.insert($0.key).inserted }.map { candidate in
      var bar = VoteBars.Candidate(
        name: candidate.name ?? candidate.country.flatMap(page).map { title(of: $0) } ?? "",
        isElected: candidate.name != nil && candidate.name == fields.elected, electedText: words[.elected])
      for (index, round) in fields.rounds.enumerated() {
        guard let standing = round.candidates.first(where: { $0.key == candidate.key }) else { continue }
        let votes = standing.votes.map(String.init) ?? words[.votesUnknown]
        let text = fields.rounds.count == 1 ? votes : roundText(round.number ?? index + 1, votes)
        if index == last {
          (bar.votes, bar.votesText) = (standing.votes, text)
        } else if let votes = standing.votes {
          bar.earlier.insert(VoteBars.Earlier(votes: votes, text: text), at: 0)
        }
      }
      return bar
    }
  }

  private func roundText(_ number: Int, _ votes: String) -> String {
    let round = words.text(.roundNumber, ["number": String(number)])
    return words.text(.nameAndCount, ["name": round, "count": votes])
  }
}
