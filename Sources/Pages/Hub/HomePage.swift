import CivilTime
import Content
import Linking
import Sites
import Templating

/// What only the template `home` has.
struct HomePage: TemplateView {
  /// Why the hub matters, below its headline.
  var headline = ""
  var why = ""
  /// In the order of the hub; none of which there is nothing to show.
  var blocks: [HomeBlockView] = []

  static let shape = ViewShape<Self>(
    "HomePage",
    [
      .text("headline") { $0.headline },
      .text("why") { $0.why },
      .list("blocks") { $0.blocks },
    ])
}

/// A block of the home page: of its parts those of one block are there.
struct HomeBlockView: TemplateView {
  var isPurpose = false
  var doors: [DoorView] = []
  var happening: HappeningView?
  var months: [HomeMonthView] = []
  var startHere: [ArticleView] = []
  var issueGroups: [IssueGroupView] = []
  var articles: [ArticleView] = []
  var changes: [ChangeView] = []

  static let shape = ViewShape<Self>(
    "HomeBlock",
    [
      .flag("is_purpose") { $0.isPurpose },
      .list("doors") { $0.doors },
      .group("happening") { $0.happening },
      .list("months") { $0.months },
      .list("start_here") { $0.startHere },
      .list("issue_groups") { $0.issueGroups },
      .list("articles") { $0.articles },
      .list("changes") { $0.changes },
    ])
}

/// Where a reader can begin: what it lets one do, and what is found there.
struct DoorView: TemplateView {
  var title = ""
  var address = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Door",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
    ])
}

func homePage(on site: Site, from place: Place) -> FinishedPage<HomePage> {
  let hub = site.graph.hub
  let content = HomePage(
    headline: hub.headline ?? "", why: hub.why ?? "",
    blocks: hub.home.compactMap { homeBlock($0, on: site, from: place) })
  let head = PageHead(
    kind: "home", title: hub.title, summary: hub.summary ?? "", notices: hubReviewNotice(on: site, from: place),
    structuredData: [siteData(on: site)])
  return FinishedPage(Filled(content), head: head)
}

/// Nil where there is nothing to show.
private func homeBlock(_ block: HomeBlock, on site: Site, from place: Place) -> HomeBlockView? {
  var view = HomeBlockView()
  switch block {
  case .purpose:
    view.isPurpose = true
    view.doors = doors(on: site, from: place)
  case .now:
    view.happening = happening(on: site, from: place)
    return view.happening == nil ? nil : view
  case .year:
    view.months = homeMonths(on: site, from: place)
    return view.months.isEmpty ? nil : view
  case .startHere:
    view.startHere = site.graph.hub.startHere.compactMap(site.anyPage).map { ArticleView($0, on: site, from: place) }
    return view.startHere.isEmpty ? nil : view
  case .issues:
    view.issueGroups = issueGroups(on: site, from: place)
    return view.issueGroups.isEmpty ? nil : view
  case .latest:
    view.articles = latest(on: site).prefix(6).map { ArticleView($0, on: site, from: place) }
    return view.articles.isEmpty ? nil : view
  case .changes:
    view.changes = changes(on: site, from: place)
    return view.changes.isEmpty ? nil : view
  }
  return view
}

/// The three verbs, as far as the hub has what they lead to.
private func doors(on site: Site, from place: Place) -> [DoorView] {
  func door(_ kind: Kind, _ title: Word, _ summary: Word, address: String = "") -> DoorView? {
    site.menu.index(of: kind).map { index in
      DoorView(
        title: site.words[title], address: address.isEmpty ? site.link(to: index.path, from: place) : address,
        summary: site.words[summary])
    }
  }
  return [
    door(Country.kind, .doorCountries, .doorCountriesText),
    door(Route.kind, .doorRoutes, .doorRoutesText, address: chooserAddress(on: site, from: place)),
    door(Proposal.kind, .doorProposals, .doorProposalsText),
  ].compactMap { $0 }
}
