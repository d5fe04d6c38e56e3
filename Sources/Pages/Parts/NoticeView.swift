import Sites
import Templating

/// A box under the masthead.
package struct NoticeView: TemplateView {
  var label = ""
  var text = ""
  var links: [LinkView] = []

  package static let shape = ViewShape<Self>(
    "Notice",
    [
      .text("label") { $0.label },
      .text("text") { $0.text },
      .list("links") { $0.links },
    ])
}
