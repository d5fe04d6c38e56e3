import Content
import Formats
import Sites
import Templating

/// What every page has, whatever its kind.
struct PageFrame: TemplateView {
  var contentLanguage = ""
  var contentDirection = ""
  var pageKind = ""
  var pageTitle = ""
  var isHome = false
  /// Whether the page searches, and needs no field that leads there.
  var isSearch = false
  /// Whether a programme stands on it, whose times a script shows in the reader's zone, too.
  var showsProgramme = false
  var canonicalAddress = ""
  var description = ""
  var jsonLd: HTMLBytes = []
  var openGraphType = ""
  var openGraphLocale = ""
  /// The picture that other sites show with a link to the page.
  var openGraphImage: ShownElsewhereView?
  var breadcrumbs: [LinkView] = []
  var languages: [LanguageVersionView] = []
  var editAddress = ""
  var reportAddress = ""
  /// The day of the last change of the page's file, where no day of a change of substance is given.
  var lastChanged = ""
  var lastChangedIso = ""
  var contributors = ""
  var label = ""
  var symbol = ""
  var summary = ""
  var notices: [NoticeView] = []
  var contents: [ContentView] = []
  var body: HTMLBytes = []
  var sources: [SourceView] = []
  var backlinks: [BacklinkView] = []
  /// What their fold is named, with how many there are.
  var backlinksText = ""
  /// The words of the process that the text mentions, with their meanings.
  var termsHere: [TermView] = []
  var downloads: [LinkView] = []
  /// The books that hold the page.
  var books: [BookRowView] = []
  /// Feeds of this page alone, besides those of the whole site.
  var ownFeeds: [FeedView] = []
  var date = ""
  var dateIso = ""
  /// The day of what an article tells of, where it gives one.
  var eventDate = ""
  var eventDateIso = ""
  var updated = ""
  var updatedIso = ""
  var review = ""
  var reviewIso = ""
  /// Whether the day by which the page was to be read again has come.
  var isReviewDue = false
  var owner = ""
  var series: SeriesView?

  static let shape = ViewShape<Self>(
    "PageFrame",
    [
      .text("content_language") { $0.contentLanguage },
      .text("content_direction") { $0.contentDirection },
      .text("page_kind") { $0.pageKind },
      .text("page_title") { $0.pageTitle },
      .flag("is_home") { $0.isHome },
      .flag("is_search") { $0.isSearch },
      .flag("shows_programme") { $0.showsProgramme },
      .text("canonical_address") { $0.canonicalAddress },
      .text("description") { $0.description },
      .html("json_ld") { $0.jsonLd },
      .text("open_graph_type") { $0.openGraphType },
      .text("open_graph_locale") { $0.openGraphLocale },
      .group("open_graph_image") { $0.openGraphImage },
      .list("breadcrumbs") { $0.breadcrumbs },
      .list("languages") { $0.languages },
      .text("edit_address") { $0.editAddress },
      .text("report_address") { $0.reportAddress },
      .text("last_changed") { $0.lastChanged },
      .text("last_changed_iso") { $0.lastChangedIso },
      .text("contributors") { $0.contributors },
      .text("label") { $0.label },
      .text("symbol") { $0.symbol },
      .text("summary") { $0.summary },
      .list("notices") { $0.notices },
      .list("contents") { $0.contents },
      .html("body") { $0.body },
      .list("sources") { $0.sources },
      .list("backlinks") { $0.backlinks },
      .text("backlinks_text") { $0.backlinksText },
      .list("terms_here") { $0.termsHere },
      .list("downloads") { $0.downloads },
      .list("books") { $0.books },
      .list("own_feeds") { $0.ownFeeds },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("event_date") { $0.eventDate },
      .text("event_date_iso") { $0.eventDateIso },
      .text("updated") { $0.updated },
      .text("updated_iso") { $0.updatedIso },
      .text("review") { $0.review },
      .text("review_iso") { $0.reviewIso },
      .flag("is_review_due") { $0.isReviewDue },
      .text("owner") { $0.owner },
      .group("series") { $0.series },
    ])
}
