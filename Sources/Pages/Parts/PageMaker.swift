import Formats
import Linking
import OutputFiles
import Sites
import Templating

/// A page's function with the template that its content fills: the one place where the two meet.
///
/// The views of the template are those that the function returns, so that no other can fill it.
package struct PageMaker<Subject: Sendable>: Sendable {
  private let add: @Sendable (inout TemplateTable) -> PageWriter<Subject>

  /// `template` is the name of a file in `templates/pages`.
  package init<each Content: TemplateView>(
    _ template: String, _ page: @escaping @Sendable (Subject, Site, Place) -> FinishedPage<repeat each Content>
  ) {
    add = { table in
      let template: Template<SiteFrame, PageFrame, repeat each Content> = table.template(template)
      return PageWriter { subject, site, place in
        let page = page(subject, site, place)
        let frame = Filled(PageFrame(of: page.head, restingOn: page.citations, on: site, at: place))
        var html: HTMLBytes = []
        html.reserveCapacity(page.head.body.count + 16_384)
        site.templates.render(template, site.frame(at: place), frame, repeat each page.content, into: &html)
        return html
      }
    }
  }

  /// Adds the template to those that are checked before any page is made.
  package func writer(in table: inout TemplateTable) -> PageWriter<Subject> { add(&table) }
}

/// Writes pages of one template, which was checked with the views that fill it.
package struct PageWriter<Subject: Sendable>: Sendable {
  private let write: @Sendable (Subject, Site, Place) -> HTMLBytes

  fileprivate init(_ write: @escaping @Sendable (Subject, Site, Place) -> HTMLBytes) {
    self.write = write
  }

  package func page(about subject: Subject, on site: Site, at place: Place) -> HTMLBytes { write(subject, site, place) }

  /// The page as a file, held against the budget; `document` is the one whose page it is.
  package func file(about subject: Subject, of document: Page? = nil, at path: OutputPath, on site: Site) -> OutputFile
  {
    OutputFile(path: path, turn: .first, weight: .page(of: document)) { _ in
      page(about: subject, on: site, at: Place(path))
    }
  }
}

/// The files of one sort that a site has, with all that is known when the templates are: those that a site needs not, or not yet, are none.
package typealias FilePlanner = @Sendable (Site) -> [OutputFile]

/// A template of a part that knows its site, such as a list within a text.
package typealias PartTemplate<Content: TemplateView> = Template<SiteFrame, Content>

/// A list or table by itself.
package func part<View>(_ template: PartTemplate<View>, _ view: Filled<View>, on site: Site, from place: Place)
  -> HTMLBytes
{
  var html: HTMLBytes = []
  site.templates.render(template, site.frame(at: place), view, into: &html)
  return html
}
