import Content
import Testing

@testable import Outputs

@Suite struct ProposalStateTests {
  @Test(arguments: ProposalFields.ProposalOutcome.allCases)
  func holdsAnOutcomeThatNobodyReportedForUnknown(outcome: ProposalFields.ProposalOutcome) {
    #expect(ProposalState(outcome, .none) == ProposalState(.unknown, .none))
  }

  @Test(arguments: ProposalFields.OutcomeConfidence.allCases)
  func isNeverSureOfWhatIsUnknown(confidence: ProposalFields.OutcomeConfidence) {
    #expect(ProposalState(.unknown, confidence).certainty == .none)
  }

  @Test func addsUpToAllProposals() {
    let states = ProposalFields.ProposalOutcome.allCases.flatMap { outcome in
      ProposalFields.OutcomeConfidence.allCases.map { ProposalState(outcome, $0) }
    }
    let counts = ProposalCounts(states)
    #expect(counts.total == states.count)
    #expect(counts.outcomes.reduce(0) { $0 + counts.count($1) } == counts.total)
    for outcome in counts.outcomes {
      let parts = ProposalFields.OutcomeConfidence.allCases.map { counts.count(outcome, $0) }
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
