import Content
import Drawings
import Sites

/// What became of a proposal as far as readers are told: an outcome that nobody reported is unknown, whatever is remembered of it.
struct ProposalState: Hashable, Sendable {
  let outcome: Proposal.ProposalOutcome
  let certainty: Proposal.OutcomeConfidence

  init(_ fields: Proposal) {
    self.init(fields.outcome, fields.outcomeConfidence)
  }

  init(_ outcome: Proposal.ProposalOutcome, _ confidence: Proposal.OutcomeConfidence) {
    let isKnown = outcome != .unknown && confidence != .none
    self.outcome = isKnown ? outcome : .unknown
    certainty = isKnown ? confidence : .none
  }

  var certaintyWord: Word? {
    switch certainty {
    case .sourced: .certaintySourced
    case .inferred: .certaintyInferred
    case .memory: .certaintyMemory
    case .none: nil
    }
  }

  /// All that can be, in the order in which readers are told of them.
  static let all: [ProposalState] = Proposal.ProposalOutcome.allCases.flatMap { outcome in
    Proposal.OutcomeConfidence.allCases.filter { ($0 == .none) == (outcome == .unknown) }.map {
      ProposalState(outcome, $0)
    }
  }
}

/// How many proposals came to what: the counts of all states add up to `total`.
struct ProposalCounts {
  private(set) var total = 0
  private var counts: [ProposalState: Int] = [:]

  init(_ states: some Sequence<ProposalState>) {
    for state in states { add(state) }
  }

  mutating func add(_ state: ProposalState) {
    total += 1
    counts[state, default: 0] += 1
  }

  func count(_ state: ProposalState) -> Int { counts[state] ?? 0 }

  func count(_ outcome: Proposal.ProposalOutcome) -> Int {
    counts.reduce(0) { $1.key.outcome == outcome ? $0 + $1.value : $0 }
  }

  func count(_ outcome: Proposal.ProposalOutcome, _ certainty: Proposal.OutcomeConfidence) -> Int {
    counts.reduce(0) { $1.key.outcome == outcome && $1.key.certainty == certainty ? $0 + $1.value : $0 }
  }

  /// The states that occur, in the order in which readers are told of them.
  var states: [ProposalState] { ProposalState.all.filter { count($0) > 0 } }

  /// The outcomes that occur, in the order in which readers are told of them.
  var outcomes: [Proposal.ProposalOutcome] {
    Proposal.ProposalOutcome.allCases.filter { count($0) > 0 }
  }
}

extension OutcomeMark {
  init(_ state: ProposalState) {
    guard state.certainty == .sourced else {
      self = state.outcome == .unknown ? .open : .dotted
      return
    }
    switch state.outcome {
    case .adopted: self = .full
    case .adoptedWithChanges: self = .half
    case .rejected, .noConsensus: self = .crossed
    case .withdrawn: self = .dash
    case .unknown: self = .open
    }
  }
}
