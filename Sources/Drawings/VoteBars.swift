/// An election as a drawing needs it: who stood, with how many votes.
package struct VoteBars: Sendable {
  package var title = ""
  package var description = ""
  package var candidates: [Candidate] = []
  /// The majority that decided, and how many were there to give it.
  package var majority: Mark?
  package var present: Mark?
  /// What a bar across the whole drawing stands for, so that elections side by side share one scale.
  package var scale = 0
  package var isRightToLeft = false

  package struct Candidate: Sendable {
    package var name: String
    /// Nil where the candidate was not in the last round, or the votes are not known.
    package var votes: Int?
    /// The votes in words, with the round where there were several.
    package var votesText = ""
    package var isElected = false
    /// Said after the votes of who was elected.
    package var electedText = ""
    package var earlier: [Earlier] = []

    package init(
      name: String, votes: Int? = nil, votesText: String = "", isElected: Bool = false, electedText: String = "",
      earlier: [Earlier] = []
    ) {
      self.name = name
      self.votes = votes
      self.votesText = votesText
      self.isElected = isElected
      self.electedText = electedText
      self.earlier = earlier
    }
  }

  package struct Earlier: Sendable {
    package var votes: Int
    package var text: String

    package init(votes: Int, text: String) {
      self.votes = votes
      self.text = text
    }
  }

  /// A number that is marked on all bars, and the words under them.
  package struct Mark: Sendable {
    package var number: Int
    package var text: String

    package init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// Nothing is drawn where no votes are known.
  package var hasVotes: Bool {
    candidates.contains { $0.votes != nil || !$0.earlier.isEmpty }
  }

  /// The largest number that the drawing has to show.
  package var largest: Int {
    let votes = candidates.flatMap { [$0.votes ?? 0] + $0.earlier.map(\.votes) }
    return (votes + [majority?.number ?? 0, present?.number ?? 0]).max() ?? 0
  }

  package init(
    title: String = "", description: String = "", candidates: [Candidate] = [], majority: Mark? = nil,
    present: Mark? = nil, scale: Int = 0, isRightToLeft: Bool = false
  ) {
    self.title = title
    self.description = description
    self.candidates = candidates
    self.majority = majority
    self.present = present
    self.scale = scale
    self.isRightToLeft = isRightToLeft
  }
}
