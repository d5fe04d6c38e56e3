import ArgumentParser
import Explaining
import Formats
import Foundation
import Publishing
import Reports

/// `hubwright explain`: what a fault, a kind, a field or a template means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains a fault, a kind of document, a field or a template.",
    usage:
      "hubwright explain CODE|KIND|FIELD|TEMPLATE\nhubwright explain --schemas FOLDER\nhubwright explain --handbook FOLDER"
  )

  @Argument(
    help:
      "A code such as unknown-field, a kind such as meeting, a field such as start, hub.yaml, templates, or a template such as article.mustache."
  )
  var word: String?

  @Option(help: "Write JSON Schemas of everything writers type into this folder, for editors.")
  var schemas: String?

  @Option(help: "Write the writers' handbook, a hub of its own, into this folder.")
  var handbook: String?

  func validate() throws {
    if word == nil, schemas == nil, handbook == nil { throw ValidationError("Say what is to be explained.") }
  }

  func run() throws {
    do {
      if let schemas { try writeSchemas(to: schemas) }
      if let handbook { try writeHandbook(to: handbook) }
    } catch let refusal as CommandRefusal {
      Console().printError("hubwright: \(refusal.sentence)\n")
      throw ExitCode(64)
    } catch {
      Console().printError("hubwright: a file could not be written: \(error.localizedDescription)\n")
      throw ExitCode(74)
    }
    guard let word else { return }
    let found = explanations(of: word)
    guard !found.isEmpty else {
      let nearest = nearestExplainable(to: word).map { "; did you mean '\($0)'?" } ?? "."
      Console().printError("hubwright: nothing is called '\(word)'\(nearest)\n")
      throw ExitCode(64)
    }
    printLine(found.map(\.plainText).joined(separator: "\n"))
  }
}
