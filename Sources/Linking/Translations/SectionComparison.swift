import Content

/// The pieces that a translation renders beside those of its original, told apart by what they say; in a time that grows with them.
struct SectionComparison {
  private let rendered: [Renderings.Piece]
  private let current: [OriginalSection]
  /// For each current piece the rendered one that it continues, and the other way round.
  private var origins: [Int?]
  private var heirs: [Int?]

  init(from rendered: [Renderings.Piece], to current: [OriginalSection]) {
    self.rendered = Self.unique(rendered, current)
    self.current = current
    origins = Array(repeating: nil, count: current.count)
    heirs = Array(repeating: nil, count: self.rendered.count)
    match()
  }

  /// Of two lines for one piece that of the original as it is, else the later one.
  private static func unique(_ rendered: [Renderings.Piece], _ current: [OriginalSection]) -> [Renderings.Piece] {
    let sections = Dictionary(current.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    var pieces: [Renderings.Piece] = []
    for piece in rendered {
      guard let place = places[piece.name] else {
        places[piece.name] = pieces.count
        pieces.append(piece)
        continue
      }
      if sections[piece.name]?.says(pieces[place]) != true { pieces[place] = piece }
    }
    return pieces
  }

  /// Whatever is more alike is matched first: what says the same, then what says the same below another heading, then what has its
  /// name or its heading.
  private mutating func match() {
    match({ [$0.name, $0.headingDigest] + $0.digests }, { [$0.name, $0.heading ?? ""] + $0.blocks })
    match({ $0.isField ? nil : [$0.headingDigest] + $0.digests }, { $0.isField ? nil : [$0.heading ?? ""] + $0.blocks })
    match({ $0.isField || $0.blocks.isEmpty ? nil : $0.digests }, { $0.isField ? nil : $0.blocks })
    match({ [$0.name] }, { [$0.name] })
    match(
      { $0.isField || $0.heading.isEmpty ? nil : [$0.headingDigest] },
      { $0.isField ? nil : $0.heading.map { [$0] } })
  }

  /// Matches, in their orders, pieces that have the same key and no match yet; those without a key have none.
  private mutating func match(
    _ keyOfSection: (OriginalSection) -> [String]?, _ keyOfPiece: (Renderings.Piece) -> [String]?
  ) {
    var waiting: [[String]: [Int]] = [:]
    for number in rendered.indices.reversed() where heirs[number] == nil {
      if let key = keyOfPiece(rendered[number]) { waiting[key, default: []].append(number) }
    }
    for number in current.indices where origins[number] == nil {
      guard let key = keyOfSection(current[number]), let found = waiting[key]?.popLast() else { continue }
      origins[number] = found
      heirs[found] = number
    }
  }
}

// MARK: Changes

extension SectionComparison {
  /// In the order of the original, and then what is gone.
  func changes() -> [SectionChange] {
    let positions = textPositions()
    let moved = movedSections()
    let parts = partsOfSplitSections()
    let parents = Set(parts.values.joined())
    var changes: [SectionChange] = []
    for (number, section) in current.enumerated() {
      guard let origin = origins[number] else {
        if !parents.contains(number) {
          changes.append(
            SectionChange(
              kind: .added, name: section.name, heading: section.heading, wordCount: section.wordCount))
        }
        continue
      }
      let old = rendered[origin]
      guard !section.says(old) || moved.contains(number) else { continue }
      let parts = parts[origin] ?? []
      var change = SectionChange(
        kind: kind(of: section, renderedBy: old, isSplit: !parts.isEmpty), name: section.name,
        heading: section.heading, day: old.day, position: positions[origin],
        wordCount: section.wordCount(beside: old))
      if change.kind == .split {
        change.others = parts.map { current[$0].name }
        change.wordCount += parts.reduce(0) { $0 + current[$1].wordCount(beside: old) }
      }
      changes.append(change)
    }
    return changes + lostPieces(positions)
  }

