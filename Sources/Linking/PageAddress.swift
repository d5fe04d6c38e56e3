import Content

/// Where a document is read: on a page of its own, or at a place on another.
package struct PageAddress: Sendable, Hashable {
  package let path: OutputPath
  package let fragment: String?

  package init(path: OutputPath, fragment: String? = nil) {
    self.path = path
    self.fragment = fragment
  }

  /// The address as a page writes it: relative, with `index.html` written out, so that it is right online and on disk.
  package func link(from page: OutputPath) -> String {
    if path == page, let fragment { return "#" + encoded(fragment) }
    let link = OutputPath.relativeLink(from: page, to: path)
    return fragment.map { "\(link)#\(encoded($0))" } ?? link
  }

  /// The address below the hub's canonical one, for formats that demand absolute addresses.
  package func absolute(below base: String) -> String {
    let home = OutputPath.relativeLink(from: Self.root, to: path)
    // `index.html` is left out, since a host answers for the folder.
    let plain = home == "index.html" ? "" : home.hasSuffix("/index.html") ? String(home.dropLast(10)) : home
    return base + plain + (fragment.map { "#" + encoded($0) } ?? "")
  }

  private static let root: OutputPath = known("index.html")

  /// A path that code spells out itself, from checked ids and names of its own.
  package static func path(_ text: String) -> OutputPath { known(text) }

  private static func known(_ text: String) -> OutputPath {
    guard let path = OutputPath(text) else { preconditionFailure("'\(text)' is no path of a page") }
    return path
  }
}

/// A fragment with all but letters, digits and the marks that are safe in addresses and attributes percent-encoded.
private func encoded(_ fragment: String) -> String {
  var text = ""
  for byte in fragment.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      text.unicodeScalars.append(UnicodeScalar(byte))
    default:
      text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return text
}

/// Gives every document its address.
struct PageAddresses {
  let hub: HubDescription
  /// The addresses of the originals that have their own page, for those that stand on another's.
  private let slugs: [DocumentID: String]

  init(hub: HubDescription, documents: [Document]) {
    self.hub = hub
    slugs = Dictionary(
      documents.lazy.filter { $0.language == hub.language }.compactMap { document in
        document.common.slug.map { (document.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func address(of document: Document) -> PageAddress {
    switch document.details {
    case .proposal(let fields): place(of: document, on: DocumentID(folder: "issues", name: fields.issue.target))
    case .outcome(let fields): place(of: document, on: DocumentID(folder: "meetings", name: fields.meeting.target))
    case .election(let fields): place(of: document, on: DocumentID(folder: "meetings", name: fields.meeting.target))
    case .publication, .term:
      PageAddress(path: path(folder: document.id.folder, name: "index", document.language), fragment: document.id.name)
    default:
      PageAddress(path: path(folder: document.id.folder, name: slug(of: document), document.language))
    }
  }

  private func slug(of document: Document) -> String {
    document.common.slug ?? slugs[document.id] ?? document.id.name
  }

  private func place(of document: Document, on owner: DocumentID) -> PageAddress {
    PageAddress(
      path: path(folder: owner.folder, name: slugs[owner] ?? owner.name, document.language), fragment: document.id.name)
  }

  /// The main language stands at the root, every other in a folder of its own. Pages of the kind `page` stand there too.
  private func path(folder: String, name: String, _ language: String) -> OutputPath {
    let prefix = language == hub.language ? "" : language + "/"
    return PageAddress.path("\(prefix)\(folder)/\(name).html")
  }
}
