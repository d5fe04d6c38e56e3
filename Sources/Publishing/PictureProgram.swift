import Foundation

/// A program of the machine that makes pictures smaller: libvips or ImageMagick, whichever is there.
struct PictureProgram: Sendable {
  private let program: String
  private let arguments: @Sendable (_ source: String, _ target: String, _ width: Int) -> [String]

  /// The first of those that are known in the folders of a search path such as `/usr/local/bin:/usr/bin`; nil where there is none.
  static func find(on searchPath: String) -> PictureProgram? {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    for (name, arguments) in known {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return PictureProgram(program: "\(folder)/\(name)", arguments: arguments)
      }
    }
    return nil
  }

  static let installation = "libvips (Debian's package libvips-tools) or ImageMagick (imagemagick)"

  /// Both turn a picture upright and leave out what a camera wrote into it, such as the place where it was taken.
  private static let known: [(name: String, arguments: @Sendable (String, String, Int) -> [String])] = [
    ("vipsthumbnail", { [$0, "--size", "\($2)x\($2)>", "--output", "\($1)[strip]"] }),
    ("magick", imageMagick), ("convert", imageMagick),
  ]

  private static let imageMagick: @Sendable (String, String, Int) -> [String] = { source, target, width in
    // The format is named, so that no file is read as what it only pretends not to be.
    ["\(format(of: source)):\(source)", "-auto-orient", "-resize", "\(width)x\(width)>", "-strip", "-quality", "80"]
      + ["\(format(of: target)):\(target)"]
  }

  private static func format(of path: String) -> String {
    let ending = path.split(separator: ".").last ?? ""
    return ending == "jpg" ? "jpeg" : String(ending)
  }

  /// A picture whose longer side has so many pixels at most; nil where the program fails, or takes longer than a minute. `format` is an ending, such as `jpg`.
  func smaller(_ bytes: [UInt8], _ format: String, as other: String, width: Int) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hubwright-picture-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    // The names are our own: those of a hub may hold signs that mean something to the program.
    let (source, target) = (folder.appending(path: "source.\(format)"), folder.appending(path: "target.\(other)"))
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: source)
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = arguments(source.path, target.path, width)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let start = ContinuousClock.now
      while process.isRunning, ContinuousClock.now - start < .seconds(60) { Thread.sleep(forTimeInterval: 0.01) }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      return [UInt8](try Data(contentsOf: target))
    } catch {
      return nil
    }
  }
}
