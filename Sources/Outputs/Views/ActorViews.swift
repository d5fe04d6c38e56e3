import Formats
import Templating

/// A row of actors.
struct ActorView: TemplateView {
  var title = ""
  var address = ""
  var abbreviation = ""
  var type = ""
  var count = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Actor",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("abbreviation") { $0.abbreviation },
      .text("type") { $0.type },
      .text("count") { $0.count },
      .text("summary") { $0.summary },
    ])
}

/// Actors of one type.
struct ActorGroupView: TemplateView {
  var id = ""
  var title = ""
  var actors: [ActorView] = []

  static let shape = ViewShape<Self>(
    "ActorGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("actors") { $0.actors },
    ])
}

/// A row of people.
struct PersonView: TemplateView {
  var title = ""
  var address = ""
  var role = ""
  var affiliation: LinkView?

  static let shape = ViewShape<Self>(
    "Person",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("role") { $0.role },
      .group("affiliation") { $0.affiliation },
    ])
}

/// A body with the bodies below it.
struct BodyView: TemplateView {
  var title = ""
  var address = ""
  var abbreviation = ""
  var openness = ""
  var opennessMark: HTMLBytes = []
  var meets = ""
  var bodies: [BodyView] = []

  static let shape = ViewShape<Self>(
    "Body",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("abbreviation") { $0.abbreviation },
      .text("openness") { $0.openness },
      .html("openness_mark") { $0.opennessMark },
      .text("meets") { $0.meets },
      .list("bodies") { $0.bodies },
    ])
}

/// The body that leads for a state.
struct AdministrationView: TemplateView {
  var title = ""
  var role = ""
  var asOf = ""
  var officialAddress = ""
  var officialHost = ""
  var consultationAddress = ""
  var consultationHost = ""
  var civilSociety = ""
  var note = ""
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Administration",
    [
      .text("title") { $0.title },
      .text("role") { $0.role },
      .text("as_of") { $0.asOf },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .text("consultation_address") { $0.consultationAddress },
      .text("consultation_host") { $0.consultationHost },
      .text("civil_society") { $0.civilSociety },
      .text("note") { $0.note },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// A national regulator.
struct RegulatorView: TemplateView {
  var title = ""
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Regulator",
    [
      .text("title") { $0.title },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// A row of countries.
struct CountryView: TemplateView {
  var title = ""
  var address = ""
  /// Codes and other names by which the list can be searched.
  var otherNames = ""
  var note = ""

  static let shape = ViewShape<Self>(
    "Country",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("other_names") { $0.otherNames },
      .text("note") { $0.note },
    ])
}

/// Countries of one region or letter.
struct CountryGroupView: TemplateView {
  var id = ""
  var title = ""
  var countries: [CountryView] = []

  static let shape = ViewShape<Self>(
    "CountryGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("countries") { $0.countries },
    ])
}
