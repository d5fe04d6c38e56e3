/// The hub's promise to readers on slow and costly lines: how many bytes they are asked to load, with gzip where hosts use it.
package struct ByteBudget: Sendable {
  /// HTML and CSS of an article of up to 1,500 words.
  package var page = 20_000
  /// HTML and CSS of a page that is made of records, such as an index or a tracker.
  package var records = 60_000
  /// All scripts of a page.
  package var script = 10_000
  /// All pictures of a page.
  package var images = 300_000
  /// All fonts of the theme.
  package var fonts = 0
  /// The offline copy.
  package var copy = 50_000_000
  /// Each book, such as a delegate's pack.
  package var pack = 2_000_000

  static func read(_ fields: inout FieldReader) -> Self? {
    func bytes(_ kilobytes: Int?, _ standard: Int) -> Int { kilobytes.map { $0 * 1_000 } ?? standard }
    var budget = Self()
    let page = fields.number("page", "Kilobytes of HTML and CSS of an article of up to 1,500 words; 20 by itself.")
    let records = fields.number("records", "Kilobytes of HTML and CSS of a page made of records; 60 by itself.")
    let script = fields.number("script", "Kilobytes of scripts of a page; 10 by itself.")
    let images = fields.number("images", "Kilobytes of pictures of a page; 300 by itself.")
    let fonts = fields.number("fonts", "Kilobytes of fonts of the theme; none by itself.")
    let copy = fields.number("copy", "Kilobytes of the offline copy; 50000 by itself.")
    let pack = fields.number("pack", "Kilobytes of a book or pack; 2000 by itself.")
    budget.page = bytes(page, budget.page)
    budget.records = bytes(records, budget.records)
    budget.script = bytes(script, budget.script)
    budget.images = bytes(images, budget.images)
    budget.fonts = bytes(fonts, budget.fonts)
    budget.copy = bytes(copy, budget.copy)
    budget.pack = bytes(pack, budget.pack)
    return budget
  }
}
