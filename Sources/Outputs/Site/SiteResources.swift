import Content
import Formats
import Foundation
import Linking

/// What the pages of every site need of the theme and of the files beside the texts, looked at once.
struct SiteResources: Sendable {
  /// The style sheet that goes into books.
  let bookStyle: [UInt8]
  let budget: BudgetReview
  /// How large each picture is shown that says so.
  let pictures: [OutputPath: PictureSize]

  init(_ graph: ContentGraph, _ theme: Theme) {
    bookStyle = theme.assets.first { $0.path.text == "assets/book.css" }?.bytes ?? []
    budget = BudgetReview(graph.hub, theme: theme)
    var pictures: [OutputPath: PictureSize] = [:]
    for asset in graph.assets where isPicture(asset.path) {
      pictures[asset.path] = Self.head(of: asset).flatMap(PictureSize.init(ofHead:))
    }
    self.pictures = pictures
  }

  private static func head(of asset: ContentGraph.Asset) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: asset.location) else { return nil }
    defer { try? file.close() }
    return (try? file.read(upToCount: PictureSize.headLength)).map { [UInt8]($0) }
  }
}

/// Whether a file is a picture by its name.
func isPicture(_ path: OutputPath) -> Bool {
  ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(path.name.split(separator: ".").last?.lowercased() ?? "")
}
