import Templating

/// A calendar to subscribe to.
struct CalendarLinkView: TemplateView {
  var title = ""
  var subscribeAddress = ""
  var fileAddress = ""

  static let shape = ViewShape<Self>(
    "CalendarLink",
    [
      .text("title") { $0.title },
      .text("subscribe_address") { $0.subscribeAddress },
      .text("file_address") { $0.fileAddress },
    ])
}
