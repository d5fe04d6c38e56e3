import CivilTime
import Content
import Formats
import Linking
import Sites

func articleData(_ page: Page, on site: Site) -> JSONValue {
  let common = page.document.common
  let authors = common.authors.compactMap(site.page).map { author -> JSONValue in
    ["@type": "Person", "name": .string(author.document.title), "url": .string(site.absoluteAddress(of: author))]
  }
  let publisher = publisherData(site.graph.hub, address: site.address)
  return .object(present: [
    "@context": "https://schema.org", "@type": "Article", "headline": .string(page.document.title),
    "description": common.summary.map { .string($0) }, "inLanguage": .string(page.document.language),
    "image": page.picture.map { .string(site.absoluteAddress(of: $0)) },
    "datePublished": common.date.map { .string($0.isoText) },
    "dateModified": common.updated.map { .string($0.isoText) },
    "author": authors.isEmpty ? publisher : .array(authors), "publisher": publisher,
    "mainEntityOfPage": .string(site.absoluteAddress(of: page)),
  ])
}
