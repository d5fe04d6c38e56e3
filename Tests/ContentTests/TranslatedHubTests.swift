import Content
import Diagnostics
import TestSupport
import Testing

/// `hub.es.yaml` words what `hub.yaml` says in another language, and nothing else.
@Suite struct TranslatedHubTests {
  private static let hub = """
    title: A hub
    summary: About rivers.
    address: https://hub.example.org/
    language: en
    languages: [en, fr]
    time_zone: Europe/Zurich
    publisher: { name: River Network, url: https://rivers.example.org }
    regions: [{ id: north, title: North }, { id: south, title: South }]
    meeting_types: [{ id: session, title: Session }]
    series: [{ id: basics, title: Basics, summary: To begin with. }]
    sections: [{ folder: notes, title: Notes, order: title }]
    questions:
      - id: who
        title: Who are you?
        answers: [{ id: anybody, title: Anybody }, { id: member, title: A member }]

    """

  private func read(_ french: String, file: String = "hub.fr.yaml") throws -> (SiteFixture, HubDescription?) {
    let site = try SiteFixture("-- hub.yaml --\n\(Self.hub)-- \(file) --\n\(french)")
    return (site, site.read().content?.translatedHubs["fr"])
  }

  @Test func wordsTextsAndHasAllElseFromTheHub() throws {
    let (site, hub) = try read(
      """
      title: Un portail
      publisher: { name: Réseau des fleuves }
      regions: [{ id: south, title: Sud }]
      series: [{ id: basics, title: Bases }]
      sections: [{ folder: notes, title: Carnets }]
      questions:
        - id: who
          title: Qui êtes-vous ?
          answers: [{ id: member, title: Un membre }]
      """)
    #expect(site.allFaults() == [])
    #expect(hub?.title == "Un portail" && hub?.summary == "About rivers." && hub?.language == "en")
    #expect(hub?.publisher?.name == "Réseau des fleuves" && hub?.publisher?.address == "https://rivers.example.org")
    #expect(hub?.regions.map(\.title) == ["North", "Sud"])
    #expect(hub?.series.map(\.title) == ["Bases"] && hub?.series.map(\.summary) == ["To begin with."])
    #expect(hub?.sections.map(\.title) == ["Carnets"] && hub?.sections.map(\.order) == [.title])
    #expect(hub?.questions.map(\.title) == ["Qui êtes-vous ?"])
    #expect(hub?.questions.flatMap(\.answers).map(\.title) == ["Anybody", "Un membre"])
    #expect(hub?.file.path == "site-content/hub.yaml")
  }

  @Test func holdsNothingThatIsNoText() throws {
    let (site, _) = try read(
      """
      title: Un portail
      address: 1️⃣https://hub.example.org/
      sections: [{ folder: notes, title: Carnets, order: 2️⃣date }]
      regions: [{ id: 3️⃣sud, title: Sud }]
      4️⃣sumary: Fleuves.
      menu: 5️⃣[notes]
      """)
    let diagnostics = site.read().diagnostics.sorted(by: Diagnostic.inReadingOrder)
    #expect(
      site.faults(diagnostics) == [
        "hub.fr.yaml 1️⃣ contradicts-original", "hub.fr.yaml 2️⃣ contradicts-original",
        "hub.fr.yaml 3️⃣ contradicts-original", "hub.fr.yaml 4️⃣ unknown-field", "hub.fr.yaml 5️⃣ contradicts-original",
      ])
    #expect(diagnostics[0].message == "hub.fr.yaml holds texts, and 'address' is a fact that holds for every language")
    #expect(diagnostics[0].help == "Take it out; the original says it")
    #expect(diagnostics[0].notes.map { site.place(of: $0.range) } == ["hub.yaml 3:10"])
    #expect(diagnostics[2].message == "hub.fr.yaml words items of its original's list, and none has the id 'sud'")
    #expect(diagnostics[4].help == "Write it in the original, or take it out")
  }

  @Test(arguments: [
    ("hub.de.yaml", "the hub has no language 'de'"),
    ("hub.en.yaml", "hub.yaml is in the language 'en', and what it says in another has a file of its own"),
  ])
  func isInALanguageOfTheHub(_ file: String, _ message: String) throws {
    let (site, _) = try read("title: Ein Portal\n", file: file)
    #expect(site.read().diagnostics.map(\.message) == [message])
    #expect(site.faults(site.read().diagnostics) == ["\(file) 1:1 unknown-language"])
  }

  @Test func mayBeEmptyAndIsAListOfFields() throws {
    #expect(try read("# nothing yet\n").0.allFaults() == [])
    #expect(try read("1️⃣- title\n").0.allFaults() == ["hub.fr.yaml 1️⃣ wrong-type"])
    #expect(try read("title: 1️⃣[a]\n").0.allFaults() == ["hub.fr.yaml 1️⃣ wrong-type"])
  }
}
