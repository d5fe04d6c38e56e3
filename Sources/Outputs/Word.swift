import Content
import Diagnostics

/// The interface words that code writes; those that only templates write are checked where they stand.
enum Word: String, CaseIterable, Sendable {
  // Dates
  case locale
  case dateRange = "date_range"
  case timesIn = "times_in"
  case undated
  case dates
  // Statuses of meetings
  case statusPlanned = "status_planned"
  case statusTentative = "status_tentative"
  case statusConfirmed = "status_confirmed"
  case statusPostponed = "status_postponed"
  case statusCancelled = "status_cancelled"
  case statusUnderWay = "status_under_way"
  case statusClosed = "status_closed"
  case statusUndated = "status_undated"
  case announcedOnly = "announced_only"
  case noticeClosed = "notice_closed"
  case noticeClosedText = "notice_closed_text"
  case noticeClosedNoNext = "notice_closed_no_next"
  case noticeUnconfirmed = "notice_unconfirmed"
  case noticeUnconfirmedText = "notice_unconfirmed_text"
  case noticeDraft = "notice_draft"
  case noticeDraftText = "notice_draft_text"
  case noticeNote = "notice_note"
  case online
  // Openness, format, stance
  case opennessOpen = "openness_open"
  case opennessMembership = "openness_membership"
  case opennessDelegation = "openness_delegation"
  case opennessClosed = "openness_closed"
  case formatInPerson = "format_in_person"
  case formatOnline = "format_online"
  case formatHybrid = "format_hybrid"
  case stanceControversial = "stance_controversial"
  case stanceToWatch = "stance_to_watch"
  case stanceTechnical = "stance_technical"
  // Proposals and outcomes
  case formNewResolution = "form_new_resolution"
  case formAmendment = "form_amendment"
  case formPosition = "form_position"
  case resultAdopted = "result_adopted"
  case resultAdoptedWithChanges = "result_adopted_with_changes"
  case resultRejected = "result_rejected"
  case resultWithdrawn = "result_withdrawn"
  case resultNoConsensus = "result_no_consensus"
  case resultUnknown = "result_unknown"
  case resultRejectedOrNoConsensus = "result_rejected_or_no_consensus"
  case resultNotAdopted = "result_not_adopted"
  case resultInProgress = "result_in_progress"
  case certaintySourced = "certainty_sourced"
  case certaintyInferred = "certainty_inferred"
  case certaintyMemory = "certainty_memory"
  case proposalsCount = "proposals_count"
  case proposalsCountOne = "proposals_count_one"
  // Elections
  case electionHeld = "election_held"
  case electionPending = "election_pending"
  case electionUnknown = "election_unknown"
  case roundNumber = "round_number"
  case votes
  case present
  case majority
  case seatsCount = "seats_count"
  case elected
  case votesUnknown = "votes_unknown"
  case votesTitle = "votes_title"
  case votesDescription = "votes_description"
  // Drawings of issues through time
  case historyTitle = "history_title"
  case historyDescription = "history_description"
  case decisions
  case stageAdopted = "stage_adopted"
  case stageAdoptedUnconfirmed = "stage_adopted_unconfirmed"
  case stageRevised = "stage_revised"
  case stageRevisedUnconfirmed = "stage_revised_unconfirmed"
  case nextDecision = "next_decision"
  case today
  case todayIs = "today_is"
  case nameAndCount = "name_and_count"
  // Kinds
  case kindExplainer = "kind_explainer"
  case kindCaseStudy = "kind_case_study"
  case kindGuide = "kind_guide"
  case kindBriefing = "kind_briefing"
  case kindDispatch = "kind_dispatch"
  case kindTakeaways = "kind_takeaways"
  case kindStatement = "kind_statement"
  case kindArticle = "kind_article"
  case kindPage = "kind_page"
  case kindIssue = "kind_issue"
  case kindMeeting = "kind_meeting"
  case kindBody = "kind_body"
  case kindResolution = "kind_resolution"
  case kindProposal = "kind_proposal"
  case kindOutcome = "kind_outcome"
  case kindActor = "kind_actor"
  case kindCountry = "kind_country"
  case kindPerson = "kind_person"
  case kindRoute = "kind_route"
  case kindElection = "kind_election"
  case kindPublication = "kind_publication"
  case kindTerm = "kind_term"
  case formOfResolution = "form_of_resolution"
  case formOfDecision = "form_of_decision"
  case formOfOpinion = "form_of_opinion"
  case formOfRecommendation = "form_of_recommendation"
  // Types of actors and sessions
  case actorRegionalBloc = "actor_regional_bloc"
  case actorBloc = "actor_bloc"
  case actorRegionalOrganisation = "actor_regional_organisation"
  case actorInternationalOrganisation = "actor_international_organisation"
  case actorUnAgency = "actor_un_agency"
  case actorTechnicalCommunity = "actor_technical_community"
  case actorCivilSociety = "actor_civil_society"
  case actorResearch = "actor_research"
  case actorForum = "actor_forum"
  case actorObservatory = "actor_observatory"
  case actorGroup = "actor_group"
  case actorCompany = "actor_company"
  case actorOffice = "actor_office"
  case sessionSession = "session_session"
  case sessionPanel = "session_panel"
  case sessionKeynote = "session_keynote"
  case sessionBreak = "session_break"
  // Histories
  case revisedIn = "revised_in"
  case adoptedIn = "adopted_in"
  case revisedAt = "revised_at"
  case adoptedAt = "adopted_at"
  // Indexes
  case indexIssues = "index_issues"
  case indexMeetings = "index_meetings"
  case indexBodies = "index_bodies"
  case indexResolutions = "index_resolutions"
  case indexProposals = "index_proposals"
  case indexActors = "index_actors"
  case indexCountries = "index_countries"
  case indexPeople = "index_people"
  case indexRoutes = "index_routes"
  case indexLibrary = "index_library"
  case indexGlossary = "index_glossary"
  case indexAllPages = "index_all_pages"
  case summaryIssues = "summary_issues"
  case summaryMeetings = "summary_meetings"
  case summaryBodies = "summary_bodies"
  case summaryResolutions = "summary_resolutions"
  case summaryProposals = "summary_proposals"
  case summaryActors = "summary_actors"
  case summaryCountries = "summary_countries"
  case summaryPeople = "summary_people"
  case summaryRoutes = "summary_routes"
  case summaryLibrary = "summary_library"
  case summaryGlossary = "summary_glossary"
  case summaryAllPages = "summary_all_pages"
  case indexData = "index_data"
  case dataDictionary = "data_dictionary"
  case summaryData = "summary_data"
  case pageNotFound = "page_not_found"
  case home
  case contents
  case comingMeetings = "coming_meetings"
  case before
  case during
  case after
  case otherArticles = "other_articles"
  case otherLetters = "other_letters"
  case changePublished = "change_published"
  case changeUpdated = "change_updated"
  // Sections of pages
  case keyQuestions = "key_questions"
  case whoWantsWhat = "who_wants_what"
  case whatWasDecided = "what_was_decided"
  case whatComesNext = "what_comes_next"
  case timeline
  case resolutions
  case readMore = "read_more"
  case elsewhere
  case relatedIssues = "related_issues"
  case whatToDoByWhen = "what_to_do_by_when"
  case howToTakePart = "how_to_take_part"
  case programme
  case partsOfMeeting = "parts_of_meeting"
  case proposalsByIssue = "proposals_by_issue"
  case proposalsByActor = "proposals_by_actor"
  case elections
  case coverage
  case documents
  // Trackers
  case tracker
  case trackerOf = "tracker_of"
  case matrixOfIssues = "matrix_of_issues"
  case matrixOfIssuesOf = "matrix_of_issues_of"
  case matrixOfTexts = "matrix_of_texts"
  case matrixOfTextsOf = "matrix_of_texts_of"
  case outcomesCaution = "outcomes_caution"
  case proposalsThat = "proposals_that"
  case total
  case resultNotReported = "result_not_reported"
  case stoodElected = "stood_elected"
  case stoodElectedVotes = "stood_elected_votes"
  case stoodNotElected = "stood_not_elected"
  case stoodNotElectedVotes = "stood_not_elected_votes"
  case stoodCandidate = "stood_candidate"
  case inferred = "inferred_short"
  case proposer
  case form
  case result
  // Feeds
  case feedAtom = "feed_atom"
  case feedJSON = "feed_json"
  case feedAtomOf = "feed_atom_of"
  case feedJSONOf = "feed_json_of"
  case feedCalendar = "feed_calendar"
  case calendarAll = "calendar_all"
  case calendarOpen = "calendar_open"
  case calendarDeadlines = "calendar_deadlines"
  case calendarDeadline = "calendar_deadline"
  case calendarOfBody = "calendar_of_body"
  case calendarOfIssue = "calendar_of_issue"
  case calendarOfRegion = "calendar_of_region"
  case calendarOfMeeting = "calendar_of_meeting"
  // Bodies
  case note, tip, important, warning, caution
  case footnotes
  case backToText = "back_to_text"
  case taskDone = "task_done"
  case taskOpen = "task_open"
}

