import Content
import Diagnostics
import Markdown

extension Page {
  /// Every picture that the page shows, with the place that names it: those of its text in their order, then its `image`.
  package var shownPictures: [(path: OutputPath, place: SourceRange)] {
    let shown = links.compactMap { link in
      if case .image(let image, let path) = link { (path, image.place.range(in: document.source)) } else { nil }
    }
    let own = picture.flatMap { path in document.common.image.map { (path, $0.place) } }
    return shown + [own].compactMap(\.self)
  }
}
