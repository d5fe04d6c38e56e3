import CivilTime
import Content
import Diagnostics
import Markdown

/// A document with its address, which nobody else has, and its links resolved.
///
/// A class for the reason that a document is one.
package final class Page: Sendable {
  /// Its number in the graph.
  package let index: Int
  package let document: Document
  package let address: PageAddress
  /// What its text names, with where it leads.
  package let links: ResolvedLinks
  /// The file of its `image`.
  package let picture: OutputPath?

  /// The place on another page at which the document stands, or its id.
  package var anchor: String { address.fragment ?? document.id.name }

  init(
    index: Int, document: Document, address: PageAddress, links: ResolvedLinks, picture: OutputPath?
  ) {
    self.index = index
    self.document = document
    self.address = address
    self.links = links
    self.picture = picture
  }
}

/// The linked hub: immutable, sorted, without a dangling link.
///
/// A class for the reason that a document is one.
package final class ContentGraph: Sendable {
  /// As readers of the language know it for which the graph is; else in its main one.
  package let hub: HubDescription
  /// The files that the hub itself names.
  package let pictures: HubPictures
  private let translatedHubs: [String: HubDescription]
  /// What the texts of each other language render of their originals, as far as the hub keeps it.
  package let renderings: [String: Renderings]
  /// Nil where the hub draws no map of its states.
  package let map: MapDescription?
  /// Sorted by id and language.
  package let pages: [Page]
  /// Sorted by path: what the pages show and link to, and what the hub declares.
  package let assets: [Asset]
  /// Files of the content that no document names.
  package let strays: [ContentFolder.ContentFile]
  /// For each page, the pages whose text cites it, with the citing sentence.
  package let backlinks: [[Backlink]]
  /// What first mentions in prose are linked to, by language.
  package let mentions: [String: MentionMatcher]
  /// The day the hub is built for.
  package let today: CivilDate
  /// The instant of that day for which hours count; nil where the day counts as a whole.
  package let instant: Timestamp?
  /// What comes and goes after that day.
  package let turns: [DocumentTurn]
  /// The titles of what readers see no more, by the names, folded, that writers may call it.
  private let absentTitles: [String: String]
  /// How many documents are left out as drafts.
  package let draftCount: Int
  private let originals: [DocumentID: Int]
  private let translations: [DocumentID: [Int]]
  private let incoming: [IncomingReferences]
  private let originalsOfKind: [Kind: [Page]]
  private let folders: [Kind: [String]]
  private let assetsByPath: [OutputPath: Int]

  /// A file that is published as it is.
  package struct Asset: Sendable {
    package let path: OutputPath
    package let file: AssetFile
  }

  package struct Backlink: Sendable, Equatable {
    package let from: Int
    package let sentence: LinkSentence
  }

  init(
    hub: HubDescription, translatedHubs: [String: HubDescription], renderings: [String: Renderings],
    map: MapDescription?, pictures: HubPictures, pages: [Page], assets: [Asset],
    strays: [ContentFolder.ContentFile], backlinks: [[Backlink]],
    mentions: [String: MentionMatcher], today: CivilDate, instant: Timestamp?, absentTitles: [String: String],
    turns: [DocumentTurn], draftCount: Int,
    originals: [DocumentID: Int],
    translations: [DocumentID: [Int]], incoming: [IncomingReferences]
  ) {
    self.hub = hub
    self.translatedHubs = translatedHubs
    self.renderings = renderings
    self.map = map
    self.pictures = pictures
    self.pages = pages
    self.assets = assets
    self.strays = strays
    self.backlinks = backlinks
    self.mentions = mentions
    self.today = today
    self.instant = instant
    self.absentTitles = absentTitles
    self.turns = turns
    self.draftCount = draftCount
    self.originals = originals
    self.translations = translations
    self.incoming = incoming
    originalsOfKind = Dictionary(grouping: pages.filter { $0.document.language == hub.language }, by: \.document.kind)
    folders = hub.foldersOfKinds
    assetsByPath = Dictionary(assets.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ContentGraph {
  /// The same graph, whose hub is worded in another language as far as the hub's writers did so.
  package func worded(in language: String) -> ContentGraph {
    guard let hub = translatedHubs[language] else { return self }
    return ContentGraph(
      hub: hub, translatedHubs: translatedHubs, renderings: renderings, map: map, pictures: pictures, pages: pages,
      assets: assets, strays: strays, backlinks: backlinks, mentions: mentions, today: today, instant: instant,
      absentTitles: absentTitles, turns: turns, draftCount: draftCount, originals: originals,
      translations: translations, incoming: incoming)
  }

  /// Whether something of the hub itself is worded in the language.
  package func isWorded(in language: String) -> Bool { translatedHubs[language] != nil }

  /// The file that is published at a path.
  package func asset(at path: OutputPath) -> Asset? {
    assetsByPath[path].map { assets[$0] }
  }

  /// What a text shows for a document that is not there on the day: the title by which readers knew it, or else the name as it was
  /// written, without its folder.
  package func absentTitle(ofNamed name: String) -> String {
    absentTitles[folded(name)] ?? name.split(separator: "/").last.map(String.init) ?? name
  }

  /// The title of what a reference leads to and readers see no more; nil for what they see, or have not seen yet.
  package func absentTitle<Target>(of reference: Reference<Target>) -> String? {
    guard !absentTitles.isEmpty else { return nil }
    return Target.kinds.lazy.flatMap { self.folders[$0] ?? [] }.compactMap {
      self.absentTitles[folded("\($0)/\(reference.target)")]
    }.first
  }

  /// The page in the hub's main language, if there is such a document.
  package func page(_ id: DocumentID) -> Page? {
    originals[id].map { pages[$0] }
  }

  /// The page that a checked reference leads to, in the reader's language where there is one.
  package func page<Fields: DocumentFields>(_ reference: Reference<Fields>, in language: String) -> PageOf<Fields>? {
    page(named: reference.target, of: Fields.kind, in: language).flatMap(PageOf.init)
  }

  /// The page that a checked reference to one of several kinds leads to.
  package func anyPage<Target>(_ reference: Reference<Target>, in language: String) -> Page? {
    page(named: reference.target, of: Target.kinds, in: language)
  }

  package func anyPage(_ reference: AnyReference, in language: String) -> Page? {
    page(named: reference.target, of: reference.kinds, in: language)
  }

  private func page(named name: String, of kinds: [Kind], in language: String) -> Page? {
    for kind in kinds {
      if let page = page(named: name, of: kind, in: language) { return page }
    }
    return nil
  }

  private func page(named name: String, of kind: Kind, in language: String) -> Page? {
    for folder in folders[kind] ?? [] {
      if let page = page(DocumentID(folder: folder, name: name)) { return version(of: page, in: language) }
    }
    return nil
  }

  /// The page in another language, where there is such a version; else the page itself.
  package func version(of page: Page, in language: String) -> Page {
    guard page.document.language != language, let others = translations[page.document.id] else { return page }
    if language == hub.language { return self.page(page.document.id) ?? page }
    return others.lazy.map { self.pages[$0] }.first { $0.document.language == language } ?? page
  }

  package func version<Fields: DocumentFields>(of page: PageOf<Fields>, in language: String) -> PageOf<Fields> {
    // Versions stand in one folder, which holds one kind.
    PageOf(version(of: page.page, in: language)) ?? page
  }

  /// Every language version of a page, the original first; only itself where there is no other.
  package func versions(of page: Page) -> [Page] {
    guard let others = translations[page.document.id], let original = originals[page.document.id] else { return [page] }
    return [pages[original]] + others.map { pages[$0] }
  }

  /// The originals of a kind, sorted by id.
  package func pages(of kind: Kind) -> [Page] { originalsOfKind[kind] ?? [] }

  /// The originals of a kind with their fields, sorted by id.
  package func pages<Fields: DocumentFields>(of _: Fields.Type) -> [PageOf<Fields>] {
    pages(of: Fields.kind).compactMap(PageOf.init)
  }
}

// MARK: Days of events

extension ContentGraph {
  /// The day of what an article tells of, which may be long before it was written: its `event_date`, else the opening of its meeting.
  ///
  /// Nil for pages that tell of no meeting, and where neither is known.
  package func eventDate(of page: some SomePage) -> Moment? {
    guard page.document.kind.isArticle, let occasion = page.document.occasion else { return nil }
    return page.document.fields.eventDate ?? self.page(occasion, in: hub.language)?.fields.start
  }
}

// MARK: Pages that refer to one

extension ContentGraph {
  /// The pages that refer to this one in one of the fields of their kind, each once, in the order of their ids.
  package func pages<Fields: DocumentFields, Target>(
    referringTo page: some SomePage, by fields: ReferenceField<Fields, Target>...
  ) -> [PageOf<Fields>] {
    // A key path in a generic function would be made anew at each call.
    pages(of: Fields.self, referringTo: page, by: fields.map { $0.identity })
  }

  /// The pages of a kind that refer to this one in one of the fields that every kind has.
  package func pages<Fields: DocumentFields, Target>(
    of _: Fields.Type, referringTo page: some SomePage, by fields: ReferenceField<CommonFields, Target>...
  ) -> [PageOf<Fields>] {
    pages(of: Fields.self, referringTo: page, by: fields.map { $0.identity })
  }

  /// The pages of a kind that refer to this one in one of the fields, each once, in the order of their ids.
  package func pages<Fields: DocumentFields>(
    of _: Fields.Type, referringTo page: some SomePage, by fields: [AnyReferenceField]
  ) -> [PageOf<Fields>] {
    guard let original = originals[page.id] else { return [] }
    return incoming[original].pages(of: Fields.kind, by: fields).compactMap { PageOf(pages[$0]) }
  }

  /// The articles that refer to this page in one of the fields, each once, in the order of their ids.
  package func articles(referringTo page: some SomePage, by fields: [AnyReferenceField]) -> [Page] {
    guard let original = originals[page.id] else { return [] }
    return Kind.articles.flatMap { incoming[original].pages(of: $0, by: fields) }.sorted().map { pages[$0] }
  }

  /// Whether a field of another document names this one.
  package func isReferredTo(_ page: some SomePage) -> Bool {
    originals[page.id].map { !incoming[$0].isEmpty } ?? false
  }
}

extension HubDescription {
  /// The folders that hold each kind of document.
  var foldersOfKinds: [Kind: [String]] {
    Dictionary(
      uniqueKeysWithValues: Kind.allCases.map { kind in
        (kind, kind.recordFolder.map { [$0] } ?? sections.filter { $0.kind == kind }.map(\.folder))
      })
  }
}
