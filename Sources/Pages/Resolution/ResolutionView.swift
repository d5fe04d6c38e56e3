import Content
import Linking
import Sites
import Templating

/// A row of resolutions.
package struct ResolutionView: TemplateView {
  package var title = ""
  package var shortTitle = ""
  package var address = ""
  var lastRevision = ""
  var topic = ""
  /// Where it was revised before, for those who search for an older revision.
  var earlierRevisions = ""
  package var isUnconfirmed = false

  package static let shape = ViewShape<Self>(
    "Resolution",
    [
      .text("title") { $0.title },
      .text("short_title") { $0.shortTitle },
      .text("address") { $0.address },
      .text("last_revision") { $0.lastRevision },
      .text("topic") { $0.topic },
      .text("earlier_revisions") { $0.earlierRevisions },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

extension ResolutionView {
  /// `isListed`: the row stands in the list of all texts, in which readers search.
  package init(
    _ page: PageOf<Resolution>, isUnconfirmed: Bool = false, isListed: Bool = false, on site: Site, from place: Place
  ) {
    let fields = page.fields
    self.init(
      title: page.document.title, shortTitle: site.citedTitle(of: page), address: site.link(to: page, from: place),
      lastRevision: fields.revisions.last.map(site.revisionText) ?? "", topic: fields.topic ?? "",
      earlierRevisions: isListed
        ? site.words.joined(fields.revisions.dropLast().map(site.revisionText), by: .semicolon) : "",
      isUnconfirmed: isUnconfirmed || page.document.common.confidence.isUnconfirmed)
  }
}

extension Site {
  func revisionText(_ revision: Resolution.Revision) -> String {
    let place = words.joined([revision.place, String(revision.year)])
    return words.text(revision.isAdoption ? .adoptedIn : .revisedIn, ["place": place])
  }
}

package func resolutionViews(of issue: PageOf<Issue>, on site: Site, from place: Place) -> [ResolutionView] {
  let fields = issue.fields
  return fields.resolutions.compactMap(site.page).map { ResolutionView($0, on: site, from: place) }
    + fields.unconfirmedResolutions.compactMap(site.page).map {
      ResolutionView($0, isUnconfirmed: true, on: site, from: place)
    }
}