  private func kind(
    of section: OriginalSection, renderedBy old: Renderings.Piece, isSplit: Bool
  ) -> SectionChange.Kind {
    if old.isUntranslated { return .untranslated }
    if section.says(old) { return .moved }
    if isSplit { return .split }
    return section.digests == old.blocks ? .renamed : .changed
  }

  /// The pieces that nothing continues: gone, or joined to the one that has at least half of their blocks.
  private func lostPieces(_ positions: [Int: Int]) -> [SectionChange] {
    let owners = Self.owners(of: current.map { $0.isField ? [] : $0.digests })
    return rendered.indices.filter { heirs[$0] == nil && !rendered[$0].isUntranslated }.map { number in
      let piece = rendered[number]
      let heir = piece.isField ? nil : Self.mostFrequent(of: piece.blocks, owners).map { current[$0].name }
      return SectionChange(
        kind: heir == nil ? .gone : .joined, name: piece.name, heading: "", day: piece.day,
        position: positions[number], others: [heir].compactMap(\.self))
    }
  }

  /// By the rendered piece: the sections under headings of their own that have at least half of their blocks from it.
  private func partsOfSplitSections() -> [Int: [Int]] {
    let owners = Self.owners(
      of: rendered.indices.map { number in
        guard let heir = heirs[number], !current[heir].says(rendered[number]) else { return [] }
        return rendered[number].blocks
      })
    var parts: [Int: [Int]] = [:]
    for (number, section) in current.enumerated() where origins[number] == nil && !section.isField {
      if let parent = Self.mostFrequent(of: section.digests, owners) { parts[parent, default: []].append(number) }
    }
    return parts
  }

  /// Which list has each digest.
  private static func owners(of lists: [[String]]) -> [String: Int] {
    var owners: [String: Int] = [:]
    for (number, digests) in lists.enumerated() {
      for digest in digests where owners[digest] == nil { owners[digest] = number }
    }
    return owners
  }

  /// The list that has at least half of some digests.
  private static func mostFrequent(of digests: [String], _ owners: [String: Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for digest in digests { if let owner = owners[digest] { counts[owner, default: 0] += 1 } }
    guard let (owner, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return 2 * count >= digests.count ? owner : nil
  }
}

// MARK: Order

extension SectionComparison {
  /// Which section of the translation's text renders each that is matched.
  var positions: [String: Int] {
    let places = textPositions()
    return Dictionary(
      current.indices.compactMap { number in origins[number].flatMap { places[$0] }.map { (current[number].name, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Which section of the text each rendered piece is.
  private func textPositions() -> [Int: Int] {
    let texts = rendered.indices.filter { !rendered[$0].isField }
    return Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
  }

  /// The fewest sections that must have moved, so that the others stand in the order that was rendered: all but a longest
  /// increasing run of their origins, found by keeping the least end of a run of each length.
  private func movedSections() -> Set<Int> {
    let kept = current.indices.compactMap { number in
      current[number].isField ? nil : origins[number].map { (number: number, origin: $0) }
    }
    var ends: [Int] = []
    var before: [Int?] = []
    for (place, section) in kept.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if kept[ends[middle]].origin < section.origin { low = middle + 1 } else { high = middle }
      }
      before.append(low == 0 ? nil : ends[low - 1])
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var moved = Set(kept.map(\.number))
    var next = ends.last
    while let place = next {
      moved.remove(kept[place].number)
      next = before[place]
    }
    return moved
  }
}

extension OriginalSection {
  fileprivate var digests: [String] { blocks.map(\.digest) }

  fileprivate func says(_ piece: Renderings.Piece) -> Bool { headingDigest == piece.heading && digests == piece.blocks }

  /// How many words it has that a piece does not render.
  fileprivate func wordCount(beside piece: Renderings.Piece) -> Int {
    guard !says(piece) else { return 0 }
    let known = Set(piece.blocks)
    let ofBlocks = blocks.reduce(0) { known.contains($1.digest) ? $0 : $0 + $1.wordCount }
    return ofBlocks + (headingDigest == piece.heading ? 0 : headingWordCount)
  }
}