/// The interface words of one language.
struct Words: Sendable {
  private let texts: [String]

  /// Nil, with a diagnostic for each, where the file lacks a word that code writes.
  static func load(_ words: InterfaceWords) -> (words: Words?, diagnostics: [Diagnostic]) {
    let missing = Word.allCases.filter { words.texts[$0.rawValue] == nil }
    let diagnostics = missing.map { word in
      let nearest = nearestName(to: word.rawValue, among: words.texts.keys)
      return Diagnostic(
        .missingWord, "pages need the word '\(word.rawValue)'", at: .start(of: words.file),
        help: nearest.map { "Add a line '\(word.rawValue): …', or rename '\($0)' if it is meant" }
          ?? "Add a line '\(word.rawValue): …'")
    }
    guard missing.isEmpty else { return (nil, diagnostics) }
    let texts = Word.allCases.map { words.texts[$0.rawValue] ?? "" }
    return (Words(texts: texts), [])
  }

  private static let indices = Dictionary(uniqueKeysWithValues: Word.allCases.enumerated().map { ($1, $0) })

  subscript(_ word: Word) -> String {
    Self.indices[word].map { texts[$0] } ?? ""
  }

  /// A word with its parameters filled in: `{name}` stands for one.
  func text(_ word: Word, _ parameters: KeyValuePairs<String, String>) -> String {
    filled(self[word], parameters)
  }
}

/// A pattern with its parameters filled in: `{name}` stands for one; braces around anything else stay as they are.
func filled(_ pattern: String, _ parameters: KeyValuePairs<String, String>) -> String {
  var text = ""
  var rest = pattern[...]
  while let opening = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
    text += rest[..<opening]
    rest = rest[opening...]
    let closing = rest.utf8.firstIndex(of: UInt8(ascii: "}")) ?? rest.startIndex
    let name = rest[..<closing].dropFirst()
    let parameter = parameters.first { $0.key == name }
    text += parameter?.value ?? "{"
    rest = rest[rest.utf8.index(after: parameter == nil ? opening : closing)...]
  }
  return text + rest
}
