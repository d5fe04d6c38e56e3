import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Publishing
import Reports

/// `hubwright translations`: what is translated, what is older than its original, and the way to a translator and back.
struct TranslationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Tells what is translated, and gives texts to translators and takes them back.",
    usage: """
      hubwright translations [HUB] [--language LANGUAGE] [--json]
      hubwright translations [HUB] --record [--document ID ...] [--language LANGUAGE]
      hubwright translations [HUB] --export LANGUAGE
      hubwright translations [HUB] --import FILE
      """,
    discussion:
      "Translations are known to be older than their originals once it is recorded what they render; --record writes that into "
      + "site-content/translated.LANGUAGE.txt.")

  @Argument(help: "The hub's folder.")
  var hub = "."

  @Option(help: "The language that is told of. (default: all)")
  var language: String?

  @Flag(help: "Tell it to a program, as JSON.")
  var json = false

  @Flag(help: "Record what translations render that have no record yet.")
  var record = false

  @Option(
    help:
      "With --record, a document whose translation was brought up to date, such as guides/speak; hub for hub.fr.yaml.")
  var document: [String] = []

  @Option(help: "Print the texts of the hub as a catalogue of gettext, for a language.")
  var export: String?

  @Option(name: .customLong("import"), help: "Read a catalogue of gettext back into the hub's translations.")
  var catalogue: String?

  func validate() throws {
    guard [record, export != nil, catalogue != nil].count(where: \.self) <= 1 else {
      throw ValidationError("One of --record, --export and --import can be done at a time.")
    }
    if !document.isEmpty, !record { throw ValidationError("--document belongs to --record.") }
  }

  func run() throws {
    let console = Console()
    let request = BuildRequest(
      hub: hub, asOf: nil, today: today(inTimeZone:), jobs: ProcessInfo.processInfo.activeProcessorCount)
    let (translations, diagnostics) = HubTranslations.read(request)
    console.show(
      diagnostics.filter { $0.severity == .error }, as: .human, isAside: true,
      conclusion: translations == nil ? "; nothing was done" : "")
    guard let translations else { throw ExitCode(1) }
    do {
      try run(translations, console)
    } catch let refusal as CommandRefusal {
      console.printError("hubwright: \(refusal.sentence)\n")
      throw ExitCode(1)
    }
  }

  private func run(_ translations: HubTranslations, _ console: Console) throws {
    for named in [language, export].compactMap(\.self) where !translations.languages.contains(named) {
      throw CommandRefusal("The hub has no other language '\(named)'; add it under 'languages' in hub.yaml.")
    }
    let languages = language.map { [$0] } ?? translations.languages
    if let export {
      StandardStream.output.write(translations.catalogue(of: export))
    } else if let catalogue {
      try importCatalogue(at: catalogue, into: translations, console)
    } else if record {
      for language in languages {
        let count = try translations.record(language, named: document)
        printLine("\(counted(count, "translation")) recorded in site-content/translated.\(language).txt")
      }
    } else {
      let reports = languages.map(translations.report)
      if json {
        printLine(jsonText(of: reports))
      } else {
        printResult(reports.map(\.text).joined(separator: "\n"))
      }
    }
  }

  private func importCatalogue(at path: String, into translations: HubTranslations, _ console: Console) throws {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else { throw CommandRefusal("'\(path)' cannot be read as a text in UTF-8.") }
    let imported = try translations.importCatalogue(SourceFile(path: path, text: text))
    for fault in imported.faults { console.printError("\(path):\(fault.line): \(fault.message)\n") }
    printLine("\(counted(imported.documentCount, "document")) worded in \(counted(imported.files.count, "file"))")
    if !imported.faults.isEmpty { throw ExitCode(1) }
  }
}
