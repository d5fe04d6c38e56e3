import Foundation
import PackagePlugin

/// Writes folders of the repository into the program, which so works away from the repository.
@main
struct EmbedFiles: BuildToolPlugin {
  /// What each target embeds: folders, and the type that holds the files of each.
  private static let folders: [String: [(path: String, type: String)]] = [
    "Authoring": [("skeleton", "SkeletonFiles")],
    "Explaining": [("examples", "ExampleFiles"), ("Sources/Explaining/Handbook", "HandbookFiles")],
    "Publishing": [("templates", "DefaultTheme")],
    "DevServer": [("Sources/DevServer/Preview", "PreviewFiles")],
  ]

  struct NothingToEmbed: Error {
    let target: String
  }

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folders = Self.folders[target.name] else { throw NothingToEmbed(target: target.name) }
    return try folders.map { path, type in
      let folder = context.package.directoryURL.appending(path: path)
      let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
      let files =
        FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath } ?? []
      return .buildCommand(
        displayName: "Embedding \(path)", executable: try context.tool(named: "embed-files").url,
        arguments: [folder.path, type, output.path], inputFiles: files.sorted { $0.path < $1.path },
        outputFiles: [output])
    }
  }
}
