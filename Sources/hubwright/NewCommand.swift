import ArgumentParser
import Foundation
import Publishing

/// `hubwright new`: begins a hub or a document.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a hub, or a document of a kind.",
    usage: "hubwright new hub FOLDER\nhubwright new KIND [TITLE] [--hub HUB]",
    discussion:
      "KIND is a kind, such as meeting or explainer, or a folder of the hub. Nothing that is there is written over.")

  @Argument(help: "'hub', or the kind of the document or its folder.")
  var kind: String

  @Argument(help: "The document's title, or the new hub's folder.")
  var name: String?

  @Option(help: "The hub that the document belongs to.")
  var hub = "."

  @Option(help: "The document's id, which is its file's name. (default: made of the title)")
  var id: String?

  @Option(help: "Where the forges that check and publish a new hub find this program's source.", transform: webAddress)
  var source = Self.unknownSource

  private static let unknownSource = "https://example.org/hubwright.git"

  func run() throws {
    do {
      if kind == "hub" { try beginHub() } else { try beginDocument() }
    } catch let refusal as CommandRefusal {
      Console().printError("hubwright: \(refusal.sentence)\n")
      throw ExitCode(1)
    }
  }

  private func beginHub() throws {
    guard let name else { throw ValidationError("Name the folder: hubwright new hub FOLDER") }
    let paths = try writeNewHub(to: name, today: today(inTimeZone: "Etc/UTC"), source: source)
    printLine(paths.map { "\(name)/\($0)" }.joined(separator: "\n"))
    printLine("\nThe hub is in \(name). See it with: hubwright serve \(name)")
    if source == Self.unknownSource {
      printLine(
        "Its forge needs the address of Hubwright's repository in place of \(source); --source writes it there.")
    }
  }

  private func beginDocument() throws {
    let path = try writeNewDocument(kind, title: name, id: id, in: hub, today: today(inTimeZone:))
    printLine("\(path)\nIt is a draft: fill in its empty fields, and take out the line 'draft: true' when it is ready.")
  }
}
