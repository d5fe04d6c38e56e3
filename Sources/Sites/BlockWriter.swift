import Content
import Formats

/// Writes what the derived blocks of texts stand for, whatever views their templates have.
package struct BlockWriter: Sendable {
  private let write: @Sendable (BlockRequest, inout HTMLBytes, Site, Place, inout Citations) -> Void

  package init(_ write: @escaping @Sendable (BlockRequest, inout HTMLBytes, Site, Place, inout Citations) -> Void) {
    self.write = write
  }

  package func add(
    _ block: BlockRequest, to html: inout HTMLBytes, on site: Site, from place: Place, citing citations: inout Citations
  ) {
    write(block, &html, site, place, &citations)
  }
}
