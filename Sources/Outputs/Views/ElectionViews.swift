import Formats
import Templating

/// An election with its rounds of votes.
struct ElectionView: TemplateView {
  var id = ""
  var title = ""
  var status = ""
  var seats = ""
  var date = ""
  var dateIso = ""
  var term = ""
  var rounds: [RoundView] = []
  var candidates: [CandidateView] = []
  var tallies: [TallyView] = []
  var drawing: HTMLBytes = []
  var note = ""
  var citations: [CitationView] = []
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Election",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("status") { $0.status },
      .text("seats") { $0.seats },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("term") { $0.term },
      .list("rounds") { $0.rounds },
      .list("candidates") { $0.candidates },
      .list("tallies") { $0.tallies },
      .html("drawing") { $0.drawing },
      .text("note") { $0.note },
      .list("citations") { $0.citations },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// A round of voting: a column.
struct RoundView: TemplateView {
  var title = ""

  static let shape = ViewShape<Self>(
    "Round",
    [
      .text("title") { $0.title },
    ])
}

/// A candidate or state: a row, with one text of votes for each round.
struct CandidateView: TemplateView {
  var title = ""
  var address = ""
  var country: LinkView?
  var votes: [String] = []
  var isElected = false

  static let shape = ViewShape<Self>(
    "Candidate",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("country") { $0.country },
      .texts("votes") { $0.votes },
      .flag("is_elected") { $0.isElected },
    ])
}

/// A total under the candidates.
struct TallyView: TemplateView {
  var title = ""
  var votes: [String] = []

  static let shape = ViewShape<Self>(
    "Tally",
    [
      .text("title") { $0.title },
      .texts("votes") { $0.votes },
    ])
}

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
