import Testing

/// The program and its default theme serve any process: they name none.
struct GeneralityTests {
  private let wordsOfOneHub =
    /(?i)\b(?:ITU(?:-[TDR])?|WTSA|WTDC|WCIT|WSIS|PP-\d\d|plenipot\w*|telecommunications?|Bucharest|Geneva|study group)\b/

  @Test func nothingInSourcesOrTemplatesNamesAHub() {
    let files =
      Repository.files(below: "Sources", "Plugins", suffixes: [".swift", ".h", ".modulemap"])
      + Repository.files(below: "templates", suffixes: [".mustache", ".yaml", ".css", ".js", ".svg"])
      + Repository.files(below: "skeleton", suffixes: [".md", ".yaml", ".yml"])
    #expect(files.count > 100)
    let offences = files.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        // A time zone may be named for a city in which a hub's process once met.
        line.replacing(/"[A-Z][a-z]+\/[A-Za-z_]+"/, with: "").contains(wordsOfOneHub)
          ? "\(file.path):\(index + 1): \(line)" : nil
      }
    }
    #expect(offences == [])
  }
}
