import ArgumentParser
import Authoring
import Foundation
import Publishing

/// `hubwright move`: gives a document another id or folder.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Renames a document, mends every link to it, and keeps its old address.",
    discussion: "Shows what it changes, and changes nothing where it is not sure, or where the hub would not build.")

  @Argument(help: "The document: its folder and id, such as issues/fisheries, or its file.")
  var old: String

  @Argument(help: "Its new folder and id, or only its new id.")
  var new: String

  @Option(help: "The hub's folder.")
  var hub = "."

  func run() throws {
    let request = BuildRequest(
      hub: hub, asOf: nil, today: today(inTimeZone:), includesDrafts: true,
      jobs: ProcessInfo.processInfo.activeProcessorCount)
    do {
      for file in try moveDocument(old, to: new, in: request).files {
        printLine(file.path == file.newPath ? file.path : "\(file.path) -> \(file.newPath)")
        for (sign, line, text) in file.differences { printLine("  \(line) \(sign) \(text)") }
      }
    } catch let refusal as MoveRefusal {
      try refuse(refusal.sentence)
    } catch let refusal as CommandRefusal {
      try refuse(refusal.sentence)
    }
  }

  private func refuse(_ sentence: String) throws {
    Console().printError("hubwright: \(sentence) Nothing was changed.\n")
    throw ExitCode(1)
  }
}
