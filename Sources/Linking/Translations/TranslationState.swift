import Content

/// How a piece of an original differs from what a translation renders.
package struct SectionChange: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, changed, renamed, split, joined, moved, gone, untranslated
  }

  package let kind: Kind
  /// The piece's name in the original; what is gone has that which it had.
  package let name: String
  package let heading: String
  /// Which of the translation's sections renders it, counted from 0; nil for a field, and for what is added.
  package let position: Int?
  /// The pieces into which one was split, or the one that it was joined to.
  package var others: [String] = []
  /// How many words of the original wait for a translator.
  package var wordCount = 0

  /// Whether what the translation says is older than its original.
  package var isOutdated: Bool {
    switch kind {
    case .changed, .renamed, .split, .joined, .gone: true
    case .added, .moved, .untranslated: false
    }
  }
}

/// A translation beside its original, as both are now.
package struct TranslationState: Sendable {
  package let original: Page
  package let changes: [SectionChange]
  /// Where the sections of the translation's text begin in its HTML; empty where they are not those that it rendered, one by one.
  package let offsets: [Int]
  /// Which of them renders each section of the original that it renders, by the section's name.
  package let positions: [String: Int]
}

extension ContentGraph {
  /// What has become of the original since the page was translated; nil where nobody recorded what it renders, and for originals.
  package func translationState(of page: Page) -> TranslationState? {
    guard page.document.language != hub.language, let original = self.page(page.document.id),
      let rendered = renderings[page.document.language]?[page.document.id.description]
    else { return nil }
    let current = sections(of: original)
    let own = textSections(of: page)
    let isAligned = own.count == Set(rendered.filter { !$0.name.hasPrefix(":") }.map(\.name)).count
    var comparison = SectionComparison(unique(rendered, current), current)
    let changes = comparison.changes()
    return TranslationState(
      original: original, changes: changes, offsets: isAligned ? own.map(\.offset) : [],
      positions: comparison.positions)
  }
}

/// What became of the pieces that were rendered, told apart by what they say: in the order of the original, and then what is gone.
package func sectionChanges(from rendered: [Renderings.Piece], to current: [OriginalSection]) -> [SectionChange] {
  var comparison = SectionComparison(unique(rendered, current), current)
  return comparison.changes()
}

/// Of two lines for one piece that of the original as it is, else the later one.
private func unique(_ rendered: [Renderings.Piece], _ current: [OriginalSection]) -> [Renderings.Piece] {
  var names: [String] = []
  var pieces: [String: Renderings.Piece] = [:]
  for piece in rendered {
    if pieces[piece.name] == nil { names.append(piece.name) }
    let isKnown = pieces[piece.name].map { known in current.contains { $0.name == known.name && $0.says(known) } }
    if isKnown != true { pieces[piece.name] = piece }
  }
  return names.compactMap { pieces[$0] }
}

extension OriginalSection {
  fileprivate func says(_ piece: Renderings.Piece) -> Bool {
    headingDigest == piece.heading && saysBelowHeading(piece)
  }

  fileprivate func saysBelowHeading(_ piece: Renderings.Piece) -> Bool { blocks.map(\.digest) == piece.blocks }

  /// How many words it has that a piece does not render.
  fileprivate func wordCount(beside piece: Renderings.Piece) -> Int {
    let known = Set(piece.blocks)
    let ofBlocks = blocks.reduce(0) { known.contains($1.digest) ? $0 : $0 + $1.wordCount }
    return ofBlocks + (headingDigest == piece.heading ? 0 : heading.split(separator: " ").count)
  }
}

private struct SectionComparison {
  private let rendered: [Renderings.Piece]
  private let current: [OriginalSection]
  /// For each current piece the rendered one that it continues, and the other way round.
  private var origins: [Int: Int] = [:]
  private var heirs: [Int: Int] = [:]

  init(_ rendered: [Renderings.Piece], _ current: [OriginalSection]) {
    self.rendered = rendered
    self.current = current
  }

  /// Whatever is more alike is matched first: what says the same, then what says the same below another heading, then what has its
  /// name or its heading.
  private mutating func match(_ isAlike: (OriginalSection, Renderings.Piece) -> Bool) {
    for (number, section) in current.enumerated() where origins[number] == nil {
      let found = rendered.indices.first { old in
        heirs[old] == nil && section.isField == rendered[old].name.hasPrefix(":") && isAlike(section, rendered[old])
      }
      guard let found else { continue }
      origins[number] = found
      heirs[found] = number
    }
  }

