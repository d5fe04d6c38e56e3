import Foundation
import Linking
import Templating

extension PageComposer {
  /// What can be taken along; `finished` is nil in the offline copy, which cannot hold itself nor know its size.
  func downloadsPage(_ finished: FinishedFiles?, hasCopy: Bool) -> ComposedPage {
    var content = DownloadsPage()
    if let finished, hasCopy {
      content.copy = DownloadView(
        title: words[.wholeHub], address: link(to: Edition.copyPath), format: "ZIP",
        size: sizeText(of: Edition.copyPath, finished))
    }
    content.isCopy = finished == nil
    content.bookGroups = bookGroups(finished)
    content.newestAddress = edition.absoluteAddress(of: path)
    content.data =
      edition.isMainLanguage && !DataSet.all(in: edition).isEmpty
      ? [LinkView(title: words[.openData], address: link(to: DataSet.indexPath))] : []
    let head = PageHead(kind: "downloads", title: words[.offline], summary: words[.offlineSummary])
    return ComposedPage(template: "downloads-page", frame: plainFrame(head), content: FilledView(content))
  }

  private func bookGroups(_ finished: FinishedFiles?) -> [BookGroupView] {
    let books = self.books
    return Book.Sort.allCases.compactMap { sort in
      let rows = books.filter { $0.sort == sort }.map { bookRow($0, finished) }
      guard !rows.isEmpty else { return nil }
      return BookGroupView(id: "\(sort)", title: words[sort.wordForMany], books: rows)
    }
  }

  private func bookRow(_ book: Book, _ finished: FinishedFiles?) -> BookRowView {
    let file = edition.filePath(ofBook: book.name)
    return BookRowView(
      title: book.title, address: link(to: edition.pagePath(ofBook: book.name)), summary: book.summary,
      file: DownloadView(title: book.title, address: link(to: file), format: "EPUB", size: sizeText(of: file, finished))
    )
  }

  func sizeText(of path: OutputPath, _ finished: FinishedFiles?) -> String {
    finished?.size(of: path).map(edition.sizeText) ?? ""
  }
}

extension Edition {
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
