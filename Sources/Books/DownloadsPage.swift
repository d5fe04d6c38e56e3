import Content
import Editions
import Foundation
import Linking
import OutputFiles
import Pages
import Sites
import Templating

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

/// By what a copy of the edition is known to be one.
struct EditionView: TemplateView {
  var address = ""
  var file = ""
  var signature: SignatureView?

  static let shape = ViewShape<Self>(
    "Edition",
    [
      .text("address") { $0.address },
      .text("file") { $0.file },
      .group("signature") { $0.signature },
      .flag("is_unsigned") { $0.signature == nil },
    ])
}

/// Who signed the edition.
struct SignatureView: TemplateView {
  var address = ""
  var key = ""

  static let shape = ViewShape<Self>(
    "Signature",
    [
      .text("address") { $0.address },
      .text("key") { $0.key },
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
  var edition: EditionView?

  static let shape = ViewShape<Self>(
    "DownloadsPage",
    [
      .flag("is_copy") { $0.isCopy },
      .group("copy") { $0.copy },
      .text("newest_address") { $0.newestAddress },
      .list("book_groups") { $0.bookGroups },
      .list("data") { $0.data },
      .group("edition") { $0.edition },
    ])
}

/// What there is to offer: `finished` is nil in the offline copy, which cannot hold itself nor know its size.
typealias Downloads = (finished: FinishedFiles?, hasCopy: Bool)

/// What can be taken along.
func downloadsPage(_ downloads: Downloads, on site: Site, from place: Place) -> FinishedPage<DownloadsPage> {
  let (finished, hasCopy) = downloads
  var content = DownloadsPage()
  if let finished, hasCopy {
    content.copy = DownloadView(
      title: site.words[.wholeHub], address: site.link(to: Site.copyPath, from: place), format: "ZIP",
      size: sizeText(of: Site.copyPath, finished, on: site))
  }
  content.isCopy = finished == nil
  content.bookGroups = bookGroups(finished, on: site, from: place)
  content.newestAddress = site.absoluteAddress(of: place.path)
  content.data =
    site.language.isMain && !DataPaths.all(on: site).isEmpty
    ? [LinkView(title: site.words[.openData], address: site.link(to: DataPaths.index, from: place))] : []
  content.edition = edition(on: site, from: place)
  let head = PageHead(kind: "downloads", title: site.words[.offline], summary: site.words[.offlineSummary])
  return FinishedPage(Filled(content), head: head)
}

private func edition(on site: Site, from place: Place) -> EditionView? {
  guard site.graph.hub.listsDigests else { return nil }
  func link(_ name: String) -> String { site.link(to: PageAddress.path(name), from: place) }
  return EditionView(
    address: link(EditionManifest.fileName), file: EditionManifest.fileName,
    signature: site.resources.signer.map {
      SignatureView(address: link(EditionManifest.signatureName), key: $0.key)
    })
}

private func bookGroups(_ finished: FinishedFiles?, on site: Site, from place: Place) -> [BookGroupView] {
  let books = books(on: site)
  return Book.Sort.allCases.compactMap { sort in
    let rows = books.filter { $0.sort == sort }.map { bookRow($0, finished, on: site, from: place) }
    guard !rows.isEmpty else { return nil }
    return BookGroupView(id: "\(sort)", title: site.words[sort.wordForMany], books: rows)
  }
}

private func bookRow(_ book: Book, _ finished: FinishedFiles?, on site: Site, from place: Place) -> BookRowView {
  let file = site.filePath(ofBook: book.name)
  return BookRowView(
    title: book.title, address: site.link(to: site.pagePath(ofBook: book.name), from: place), summary: book.summary,
    file: DownloadView(
      title: book.title, address: site.link(to: file, from: place), format: "EPUB",
      size: sizeText(of: file, finished, on: site))
  )
}

func sizeText(of path: OutputPath, _ finished: FinishedFiles?, on site: Site) -> String {
  finished?.size(of: path).map(site.sizeText) ?? ""
}

extension Site {
  /// "120 kB", "1.4 MB", in the way of the language.
  func sizeText(_ bytes: Int) -> String {
    func number(_ value: Double, decimals: Int) -> String {
      value.formatted(.number.precision(.fractionLength(decimals)).locale(Locale(identifier: words[.locale])))
    }
    return bytes < 999_500
      ? words.text(.sizeInKilobytes, ["size": number(max(1, Double(bytes) / 1_000), decimals: 0)])
      : words.text(.sizeInMegabytes, ["size": number(Double(bytes) / 1_000_000, decimals: 1)])
  }
}