  mutating func changes() -> [SectionChange] {
    match { $0.says($1) && $0.name == $1.name }
    match { !$0.isField && $0.says($1) }
    match { !$0.isField && !$0.blocks.isEmpty && $0.saysBelowHeading($1) }
    match { $0.name == $1.name }
    match { !$0.isField && !$0.heading.isEmpty && $0.headingDigest == $1.heading }
    let positions = textPositions()
    let moved = movedSections()
    var changes: [SectionChange] = []
    for (number, section) in current.enumerated() {
      guard let origin = origins[number] else {
        if parent(of: section) == nil { changes.append(change(.added, section, words: section.wordCount)) }
        continue
      }
      let old = rendered[origin]
      let words = section.wordCount(beside: old)
      let parts = current.indices.filter { origins[$0] == nil && parent(of: current[$0]) == origin }
      let kind: SectionChange.Kind
      if old.isUntranslated {
        kind = .untranslated
      } else if section.says(old) {
        guard moved.contains(number) else { continue }
        kind = .moved
      } else if !parts.isEmpty {
        kind = .split
      } else {
        kind = section.saysBelowHeading(old) ? .renamed : .changed
      }
      var change = change(kind, section, at: positions[origin], words: words)
      if kind == .untranslated { change.wordCount = section.wordCount }
      if kind == .split {
        change.others = parts.map { current[$0].name }
        change.wordCount = parts.reduce(words) { $0 + current[$1].wordCount(beside: old) }
      }
      changes.append(change)
    }
    return changes + lostPieces(positions)
  }

  private func change(
    _ kind: SectionChange.Kind, _ section: OriginalSection, at position: Int? = nil, words: Int
  ) -> SectionChange {
    SectionChange(kind: kind, name: section.name, heading: section.heading, position: position, wordCount: words)
  }

  private func lostPieces(_ positions: [Int: Int]) -> [SectionChange] {
    rendered.indices.filter { heirs[$0] == nil && !rendered[$0].isUntranslated }.map { number in
      let piece = rendered[number]
      let heir = current.first { section in
        !section.isField && piece.blocks.isMostly(in: section.blocks.map(\.digest))
      }
      return SectionChange(
        kind: heir == nil ? .gone : .joined, name: piece.name, heading: "", position: positions[number],
        others: [heir?.name].compactMap(\.self))
    }
  }

  /// The rendered piece out of which one came that has another heading.
  private func parent(of section: OriginalSection) -> Int? {
    guard !section.isField else { return nil }
    return rendered.indices.first { old in
      guard let heir = heirs[old], !current[heir].says(rendered[old]) else { return false }
      return section.blocks.map(\.digest).isMostly(in: rendered[old].blocks)
    }
  }

  /// Which section of the translation's text renders each that is matched.
  var positions: [String: Int] {
    let places = textPositions()
    return Dictionary(
      origins.compactMap { number, origin in places[origin].map { (current[number].name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Which section of the text each rendered piece is.
  private func textPositions() -> [Int: Int] {
    let texts = rendered.indices.filter { !rendered[$0].name.hasPrefix(":") }
    return Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
  }

  /// The fewest sections that must have moved, so that the others stand in the order that was rendered.
  private func movedSections() -> Set<Int> {
    let kept = current.indices.filter { !current[$0].isField && origins[$0] != nil }
    var lengths: [Int] = []
    var before: [Int?] = []
    for (place, number) in kept.enumerated() {
      let earlier = (0..<place).filter { origins[kept[$0], default: 0] < origins[number, default: 0] }
      let best = earlier.max { lengths[$0] < lengths[$1] }
      lengths.append((best.map { lengths[$0] } ?? 0) + 1)
      before.append(best)
    }
    var inOrder: Set<Int> = []
    var next = lengths.indices.max { lengths[$0] < lengths[$1] }
    while let place = next {
      inOrder.insert(kept[place])
      next = before[place]
    }
    return Set(kept).subtracting(inOrder)
  }
}

extension [String] {
  /// Whether at least half of the digests are among others.
  fileprivate func isMostly(in others: [String]) -> Bool {
    guard !isEmpty else { return false }
    return 2 * count(where: others.contains) >= count
  }
}
