import Content
import Linking
import Sites
import Templating

/// A post or seat that somebody was elected to.
struct PostView: TemplateView {
  var title = ""
  var text = ""
  var dates = ""
  var meeting: MeetingView?
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Post",
    [
      .text("title") { $0.title },
      .text("text") { $0.text },
      .text("dates") { $0.dates },
      .group("meeting") { $0.meeting },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// The elections that a state or its candidates stood in, the newest first, with what came of each.
func posts(of country: PageOf<Country>, on site: Site, from place: Place, citing citations: inout Citations)
  -> [PostView]
{
  let elections = site.pages(
    referringTo: country, by: Election.country, Election.candidateCountry, Election.resultCountry)
  return elections.newestFirst.compactMap { page in
    let fields = page.fields
    return PostView(
      page, text: standing(of: country, in: fields, on: site), on: site, from: place, citing: &citations)
  }
}

private func standing(of country: PageOf<Country>, in fields: Election, on site: Site) -> String {
  func isCountry(_ reference: Reference<Country>?) -> Bool {
    reference.flatMap(site.page)?.document.id == country.document.id
  }
  if let seat = fields.results.first(where: { isCountry($0.country) }) {
    return standing(isElected: seat.isElected, votes: seat.votes, on: site)
  }
  let candidates = fields.rounds.reversed().flatMap(\.candidates) + fields.candidates
  let candidate = candidates.first { isCountry($0.country) }
  let name = candidate?.name ?? (isCountry(fields.country) ? fields.elected : nil)
  let result: String
  if fields.elected == nil {
    result = site.words[.stoodCandidate]
  } else {
    let isElected = name.map { $0 == fields.elected } ?? isCountry(fields.country)
    result = standing(isElected: isElected, votes: candidate?.votes, on: site)
  }
  return site.words.joined([name, result])
}

private func standing(isElected: Bool, votes: Int?, on site: Site) -> String {
  guard let votes else { return site.words[isElected ? .stoodElected : .stoodNotElected] }
  return site.words.text(isElected ? .stoodElectedVotes : .stoodNotElectedVotes, count: votes)
}

extension PostView {
  init(
    _ page: PageOf<Election>, text: String, on site: Site, from place: Place,
    citing citations: inout Citations
  ) {
    let fields = page.fields
    self.init(
      title: site.words.joined([fields.post, fields.region]), text: text,
      dates: fields.term ?? site.dates.text(page.document.common.date),
      meeting: site.page(fields.meeting).map { MeetingView($0, on: site, from: place) },
      isUnconfirmed: page.document.common.confidence.isUnconfirmed,
      citations: citations.cite(page.document.common.sources, from: place))
  }
}
