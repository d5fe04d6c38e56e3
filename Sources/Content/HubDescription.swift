import Diagnostics

/// The hub as a whole, as `site-content/hub.yaml` describes it.
package struct HubDescription: Sendable {
  package let title: String
  package let summary: String?
  /// What readers can do with the hub, as the headline of its home page.
  package let headline: String?
  /// Why it matters, in a sentence.
  package let why: String?
  /// The canonical address, which ends with a slash; used only where a format demands an absolute address.
  package let address: String
  package let language: String
  /// The main language first; each once.
  package let languages: [String]
  package let timeZone: String
  /// What the names of calendar entries end with; stays when the hub moves to another address.
  package let uidDomain: String
  /// What other sites show with a link to a page that has no picture of its own.
  package let image: CommonFields.Picture?
  /// What it changes of the look of its pages; nil where it changes nothing.
  package let theme: HubTheme?
  package let publisher: Link?
  package let licence: Link?
  /// Where the sources can be edited; `{path}` stands for a file's path.
  package let editAddress: String?
  /// Where a mistake can be reported; `{path}`, `{title}` and `{address}` stand for those of a page.
  package let reportAddress: String?
  /// The page that says how the editors are reached.
  package let contact: Reference<StandingPage>?
  package let history: HistoryUse
  package let regions: [Declared]
  package let meetingTypes: [Declared]
  package let series: [Declared]
  package let sections: [Section]
  package let citations: [Citation]
  package let startHere: [Reference<FirstReading>]
  /// What a reader is asked who looks for a way to take part, in order.
  package let questions: [Question]
  /// Folders whose indexes the menu names; all, where none is given.
  package let menu: [String]
  /// What the home page shows, in order.
  package let home: [HomeBlock]
  package let hasSearch: Bool
  /// The hosts and servers for which the site has rules.
  package let hosts: [WebHost]
  /// Whether the site has its texts packed for hosts, too.
  package let hasPackedTwins: Bool
  /// Where `hubwright publish` sends the site, the usual one first.
  package let publishing: [PublishTarget]
  /// Where weaknesses of the site are reported.
  package let securityContact: String?
  /// Where the feed of the whole hub was found before.
  package let feedAliases: [Alias]
  package let downloads: Downloads
  /// Whether the site lists the digests of its files.
  package let listsDigests: Bool
  package let budget: ByteBudget
  /// Rules that the hub rates otherwise than they are.
  package let checks: [RuleSwitch]
  /// Of the hub in another language; nil where nobody has reviewed how it is worded.
  package let reviewed: TranslationReview?
  /// All that the hub refers to, to be checked like the references of a document.
  package let references: [AnyReference]
  package let file: SourceFile
  /// The fields as they were written, a translation's joined with those of the main language.
  let written: [YAMLField]
  /// The file of `written`.
  let source: YAMLSource

  /// What readers can take along.
  package struct Downloads: Sendable {
    package var copy = true
    package var books = true

    package var isEmpty: Bool { !copy && !books }
  }

  package struct Link: Sendable {
    package let name: String
    package let address: String?
  }

  package struct Declared: Sendable {
    package let id: String
    package let title: String
    package let summary: String?
  }

  /// A folder of articles.
  package struct Section: Sendable {
    package let folder: String
    package let kind: Kind
    package let title: String
    package let summary: String?
    package let order: Order

    package enum Order: String, Sendable, CaseIterable {
      case series, title, date
    }
  }

  /// A question about the reader, whose answers routes name under `suits`.
  package struct Question: Sendable {
    package let id: String
    package let title: String
    package let answers: [Declared]
  }

  /// How texts of a body are cited in prose: `Resolution {number}`.
  package struct Citation: Sendable {
    static let organ = ReferenceField<Citation, Body>("organ", meaning: "The body whose texts are meant.")

    package let pattern: String
    package let organ: Reference<Body>
    package let form: Resolution.Form
  }

  package static let contact = ReferenceField<HubDescription, StandingPage>(
    "contact", meaning: "The page that says how to reach the editors and report a mistake.")
  package static let startHere = ReferenceField<HubDescription, FirstReading>(
    "start_here", meaning: "What a newcomer reads first.")

  /// `file` is that of the hub in its main language, where the fields are a translation's.
  init?(reading fields: inout FieldReader, file: SourceFile? = nil) {
    self.file = file ?? fields.source.file
    written = fields.written
    source = fields.source
    let title = fields.text("title", required: true, "The hub's name.")
    summary = fields.text("summary", "What it is for, in a sentence or two.")
    headline = fields.text("headline", "What readers can do with it, as the headline of the home page.")
    why = fields.text("why", "Why that matters, in a sentence below the headline.")
    let address = fields.sharing(.shared) { $0.hubAddress("address", "Its canonical address.") }
    let language = fields.language("language", "The language of its originals.")
    let others = fields.languages("languages", "Every language it has.")
    let timeZone = fields.timeZone("time_zone", required: true, "The time zone of its days.")
    let uidDomain = fields.uidDomain(
      "uid_domain", "What the UID of each calendar entry ends with; its first host name, where the hub has moved.")
    image = fields.group(
      "image", "an image", "The picture that other sites show with a link to a page without its own.", Self.readImage)
    theme = fields.sharing(.shared) {
      $0.group("theme", "a theme", "What the hub changes of the look of its pages.", HubTheme.read)
    }
    publisher = fields.group("publisher", "a publisher", "Who publishes it.", Link.read)
    licence = fields.group("licence", "a licence", "The licence of its content.", Link.read)
    (editAddress, reportAddress) = fields.sharing(.shared) { fields in
      let edit = fields.editAddress("edit_address", "Where a file can be edited; {path} stands for its path.")
      let report = fields.reportAddress(
        "report_address",
        "Where a mistake can be reported; {path}, {title} and {address} stand for those of the page.")
      return (edit, report)
    }
    contact = fields.reference(Self.contact)
    history =
      fields.choice("git", HistoryUse.self, "What pages say from the repository: nothing, days, or names too.")
      ?? .dates
    regions = fields.declarations("regions", "a region", "The groups of states.")
    meetingTypes = fields.declarations("meeting_types", "a type of meeting", "The types of meetings.")
    series = fields.declarations("series", "a series", "The series of articles.")
    sections = fields.sections("sections", "The folders of articles.")
    citations = fields.groups("citations", "a citation", "How texts are cited in prose.", Citation.read)
    startHere = fields.references(Self.startHere)
    questions = fields.questions("questions", "What a reader is asked who looks for a way to take part.")
    menu = fields.folders(
      "menu", among: sections.map(\.folder) + Kind.records.compactMap(\.recordFolder) + ["calendar"],
      "The folders whose indexes the menu names, where not all.")
    home = fields.homeBlocks("home", "What the home page shows, in order; all, where none is named.")
    hosts = fields.items(
      "hosts", .choice(WebHost.allCases.map(\.rawValue)), .invalidChoice,
      "The hosts and servers that the site is published on; it has their rules for redirects and headers.",
      WebHost.init(rawValue:))
    hasPackedTwins =
      fields.flag(
        "precompressed",
        "Whether each text also lies packed beside itself, as page.html.gz; false unless it says otherwise.") ?? false
    securityContact = fields.secureAddress(
      "security_contact", "The page on how to report a weakness of the site, for security.txt.")
    publishing = fields.publishTargets("publish", "The places to which 'hubwright publish' sends the site.")
    feedAliases = fields.oldAddresses(
      "feed_aliases", .feed, "Old addresses within the hub at which its feed is read; the feed stands there too.")
    hasSearch = fields.flag("search", "Whether readers can search the hub; true unless it says otherwise.") ?? true
    downloads =
      fields.group("downloads", "what to offer", "What readers can take along.", Downloads.read) ?? Downloads()
    listsDigests =
      fields.flag(
        "checksums",
        "Whether the site lists the checksums of its files, by which a copy is verified; true unless it says otherwise."
      )
      ?? true
    budget =
      fields.group("budget", "a budget", "How much readers on slow lines are asked to load.", ByteBudget.read)
      ?? ByteBudget()
    checks = fields.sharing(.shared) { $0.ruleSwitches("checks", "Rules that are switched off or rated anew.") }
    reviewed = fields.translationReview()
    if file == nil { fields.reportReviewOfOriginal() }
    references = fields.references
    guard let title, let address, let language, let timeZone else { return nil }
    self.title = title
    self.address = address.hasSuffix("/") ? address : address + "/"
    self.language = language
    languages = [language] + others.filter { $0 != language }
    self.timeZone = timeZone
    self.uidDomain = uidDomain ?? hostName(of: address)
  }
}

// MARK: Lookups

extension HubDescription {
  package func declared(_ vocabulary: Named.Vocabulary) -> [Declared] {
    switch vocabulary {
    case .regions: regions
    case .meetingTypes: meetingTypes
    case .series: series
    case .answers: questions.flatMap(\.answers)
    }
  }

  package func title(of named: Named) -> String {
    declared(named.vocabulary).first { $0.id == named.id }?.title ?? named.id
  }

  package func section(ofFolder folder: String) -> Section? {
    sections.first { $0.folder == folder }
  }

  /// The kind of document that a folder holds.
  package func kind(ofFolder folder: String) -> Kind? {
    Kind.record(inFolder: folder) ?? section(ofFolder: folder)?.kind
  }
}

extension HubDescription {
  /// Every field of `hub.yaml`.
  package static let fields = FieldReader.describe("a hub") { _ = HubDescription(reading: &$0) }
}
