import ArgumentParser
import CMimalloc

/// The command line: it parses, prints and exits, and decides nothing.
@main
struct HubwrightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hubwright",
    abstract: "Builds engagement hubs: Markdown, records and templates in, a cross-linked site out.",
    version: version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, ExplainCommand.self, NewCommand.self, MoveCommand.self,
      TranslationsCommand.self, RecordCommand.self, ImportCommand.self, VerifyCommand.self,
      PublishCommand.self,
    ])

  static let version = "0.1.0"

  static func main() {
    // mimalloc allocates for the whole program because it is linked, and stays linked because something of it is called.
    _ = mi_version()
    StandardStream.prepare()
    OpenFileLimit.raise()
    main(nil)
  }
}
