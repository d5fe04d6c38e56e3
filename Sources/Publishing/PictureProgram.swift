/// A program of the machine that makes pictures smaller: libvips or ImageMagick, whichever is there.
struct PictureProgram: Sendable {
  private let program: MachineProgram
  private let arguments: @Sendable (_ source: String, _ target: String, _ width: Int) -> [String]

  /// The first of those that are known in the folders of a search path such as `/usr/local/bin:/usr/bin`; nil where there is none.
  static func find(on searchPath: String) -> PictureProgram? {
    for (name, arguments) in known {
      if let program = MachineProgram.find(name, on: searchPath) {
        return PictureProgram(program: program, arguments: arguments)
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
    program.output(of: bytes, ending: format, as: other) { arguments($0, $1, width) }
  }
}
