import CivilTime
import Content
import Diagnostics
import Foundation
import Importing
import Markdown
import TestSupport

/// What takes bytes that nobody has looked at.
enum Reader: String, CaseIterable {
  /// The text of a page.
  case markdown
  /// A file of fields: its path below `site-content` in the first line, and the file.
  case fields
  /// A calendar from elsewhere, and what an import makes of it.
  case calendar
  /// A table from elsewhere.
  case table
}

/// A reader, with the empty hub that it reads in.
final class ReaderTrial {
  private let reader: Reader
  private let hub: HubFolder?
  private let day = CivilDate(isoText: "2026-11-30")

  init(_ reader: Reader) {
    self.reader = reader
    hub = reader == .markdown ? nil : try? HubFolder()
    try? hub?.write("site-content/hub.yaml", SiteFixture.hub)
  }

  /// So long may a few kilobytes take at most, in seconds of the processor: others may have it meanwhile.
  private static let limit = 2.0

  /// Reads the bytes, and traps where what is said of them has no place or says nothing, or where that takes long.
  func run(_ bytes: [UInt8]) {
    let start = Self.processorSeconds
    read(bytes)
    let seconds = Self.processorSeconds - start
    precondition(seconds < Self.limit, "takes \(seconds) seconds")
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func read(_ bytes: [UInt8]) {
    switch reader {
    case .markdown: readText(String(decoding: bytes, as: UTF8.self))
    case .fields: readFields(bytes)
    case .calendar: importFile("calendar.ics", bytes)
    case .table: importFile("table.csv", bytes)
    }
  }

  private func review(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      for fault in diagnostic.faultsOfItself { preconditionFailure(fault) }
    }
  }

  // MARK: Readers

  private func readText(_ text: String) {
    let file = SourceFile(path: "text.md", text: text)
    let (body, diagnostics) = readMarkdown(Substring(text), in: file, reservedIDs: ["content", "sources"])
    review(diagnostics)
    review(body)
    visitBlocks(of: Substring(text), in: file, firstLine: 1) { block in
      let text = block.text.utf8.count
      for words in block.links.map(\.words) + block.code {
        precondition(words.lowerBound >= 0 && words.upperBound <= text, "words outside their block")
        precondition(file.byteOffset(of: block.range(of: words).start) != nil, "words without a place")
      }
    }
  }

  /// Holes stand in order and hold what the body has.
  private func review(_ body: MarkdownBody) {
    var done = 0
    for hole in body.holes {
      let offset = Int(hole.offset)
      precondition(offset >= done && offset <= body.html.count, "a hole out of its order")
      done = offset
      switch hole.content {
      case .link(let number), .endOfLink(let number):
        precondition(body.links.indices.contains(Int(number)), "a link that is none")
      case .block(let index): precondition(body.blocks.indices.contains(Int(index)), "a block that is none")
      case .prose(let length):
        precondition(length >= 0 && offset + Int(length) <= body.html.count, "prose past the end")
      case .anchor, .word: break
      }
    }
    precondition(Set(body.headings.map(\.anchor)).count == body.headings.count, "an anchor twice")
  }

  private func readFields(_ bytes: [UInt8]) {
    guard let hub, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return }
    let path = String(decoding: bytes[..<end], as: UTF8.self)
    guard Self.paths.contains(path) else { return }
    let place = "site-content/\(path)"
    do {
      try hub.write(place, bytes: Array(bytes[(end + 1)...]))
      review(readContent(in: "\(hub.path)/site-content", shownAs: "site-content", jobs: 1).diagnostics)
      if path == "hub.yaml" { try hub.write(place, SiteFixture.hub) } else { try hub.remove(place) }
    } catch {
      preconditionFailure("the disk fails: \(error)")
    }
  }

  /// A file for each kind, and those that have fields of their own.
  private static let paths: Set<String> = {
    var folders = Kind.allCases.compactMap(\.recordFolder)
    folders += ["explainers", "advocacy-bytes", "guides", "briefings", "dispatches", "takeaways", "statements"]
    return Set(folders.flatMap { ["\($0)/one.yaml", "\($0)/one.md"] } + ["hub.yaml", "map.yaml", "published.txt"])
  }()

  private func importFile(_ name: String, _ bytes: [UInt8]) {
    guard let hub, let day else { return }
    let result = importMeetings(ImportRequest(hub: hub.path, file: name, bytes: bytes, today: { _ in day }))
    review(result.diagnostics)
    for remark in result.remarks { precondition(remark.line >= 1, "a remark without a line") }
  }
}
