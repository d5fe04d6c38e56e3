/// What a search can find: a page, or a place on one, with all that is searched, shown and filtered by.
package struct SearchDocument: Sendable {
  package let title: String
  /// What else it is called: a short name, an abbreviation, an id, a number.
  package var names: [String] = []
  package var summary = ""
  package var headings: [String] = []
  /// Plain text in UTF-8, made when it is asked for, since the texts of ten thousand pages need not be in memory at once.
  package var text: @Sendable () -> [UInt8] = { [] }
  /// About how many bytes the text has.
  package var textSize = 0
  /// The language of its words.
  package let language: String
  /// Relative to the page that shows results.
  package let address: String
  /// The kind and the date as results show them.
  package var label = ""
  package var date = ""
  /// What results are filtered by.
  package let kind: String
  package var year: Int?
  package var issues: [String] = []

  package init(title: String, language: String, address: String, kind: String) {
    self.title = title
    self.language = language
    self.address = address
    self.kind = kind
  }

  /// All that is read for the index, in bytes.
  var size: Int { textSize + summary.utf8.count + title.utf8.count }
}
