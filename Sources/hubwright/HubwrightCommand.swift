import ArgumentParser

@main
struct HubwrightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hubwright", version: "0.1.0")
}
