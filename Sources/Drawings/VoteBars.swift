/// An election as a drawing needs it: who stood, with how many votes.
struct VoteBars: Sendable {
  var title = ""
  var description = ""
  var candidates: [Candidate] = []
  /// The majority that decided, and how many were there to give it.
  var majority: Mark?
  var present: Mark?
  /// What a bar across the whole drawing stands for, so that elections side by side share one scale.
  var scale = 0
  var isRightToLeft = false

  struct Candidate: Sendable {
    var name: String
    /// Nil where the candidate was not in the last round, or the votes are not known.
    var votes: Int?
    /// The votes in words, with the round where there were several.
    var votesText = ""
    var isElected = false
    /// Said after the votes of who was elected.
    var electedText = ""
    var earlier: [Earlier] = []
  }

  struct Earlier: Sendable {
    var votes: Int
    var text: String
  }

  /// A number that is marked on all bars, and the words under them.
  struct Mark: Sendable {
    var number: Int
    var text: String
  }

  /// Nothing is drawn where no votes are known.
  var hasVotes: Bool {
    candidates.contains { $0.votes != nil || !$0.earlier.isEmpty }
  }

  /// The largest number that the drawing has to show.
  var largest: Int {
    let votes = candidates.flatMap { [$0.votes ?? 0] + $0.earlier.map(\.votes) }
    return (votes + [majority?.number ?? 0, present?.number ?? 0]).max() ?? 0
  }
}
