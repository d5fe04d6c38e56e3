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
    "url": .string(site.absoluteAddress(of: page)), "sameAs": sameAs(page, address),
    "identifier": identifierData(page),
  ])
}

/// A record that says nothing to search engines but what registers know it by; empty where none does.
func identityData(_ page: some SomePage, type: String, on site: Site) -> [JSONValue] {
  guard !page.document.common.identifiers.isEmpty else { return [] }
  return [
    .object(present: [
      "@context": "https://schema.org", "@type": .string(type), "name": .string(site.title(of: page)),
      "url": .string(site.absoluteAddress(of: page)), "sameAs": sameAs(page), "identifier": identifierData(page),
    ])
  ]
}

/// The pages elsewhere that are about the same thing: its own, and those of the registers that know it.
func sameAs(_ page: some SomePage, _ address: String? = nil) -> JSONValue? {
  let addresses = [address].compactMap { $0 } + page.document.common.identifiers.compactMap(\.address)
  return addresses.count > 1 ? .array(addresses.map { .string($0) }) : addresses.first.map { .string($0) }
}

/// What registers know a thing by that have no page of it.
func identifierData(_ page: some SomePage) -> JSONValue? {
  let identifiers = page.document.common.identifiers.filter { $0.address == nil }
  guard !identifiers.isEmpty else { return nil }
  return .array(
    identifiers.map {
      ["@type": "PropertyValue", "propertyID": .string($0.scheme), "value": .string($0.value)]
    })
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
