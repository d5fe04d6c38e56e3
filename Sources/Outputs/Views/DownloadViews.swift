import Templating

/// A file to take along.
struct DownloadView: TemplateView {
  var title = ""
  var address = ""
  var format = ""
  /// Empty where it is not known, as in a preview and in the offline copy.
  var size = ""

  static let shape = ViewShape<Self>(
    "Download",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("format") { $0.format },
      .text("size") { $0.size },
    ])
}

/// A book: to read and print, and as a file for readers of books.
struct BookRowView: TemplateView {
  var title = ""
  var address = ""
  var summary = ""
  var file: DownloadView?

  static let shape = ViewShape<Self>(
    "BookRow",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
      .group("file") { $0.file },
    ])
}

/// Books of one sort.
struct BookGroupView: TemplateView {
  var id = ""
  var title = ""
  var books: [BookRowView] = []

  static let shape = ViewShape<Self>(
    "BookGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("books") { $0.books },
    ])
}

/// What only the template `downloads-page` has.
struct DownloadsPage: TemplateView {
  /// Whether this is the page in the offline copy.
  var isCopy = false
  var copy: DownloadView?
  var newestAddress = ""
  var bookGroups: [BookGroupView] = []
  var data: [LinkView] = []

  static let shape = ViewShape<Self>(
    "DownloadsPage",
    [
      .flag("is_copy") { $0.isCopy },
      .group("copy") { $0.copy },
      .text("newest_address") { $0.newestAddress },
      .list("book_groups") { $0.bookGroups },
      .list("data") { $0.data },
    ])
}
