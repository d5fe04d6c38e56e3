import Content
import Drawings
import Formats
import Linking
import Sites

/// The drawing of an election, on the scale of all elections at its meeting; empty where no votes are known.
func voteDrawing(_ fields: Election, on site: Site) -> HTMLBytes {
  var bars = voteBars(fields, on: site)
  guard bars.hasVotes, let meeting = site.page(fields.meeting) else { return [] }
  bars.scale =
    site.graph.pages(referringTo: meeting, by: Election.meeting).map { voteBars($0.fields, on: site).largest }.max()
    ?? 0
  return VoteDrawing.picture(of: bars)
}

private func voteBars(_ fields: Election, on site: Site) -> VoteBars {
  let post = site.words.joined([fields.post, fields.region])
  var bars = VoteBars(
    title: site.words.text(.votesTitle, ["post": post]), description: site.words[.votesDescription],
    isRightToLeft: site.language.isRightToLeft)
  if fields.rounds.isEmpty {
    bars.candidates = fields.results.compactMap { resultBar($0, on: site) }
    return bars
  }
  let last = fields.rounds.lastIndex(where: \.isFinal) ?? fields.rounds.count - 1
  bars.candidates = candidateBars(fields, last: last, on: site)
  bars.majority = fields.rounds[last].majority.map { mark($0, .majority, on: site) }
  bars.present = fields.rounds[last].present.map { mark($0, .present, on: site) }
  return bars
}

private func mark(_ number: Int, _ word: Word, on site: Site) -> VoteBars.Mark {
  VoteBars.Mark(
    number: number, text: site.words.text(.nameAndCount, ["name": site.words[word], "count": String(number)]))
}

private func resultBar(_ result: Election.Result, on site: Site) -> VoteBars.Candidate? {
  guard let country = site.page(result.country) else { return nil }
  return VoteBars.Candidate(
    name: site.title(of: country), votes: result.votes,
    votesText: result.votes.map(String.init) ?? site.words[.votesUnknown], isElected: result.isElected,
    electedText: site.words[.elected])
}

/// Every candidate once, the last round's order first.
private func candidateBars(_ fields: Election, last: Int, on site: Site) -> [VoteBars.Candidate] {
  var seen: Set<String> = []
  let rounds =
    [fields.rounds[last]] + fields.rounds.enumerated().filter { $0.offset != last }.map(\.element).reversed()
  return rounds.flatMap(\.candidates).filter { seen.insert($0.key).inserted }.map { candidate in
    var bar = VoteBars.Candidate(
      name: candidate.name ?? candidate.country.flatMap(site.page).map { site.title(of: $0) } ?? "",
      isElected: candidate.name != nil && candidate.name == fields.elected, electedText: site.words[.elected])
    for (index, round) in fields.rounds.enumerated() {
      guard let standing = round.candidates.first(where: { $0.key == candidate.key }) else { continue }
      let votes = standing.votes.map(String.init) ?? site.words[.votesUnknown]
      let text = fields.rounds.count == 1 ? votes : roundText(round.number ?? index + 1, votes, on: site)
      if index == last {
        (bar.votes, bar.votesText) = (standing.votes, text)
      } else if let votes = standing.votes {
        bar.earlier.insert(VoteBars.Earlier(votes: votes, text: text), at: 0)
      }
    }
    return bar
  }
}

private func roundText(_ number: Int, _ votes: String, on site: Site) -> String {
  let round = site.words.text(.roundNumber, ["number": String(number)])
  return site.words.text(.nameAndCount, ["name": round, "count": votes])
}
