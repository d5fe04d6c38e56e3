extension DiagnosticCode {
  package var severity: Severity {
    switch self {
    case .hiddenTarget, .futureDate, .updatedBeforeDate, .skippedHeadingLevel, .unclosedWikilink, .unusedFootnote,
      .unusedTemplate, .shallowHistory, .overBudget, .lowContrast, .requestElsewhere, .vagueLink, .tableWithoutHeader,
      .reviewPassed,
      .meetingToldAsComing, .suspiciousAddress, .deadLink, .pageHeadingOrder, .absentSection, .droppedCell:
      .warning
    case .unreadMark, .unclosedFence, .cutValue, .trailingSpace, .unexplainedAbbreviation, .otherTerm, .longSentence,
      .hardToRead,
      .notReviewedSinceMeeting, .reportedBeforeEnd, .undatedSource, .unrecordedSource, .unreplacedPlaceholder,
      .orphanPage, .unpublishedFile, .insecureAddress, .movedLink:
      .hint
    default: .error
    }
  }

  /// Whether a hub may switch the rule off: errors keep its pages right.
  package var isSwitchable: Bool { severity != .error }
}
