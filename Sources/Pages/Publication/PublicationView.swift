import Content
import Linking
import Sites
import Templating

/// An entry of the library.
struct PublicationView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var author = ""
  var publisher: LinkView?
  var type = ""
  var writtenIn = ""
  var date = ""
  var dateIso = ""
  var summary = ""
  var note = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Publication",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("author") { $0.author },
      .group("publisher") { $0.publisher },
      .text("type") { $0.type },
      .text("written_in") { $0.writtenIn },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("summary") { $0.summary },
      .text("note") { $0.note },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

extension PublicationView {
  init(_ page: PageOf<Publication>, isListed: Bool = false, on site: Site, from place: Place) {
    let fields = page.fields
    let common = page.document.common
    self.init(
      id: isListed ? page.anchor : "", title: page.document.title, address: fields.address ?? "",
      author: fields.author ?? "",
      publisher: LinkView(fields.publisher, on: site, from: place) ?? fields.publisherName.map { LinkView(title: $0) },
      type: fields.type ?? "", writtenIn: site.languageName(fields.language), date: site.dates.text(common.date),
      dateIso: common.date.isoText, summary: common.summary ?? "", note: common.note ?? "",
      isUnconfirmed: common.confidence.isUnconfirmed)
  }
}

extension Site {
  /// The name of a language, where it is not the page's own.
  func languageName(_ code: String?) -> String { language.names.foreignLanguage(code) }
}
