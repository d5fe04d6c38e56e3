import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Linking

@main
struct HubwrightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hubwright", version: "0.1.0")
  func run() throws {
    let (content, d1) = readContent(in: "site-content", shownAs: "site-content", jobs: 2)
    var all = d1
    if let content {
      let (graph, d2) = linkDocuments(content, options: LinkingOptions(today: CivilDate(isoText: "2026-11-22")!, jobs: 2))
      all += d2
      print(graph.pages.count)
    }
    print(AnnotatedFormat().text(for: all.sorted(by: Diagnostic.inReadingOrder)))
    print(all.count)
  }
}
