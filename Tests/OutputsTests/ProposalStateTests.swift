import Content
import Testing

@testable import Pages

@Suite struct ProposalStateTests {
  @Test(arguments: Proposal.ProposalOutcome.allCases)
  func holdsAnOutcomeThatNobodyReportedForUnknown(outcome: Proposal.ProposalOutcome) {
    #expect(ProposalState(outcome, .none) == ProposalState(.unknown, .none))
  }

  @Test(arguments: Proposal.OutcomeConfidence.allCases)
  func isNeverSureOfWhatIsUnknown(confidence: Proposal.OutcomeConfidence) {
    #expect(ProposalState(.unknown, confidence).certainty == .none)
  }

  @Test func addsUpToAllProposals() {
    let states = Proposal.ProposalOutcome.allCases.flatMap { outcome in
      Proposal.OutcomeConfidence.allCases.map { ProposalState(outcome, $0) }
    }
    let counts = ProposalCounts(states)
    #expect(counts.total == states.count)
    #expect(counts.outcomes.reduce(0) { $0 + counts.count($1) } == counts.total)
    for outcome in counts.outcomes {
      let parts = Proposal.OutcomeConfidence.allCases.map { counts.count(outcome, $0) }
      #expect(parts.reduce(0, +) == counts.count(outcome))
    }
  }

  @Test func tellsTheSameOutcomeOfDifferentCertaintyApart() {
    let counts = ProposalCounts([
      ProposalState(.adopted, .sourced), ProposalState(.adopted, .inferred), ProposalState(.adopted, .inferred),
    ])
    #expect(counts.count(.adopted, .sourced) == 1)
    #expect(counts.count(.adopted, .inferred) == 2)
    #expect(counts.count(.adopted) == 3)
  }
}
