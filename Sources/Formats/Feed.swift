import CivilTime

/// News of a site, as feed readers take it; encoded as Atom or as JSON Feed.
///
/// Addresses are absolute. Entries are written in the order given, the newest first by custom.
package struct Feed: Sendable {
  /// An address that never changes, whatever becomes of the site (RFC 4287, section 4.2.6).
  package let id: String
  package let title: String
  package let subtitle: String?
  package let updated: Timestamp
  /// The page that shows the same news.
  package let alternateAddress: String
  package let author: Person
  package let language: String
  package let rights: String?
  package let entries: [Entry]

  package init(
    id: String, title: String, subtitle: String? = nil, updated: Timestamp, alternateAddress: String,
    author: Person, language: String, rights: String? = nil, entries: [Entry]
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.updated = updated
    self.alternateAddress = alternateAddress
    self.author = author
    self.language = language
    self.rights = rights
    self.entries = entries
  }
}

extension Feed {
  /// A person or an organisation.
  package struct Person: Sendable, Hashable {
    package let name: String
    package let address: String?

    package init(name: String, address: String? = nil) {
      self.name = name
      self.address = address
    }
  }

  /// Something new on one page.
  package struct Entry: Sendable {
    package let id: String
    package let title: String
    package let updated: Timestamp
    package let published: Timestamp?
    package let address: String
    /// Plain text.
    package let summary: String?
    /// Where there are none, the feed's author is meant.
    package let authors: [Person]
    package let categories: [String]
    /// A fragment of HTML. Relative links start from the entry's address in Atom; JSON Feed does not define them.
    package let contentHTML: String?
    /// Where it is not the feed's.
    package let language: String?

    package init(
      id: String, title: String, updated: Timestamp, published: Timestamp? = nil, address: String,
      summary: String? = nil, authors: [Person] = [], categories: [String] = [], contentHTML: String? = nil,
      language: String? = nil
    ) {
      self.id = id
      self.title = title
      self.updated = updated
      self.published = published
      self.address = address
      self.summary = summary
      self.authors = authors
      self.categories = categories
      self.contentHTML = contentHTML
      self.language = language
    }
  }
}
