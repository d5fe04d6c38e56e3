import Foundation
import PackagePlugin

/// Writes a folder of the repository into the program, which so works away from the repository: the default theme, or the examples of
/// faults.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let (name, type) = target.name == "Explaining" ? ("examples", "ExampleFiles") : ("templates", "DefaultTheme")
    let folder = context.package.directoryURL.appending(path: name)
    let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath } ?? []
    return [
      .buildCommand(
        displayName: "Embedding \(name)", executable: try context.tool(named: "embed-theme").url,
        arguments: [folder.path, type, output.path], inputFiles: files.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
