/// The program pandoc, which turns HTML into Markdown, where the machine has it.
struct Pandoc: Sendable {
  private let program: MachineProgram

  static func find(on searchPath: String) -> Pandoc? {
    MachineProgram.find("pandoc", on: searchPath).map(Pandoc.init)
  }

  /// Markdown without HTML in it; nil where the program fails, or takes longer than a minute. In its sandbox it reads and writes no
  /// other file.
  func markdown(of html: String) -> String? {
    let arguments = ["--sandbox", "--from", "html", "--to", "gfm-raw_html", "--wrap", "none"]
    return program.output(of: [UInt8](html.utf8), ending: "html", as: "md") { arguments + ["--output", $1, $0] }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
