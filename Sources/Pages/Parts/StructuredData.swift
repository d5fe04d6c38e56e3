import Content
import Formats
import Linking
import Sites

/// Descriptions of a page for search engines, in schema.org's words (JSON-LD).
func structuredData(_ things: [JSONValue]) -> HTMLBytes {
  var html: HTMLBytes = []
  for thing in things {
    html.append(markup: "<script type=\"application/ld+json\">")
    html.append(contentsOf: thing.encoded(for: .scriptElement))
    html.append(markup: "</script>\n")
  }
  return html
}

func breadcrumbData(_ parents: [Menu.Index], current title: String, on site: Site, at path: OutputPath) -> JSONValue {
  let trail: [(title: String, path: OutputPath)] =
    [(site.words[.home], site.menu.homePath)] + parents.map { ($0.title, $0.path) } + [(title, path)]
  let items = trail.enumerated().map { number, step -> JSONValue in
    [
      "@type": "ListItem", "position": .integer(number + 1), "name": .string(step.title),
      "item": .string(site.absoluteAddress(of: step.path)),
    ]
  }
  return ["@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": .array(items)]
}

func organizationData(_ page: some SomePage, address: String?, on site: Site, from place: Place) -> JSONValue {
  .object(present: [
    "@context": "https://schema.org", "@type": "Organization", "name": .string(page.document.title),
    "description": page.document.common.summary.map { .string($0) },
    "url": .string(site.absoluteAddress(of: page)), "sameAs": address.map { .string($0) },
  ])
}

func siteData(on site: Site) -> JSONValue {
  .object(present: [
    "@context": "https://schema.org", "@type": "WebSite", "name": .string(site.graph.hub.title),
    "description": site.graph.hub.summary.map { .string($0) }, "url": .string(site.address),
    "inLanguage": .string(site.language.code),
  ])
}

/// Who publishes a hub: the organisation that it names, or the hub itself.
func publisherData(_ hub: HubDescription, address: String) -> JSONValue {
  .object(present: [
    "@type": "Organization", "name": .string(hub.publisher?.name ?? hub.title),
    "url": .string(hub.publisher?.address ?? address),
  ])
}
