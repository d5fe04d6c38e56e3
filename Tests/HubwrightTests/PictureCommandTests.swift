import Foundation
import TestSupport
import Testing

/// `check --fix` of pictures that take long to load, with programs of the test in the place of the machine's.
struct PictureCommandTests {
  private let hub: HubFolder
  private let programs: HubFolder

  /// The head of a PNG of 1,600 by 900 pixels, and that of the original.
  private static let small = Data([
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 6, 0x40, 0, 0, 3, 0x84,
  ])
  private static let large = small + Data(repeating: 7, count: 8_000_000)

  init() throws {
    hub = try HubFolder(
      """
      -- site-content/hub.yaml --
      title: A hub
      address: https://rivers.test/
      language: en
      time_zone: UTC
      sections:
        - {folder: guides, kind: guide, title: Guides}
      -- site-content/guides/a.md --
      ---
      title: A
      image: {file: "img/The Lake.PNG", alt: The lake}
      ---

      Text with ![the lake](<img/The Lake.PNG>), ![again](img/The%20Lake.PNG "At dawn"), and [as it was taken](<img/The Lake.PNG>).
      -- site-content/guides/b.md --
      ---
      title: B
      ---

      ![The lake](<../guides/img/The Lake.PNG>)
      """)
    try hub.write("site-content/guides/img/The Lake.PNG", bytes: [UInt8](Self.large))
    programs = try HubFolder("-- small.png --\nx\n")
    try programs.write("small.png", bytes: [UInt8](Self.small))
  }

  private func run(_ program: String?, _ script: String = "", _ options: String = "") throws -> Program.Run {
    try? programs.remove("bin")
    try programs.write("bin/readme", "")
    if let program {
      try programs.write("bin/\(program)", "#!/bin/sh\n\(script)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(programs.path)/bin/\(program)")
    }
    let shown =
      "PATH='\(programs.path)/bin' small='\(programs.path)/small.png' \"$hubwright\" check --fix --format concise"
    return try Program.runInShell("\(shown) \(options) '\(hub.path)'")
  }

  private let copies = "for last; do :; done; /bin/cat \"$small\" > \"${last#*:}\""

  @Test(arguments: ["convert", "magick"])
  func writesASmallerPictureBesideTheOriginal(_ program: String) throws {
    let run = try run(program, copies)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(
      run.output.contains(
        "site-content/guides/img/the-lake-small.png of 0 kB stands for site-content/guides/img/The Lake.PNG of 8000 kB, which is kept.\n"
      ))
    let files = try hub.files(below: "site-content/guides/img")
    #expect(files["the-lake-small.png"].map { Data($0) } == Self.small)
    #expect(files["The Lake.PNG"].map { Data($0) } == Self.large)
    #expect(
      try hub.text("site-content/guides/a.md").hasSuffix(
        """
        image: {file: "img/the-lake-small.png", alt: The lake}
        ---

        Text with ![the lake](<img/the-lake-small.png>), ![again](img/the-lake-small.png "At dawn"), and [as it was taken](<img/The Lake.PNG>).

        """))
    #expect(try hub.text("site-content/guides/b.md").hasSuffix("![The lake](<../guides/img/the-lake-small.png>)\n"))
    #expect(!run.output.contains("over-budget"))
    // What is done needs no doing again.
    let before = try hub.files()
    #expect(try self.run(program, copies).status == 0)
    #expect(try hub.files() == before)
  }

  @Test func handsVipsNamesOfItsOwn() throws {
    let vips =
      "[ \"$2\" = --size ] && [ \"$3\" = '1600x1600>' ] || exit 1; target=${5%\\[*}; /bin/cat \"$small\" > \"$target\""
    #expect(try run("vipsthumbnail", vips).output.contains("the-lake-small.png"))
    #expect(try hub.files(below: "site-content/guides/img").count == 2)
  }

  @Test(arguments: [
    (
      nil, "", "",
      "The picture site-content/guides/img/The Lake.PNG would be made smaller by a program that this machine lacks: install libvips"
    ),
    ("convert", "exit 1", "", "site-content/guides/img/The Lake.PNG could not be made smaller"),
    (
      "convert", "for last; do :; done; echo no picture > \"${last#*:}\"", "",
      "site-content/guides/img/The Lake.PNG could not be made smaller"
    ),
    ("convert", "for last; do :; done; /bin/cat \"$small\" > \"${last#*:}\"", "--dry-run", "nothing was written."),
  ])
  func changesNothingWhereThereIsNoSmallerOne(_ program: String?, _ script: String, _ options: String, _ words: String)
    throws
  {
    let before = try hub.files()
    let run = try run(program, script, options)
    #expect(run.output.contains(words), "\(run.output)\(run.errors)")
    #expect(run.output.contains("warning[over-budget]: a page's pictures take at most 300 kB to load"))
    #expect(try hub.files() == before)
  }

  @Test func overwritesNoFileThatIsThere() throws {
    try hub.write("site-content/guides/img/the-lake-small.png", "mine")
    let before = try hub.files()
    let run = try run("convert", copies)
    #expect(
      run.output.contains("The Lake.PNG was left as it is: there is a smaller one beside it, which no page shows.\n"))
    #expect(try hub.files() == before)
  }
}
