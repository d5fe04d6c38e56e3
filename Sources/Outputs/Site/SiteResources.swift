import Content
import Formats
import Linking

/// What the pages of every site need of the theme and of the files beside the texts, looked at once.
struct SiteResources: Sendable {
  /// The style sheet that goes into books.
  let bookStyle: [UInt8]
  let budget: BudgetReview
  /// How large each picture is shown that says so.
  let pictures: [OutputPath: PictureSize]

  /// Nil where the edition is not signed.
  let signer: EditionSigner?

  init(_ graph: ContentGraph, _ theme: Theme, signer: EditionSigner? = nil) {
    self.signer = signer
    bookStyle = theme.assets.first { $0.path.text == "assets/book.css" }?.bytes ?? []
    budget = BudgetReview(graph.hub, theme: theme)
    pictures = Dictionary(
      graph.assets.compactMap { asset in asset.file.picture.map { (asset.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
