import Content
import Formats
import Linking
import OutputFiles
import Sites
import Templating

/// What only the template `redirect` has.
struct RedirectPage: TemplateView {
  var language = ""
  var direction = ""
  var root = ""
  var canonicalAddress = ""
  var target: LinkView?

  static let shape = ViewShape<Self>(
    "RedirectPage",
    [
      .text("language") { $0.language },
      .text("direction") { $0.direction },
      .text("root") { $0.root },
      .text("canonical_address") { $0.canonicalAddress },
      .group("target") { $0.target },
    ])
}

/// A page at each old address, which leads on to the new one; none where a host has a list of them, and would answer with the page first.
package func redirects(in table: inout TemplateTable) -> FilePlanner {
  let template: Template<RedirectPage> = table.template("redirect")
  return { site in
    guard !site.graph.hub.hosts.contains(where: \.readsRedirectList) else { return [] }
    return site.graph.pages.filter { $0.document.language == site.language.code }.flatMap { page in
      page.document.common.aliases.compactMap { alias -> OutputFile? in
        guard let path = OutputPath(alias.path) else { return nil }
        return OutputFile(path: path, leadingTo: page.address.path) { redirect(template, from: path, to: page, site) }
      }
    }
  }
}

private func redirect(
  _ template: Template<RedirectPage>, from path: OutputPath, to page: Page, _ site: Site
) -> HTMLBytes {
  let depth = path.text.utf8.count { $0 == UInt8(ascii: "/") }
  let view = RedirectPage(
    language: site.language.code, direction: site.language.direction, root: String(repeating: "../", count: depth),
    canonicalAddress: site.absoluteAddress(of: page),
    target: LinkView(page, on: site, from: Place(path)))
  var html: HTMLBytes = []
  site.templates.render(template, Filled(view), into: &html)
  return html
}
