import CivilTime
import Content
import Drawings
import Formats
import Linking
import Sites

/// The drawing of an issue through time; nil where there is too little with a day for a drawing to tell anything.
func historyDrawing(of issue: PageOf<Issue>, _ stops: [TimelineStop], on site: Site) -> DrawingView? {
  let history = issueHistory(of: issue, stops, on: site)
  guard !history.texts.isEmpty || history.events.contains(where: \.hasMarks) || history.events.count > 1 else {
    return nil
  }
  return DrawingView(
    wide: HistoryDrawing.picture(of: history, width: 560, className: "wide-drawing"),
    narrow: HistoryDrawing.picture(of: history, width: 340, className: "narrow-drawing"),
    keyGroups: keyGroups(of: history, on: site))
}

private func issueHistory(of issue: PageOf<Issue>, _ stops: [TimelineStop], on site: Site) -> IssueHistory {
  var history = IssueHistory(
    names: .init(
      proposals: site.words[.indexProposals], decisions: site.words[.decisions], texts: site.words[.resolutions],
      today: site.words[.today]),
    today: site.today)
  let next = nextStop(in: stops, on: site)
  for (index, stop) in stops.enumerated() {
    guard let day = stop.day else { continue }
    if let meeting = stop.meeting {
      history.events.append(event(of: stop, at: meeting, on: day, isNext: index == next))
    }
  }
  history.texts = texts(of: issue, on: site).map { historyText($0.text, stops, on: site) }.filter { !$0.stages.isEmpty }
  history.isRightToLeft = site.language.isRightToLeft
  let years = history.days.map(\.year)
  history.title = site.words.text(
    .historyTitle,
    ["issue": issue.document.title, "first": String(years.min() ?? 0), "last": String(years.max() ?? 0)])
  history.description = site.words[.historyDescription]
  return history
}

private func event(of stop: TimelineStop, at meeting: PageOf<Meeting>, on day: CivilDate, isNext: Bool)
  -> IssueHistory.Event
{
  IssueHistory.Event(
    day: day, label: meeting.shortTitle, isNext: isNext, proposals: stop.proposals.map { OutcomeMark($0) },
    decisions: stop.outcomes.compactMap {
      $0.document.common.confidence == .sourced ? OutcomeMark($0.fields.status) : .dotted
    })
}

private func historyText(_ text: PageOf<Resolution>, _ stops: [TimelineStop], on site: Site) -> IssueHistory.Text {
  let stages = stops.flatMap { stop in
    stop.stages.filter { $0.text.index == text.index }.compactMap { stage in
      stop.day.map { IssueHistory.Stage(day: $0, isAdoption: stage.isAdoption, isConfirmed: !stage.isUnconfirmed) }
    }
  }
  return IssueHistory.Text(label: numberedTitle(of: text, on: site), stages: stages)
}

/// "130", "Assembly 50": a resolution's name where a heading says that it is one.
private func numberedTitle(of page: PageOf<Resolution>, on site: Site) -> String {
  let title = site.citedTitle(of: page)
  let fields = page.fields
  guard fields.form == .resolution else { return title }
  let parts = title.split(separator: " ").filter { $0 != site.words[.formOfResolution] }
  return parts.isEmpty ? title : parts.joined(separator: " ")
}

/// The marks that the drawing has, with what they mean.
private func keyGroups(of history: IssueHistory, on site: Site) -> [KeyGroupView] {
  let key = DrawingKey(isRightToLeft: history.isRightToLeft)
  let (proposals, decisions) = (history.events.flatMap(\.proposals), history.events.flatMap(\.decisions))
  let groups = [
    KeyGroupView(
      title: site.words[.indexProposals],
      keys: OutcomeMark.allCases.filter(proposals.contains).map {
        KeyView(mark: key.proposal($0), title: site.words[$0.wordForProposals])
      }),
    KeyGroupView(
      title: site.words[.decisions],
      keys: OutcomeMark.allCases.filter(decisions.contains).map {
        KeyView(mark: key.decision($0), title: site.words[$0.wordForDecisions])
      }),
    KeyGroupView(title: site.words[.resolutions], keys: stageKeys(of: history, key, on: site)),
    KeyGroupView(title: site.words[.dates], keys: dateKeys(of: history, key, on: site)),
  ]
  return groups.filter { !$0.keys.isEmpty }
}

private func stageKeys(of history: IssueHistory, _ key: DrawingKey, on site: Site) -> [KeyView] {
  let stages = history.texts.flatMap(\.stages)
  let all: [(Word, isAdoption: Bool, isConfirmed: Bool)] = [
    (.stageAdopted, true, true), (.stageAdoptedUnconfirmed, true, false), (.stageRevised, false, true),
    (.stageRevisedUnconfirmed, false, false),
  ]
  return all.filter { _, isAdoption, isConfirmed in
    stages.contains { $0.isAdoption == isAdoption && $0.isConfirmed == isConfirmed }
  }.map { word, isAdoption, isConfirmed in
    KeyView(mark: key.stage(isAdoption: isAdoption, isConfirmed: isConfirmed), title: site.words[word])
  }
}

private func dateKeys(of history: IssueHistory, _ key: DrawingKey, on site: Site) -> [KeyView] {
  let next = history.events.first(where: \.isNext).map { _ in
    KeyView(mark: key.next(), title: site.words[.nextDecision])
  }
  let today = KeyView(
    mark: key.today(), title: site.words.text(.todayIs, ["date": site.dates.text(site.today)]))
  return [next, today].compactMap { $0 }
}

extension OutcomeMark {
  fileprivate var wordForProposals: Word {
    switch self {
    case .full: .resultAdopted
    case .half: .resultAdoptedWithChanges
    case .crossed: .resultRejectedOrNoConsensus
    case .dash: .resultWithdrawn
    case .dotted: .resultNotReported
    case .open: .resultUnknown
    }
  }

  fileprivate var wordForDecisions: Word {
    switch self {
    case .full: .resultAdopted
    case .half: .resultInProgress
    case .crossed: .resultNotAdopted
    case .dash: .resultWithdrawn
    case .dotted: .resultNotReported
    case .open: .resultUnknown
    }
  }
}
