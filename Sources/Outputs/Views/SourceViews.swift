import Templating

/// An entry of the numbered list of sources.
struct SourceView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var publisher: LinkView?
  var document = ""
  var date = ""
  var consulted = ""

  static let shape = ViewShape<Self>(
    "Source",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("publisher") { $0.publisher },
      .text("document") { $0.document },
      .text("date") { $0.date },
      .text("consulted") { $0.consulted },
    ])
}

/// A page that cites this one, with the citing sentence.
struct BacklinkView: TemplateView {
  var title = ""
  var address = ""
  var sentence = ""

  static let shape = ViewShape<Self>(
    "Backlink",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("sentence") { $0.sentence },
    ])
}

/// The number of a source that a fact rests on.
struct CitationView: TemplateView {
  var number = ""
  var address = ""

  static let shape = ViewShape<Self>(
    "Citation",
    [
      .text("number") { $0.number },
      .text("address") { $0.address },
    ])
}
