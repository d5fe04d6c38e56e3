import ArgumentParser
import Authoring
import Foundation
import Publishing

/// `hubwright new`: begins a hub or a document.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a hub, a document of a kind, the words of a language, or a template of one's own.",
    usage:
      "hubwright new hub FOLDER\nhubwright new KIND [TITLE] [--hub HUB]\nhubwright new language LANGUAGE [--hub HUB]\n"
      + "hubwright new template NAME [--hub HUB]",
    discussion:
      "KIND is a kind, such as meeting or explainer, or a folder of the hub. Nothing that is there is written over.")

  @Argument(help: "'hub', 'language', 'template', or the kind of the document or its folder.")
  var kind: String

  @Argument(
    help: "The document's title, the new hub's folder, a language such as pt-BR, or a template such as own-footer.")
  var name: String?

  @Option(help: "The hub that the document belongs to.")
  var hub = "."

  @Option(help: "The document's id, which is its file's name. (default: made of the title)")
  var id: String?

  @Option(help: "The address of the release of this program that a new hub's forge runs, a .tar.gz.")
  var release: String?

  @Option(help: "The SHA-256 of that release, as its list of checksums says.")
  var digest: String?

  private static let unknown = HubSkeleton.Release(
    address: "https://example.org/hubwright-linux-x86_64.tar.gz", digest: String(repeating: "0", count: 64))

  func validate() throws {
    guard (release == nil) == (digest == nil) else { throw ValidationError("--release and --digest belong together.") }
    if let release, !release.hasPrefix("https://") || release.contains(where: \.isWhitespace) {
      throw ValidationError("A release is an address that begins with https://.")
    }
    if let digest, digest.wholeMatch(of: /[0-9a-f]{64}/) == nil {
      throw ValidationError("A SHA-256 has 64 digits, 0 to 9 and a to f.")
    }
  }

  func run() throws {
    do {
      switch kind {
      case "hub": try beginHub()
      case "language": try beginLanguage()
      case "template": try beginTemplate()
      default: try beginDocument()
      }
    } catch let refusal as CommandRefusal {
      Console().printError("hubwright: \(refusal.sentence)\n")
      throw ExitCode(1)
    }
  }

  private func beginHub() throws {
    guard let name else { throw ValidationError("Name the folder: hubwright new hub FOLDER") }
    let known = release.flatMap { release in digest.map { HubSkeleton.Release(address: release, digest: $0) } }
    let paths = try writeNewHub(to: name, today: today(inTimeZone: "Etc/UTC"), release: known ?? Self.unknown)
    printLine(paths.map { "\(name)/\($0)" }.joined(separator: "\n"))
    printLine("\nThe hub is in \(name). See it with: hubwright serve \(name)")
    if known == nil {
      printLine(
        "Its forge needs the address of a release of Hubwright and its SHA-256 in place of \(Self.unknown.address); "
          + "--release and --digest write them there.")
    }
  }

  private func beginLanguage() throws {
    guard let name else { throw ValidationError("Name the language: hubwright new language pt-BR") }
    let new = try writeNewLanguage(name, in: hub)
    guard new.count > 0 || !new.isCompleted else {
      let empty = new.emptyCount > 0 ? "; \(new.emptyCount) are still to be filled in" : ""
      return printLine("\(new.path) has every word\(empty).")
    }
    printLine(new.path)
    printLine(
      new.count > 0
        ? "\(new.count) words are to be filled in; what stays empty is shown in another language."
        : "Hubwright has all words in this language; the file shows them, for you to change some.")
    if !new.isDeclared { printLine("Add '\(name)' under 'languages' in site-content/hub.yaml.") }
  }

  private func beginTemplate() throws {
    guard let name else { throw ValidationError("Name the template: hubwright new template own-footer") }
    printLine(try writeNewTemplate(name, in: hub))
    printLine("It stands in place of the default theme's. What it may show says: hubwright explain \(name)")
  }

  private func beginDocument() throws {
    let path = try writeNewDocument(kind, title: name, id: id, in: hub, today: today(inTimeZone:))
    printLine("\(path)\nIt is a draft: fill in its empty fields, and take out the line 'draft: true' when it is ready.")
  }
}
