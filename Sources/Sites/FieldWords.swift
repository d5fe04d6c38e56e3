import Content

extension Openness {
  package var word: Word {
    switch self {
    case .open: .opennessOpen
    case .membership: .opennessMembership
    case .delegation: .opennessDelegation
    case .closed: .opennessClosed
    }
  }
}

extension Openness {
  /// A word for narrow places.
  package var shortWord: Word {
    switch self {
    case .open: .opennessShortOpen
    case .membership: .opennessShortMembership
    case .delegation: .opennessShortDelegation
    case .closed: .opennessShortClosed
    }
  }

  /// What it means for somebody who wants to take part.
  package var meaning: Word {
    switch self {
    case .open: .opennessMeansOpen
    case .membership: .opennessMeansMembership
    case .delegation: .opennessMeansDelegation
    case .closed: .opennessMeansClosed
    }
  }
}

extension Meeting.Status {
  package var word: Word {
    switch self {
    case .planned: .statusPlanned
    case .tentative: .statusTentative
    case .confirmed: .statusConfirmed
    case .movedOnline: .statusMovedOnline
    case .postponed: .statusPostponed
    case .cancelled: .statusCancelled
    }
  }
}

extension Meeting.Format {
  package var word: Word {
    switch self {
    case .inPerson: .formatInPerson
    case .online: .formatOnline
    case .hybrid: .formatHybrid
    }
  }
}

extension Issue.Stance {
  package var word: Word {
    switch self {
    case .controversial: .stanceControversial
    case .toWatch: .stanceToWatch
    case .technical: .stanceTechnical
    }
  }

  /// What is meant by the word.
  package var meaning: Word {
    switch self {
    case .controversial: .stanceControversialText
    case .toWatch: .stanceToWatchText
    case .technical: .stanceTechnicalText
    }
  }
}

extension Proposal.Form {
  package var word: Word {
    switch self {
    case .newResolution: .formNewResolution
    case .amendment: .formAmendment
    case .position: .formPosition
    }
  }
}

extension Proposal.ProposalOutcome {
  package var word: Word {
    switch self {
    case .adopted: .resultAdopted
    case .adoptedWithChanges: .resultAdoptedWithChanges
    case .rejected: .resultRejected
    case .withdrawn: .resultWithdrawn
    case .noConsensus: .resultNoConsensus
    case .unknown: .resultUnknown
    }
  }
}

extension Outcome.Status {
  package var word: Word {
    switch self {
    case .adopted: .resultAdopted
    case .notAdopted: .resultNotAdopted
    case .inProgress: .resultInProgress
    case .unknown: .resultUnknown
    }
  }
}

extension Election.Status {
  package var word: Word {
    switch self {
    case .held: .electionHeld
    case .pending: .electionPending
    case .unknown: .electionUnknown
    }
  }
}

extension Resolution.Form {
  package var word: Word {
    switch self {
    case .resolution: .formOfResolution
    case .decision: .formOfDecision
    case .opinion: .formOfOpinion
    case .recommendation: .formOfRecommendation
    }
  }
}

extension Session.SessionType {
  package var word: Word {
    switch self {
    case .session: .sessionSession
    case .panel: .sessionPanel
    case .keynote: .sessionKeynote
    case .pause: .sessionBreak
    }
  }
}

extension Actor.ActorType {
  package var word: Word {
    switch self {
    case .regionalBloc: .actorRegionalBloc
    case .bloc: .actorBloc
    case .regionalOrganisation: .actorRegionalOrganisation
    case .internationalOrganisation: .actorInternationalOrganisation
    case .unAgency: .actorUnAgency
    case .technicalCommunity: .actorTechnicalCommunity
    case .civilSociety: .actorCivilSociety
    case .research: .actorResearch
    case .forum: .actorForum
    case .observatory: .actorObservatory
    case .group: .actorGroup
    case .company: .actorCompany
    case .office: .actorOffice
    }
  }
}
