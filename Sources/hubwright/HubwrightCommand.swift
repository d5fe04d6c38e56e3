import ArgumentParser

/// The command line: it parses, prints and exits, and decides nothing.
@main
struct HubwrightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hubwright",
    abstract: "Builds engagement hubs: Markdown, records and templates in, a cross-linked site out.",
    version: "0.1.0",
    subcommands: [BuildCommand.self, ServeCommand.self, NewCommand.self, MoveCommand.self, RecordCommand.self])
}
