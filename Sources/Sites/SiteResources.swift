import Content
import Editions
import Formats
import Linking

/// What the pages of every site need of the theme and of the files beside the texts, looked at once.
package struct SiteResources: Sendable {
  /// The style sheet that goes into books.
  package let bookStyle: [UInt8]
  /// How large each picture is shown that says so.
  package let pictures: [OutputPath: PictureSize]

  /// Nil where the edition is not signed.
  package let signer: EditionSigner?

  package init(_ graph: ContentGraph, bookStyle: [UInt8], signer: EditionSigner? = nil) {
    self.bookStyle = bookStyle
    self.signer = signer
    pictures = Dictionary(
      graph.assets.compactMap { asset in asset.file.picture.map { (asset.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
