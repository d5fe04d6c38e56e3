import Content
import Diagnostics
import Formats
import Linking
import OutputFiles

/// Checks the finished files: each is made and weighed, and every link of every page followed through the plan.
///
/// A fault of a template stands on every page that it fills, so of many alike the first is reported.
package func checkPages(_ plan: OutputPlan, jobs: Int) -> [Diagnostic] {
  let site = PlannedSite(plan)
  let scans = mapConcurrently(plan.files, jobs: jobs, site.scan)
  var ids: [OutputPath: Set<String>] = [:]
  for (file, scan) in zip(plan.files, scans) where file.isPage { ids[file.path] = scan.ids }
  var faults: [PageFault] = []
  for (file, scan) in zip(plan.files, scans) {
    faults += scan.faults
    for anchor in scan.anchors where ids[anchor.target]?.contains(anchor.id) == false {
      faults.append(
        PageFault(
          code: .brokenPageAnchor, message: "'\(anchor.target)' has no place '#\(anchor.id)'", page: file,
          bytes: anchor.bytes))
    }
  }
  return PageFault.diagnostics(for: faults) + scans.flatMap(\.findings)
}

extension OutputFile {
  fileprivate var isPage: Bool { path.text.hasSuffix(".html") }
}

/// A fault of a page, before it is known on how many pages it stands.
private struct PageFault: Sendable {
  let code: DiagnosticCode
  let message: String
  let page: OutputFile
  let bytes: Range<Int>

  static func diagnostics(for faults: [PageFault]) -> [Diagnostic] {
    var first: [String: Int] = [:]
    var alike: [(fault: PageFault, others: Int)] = []
    for fault in faults {
      let key = "\(fault.code.rawValue) \(fault.message)"
      if let index = first[key] {
        alike[index].others += 1
      } else {
        first[key] = alike.count
        alike.append((fault, 0))
      }
    }
    return alike.map { fault, others in
      let bytes: [UInt8]
      do throws(DiagnosticFound) { bytes = try fault.page.examined().bytes } catch { return error.diagnostic }
      let file = SourceFile(path: "public/\(fault.page.path)", text: String(decoding: bytes, as: UTF8.self))
      let count = others == 0 ? "" : "; so \(others == 1 ? "is it once more" : "are \(others) more")"
      return Diagnostic(
        fault.code, fault.message + count, at: file.range(ofBytes: fault.bytes),
        help: "Mend the template or the record that this part of the page is made from")
    }
  }
}

/// What one page gives to check once the ids of all pages are known.
private struct PageScan: Sendable {
  var ids: Set<String> = []
  var anchors: [(target: OutputPath, id: String, bytes: Range<Int>)] = []
  var faults: [PageFault] = []
  /// Such as that it is too large.
  var findings: [Diagnostic] = []
}

/// The files that links can lead to.
private struct PlannedSite: Sendable {
  private let files: [String: OutputPath]
  private let hostFolder: String

  init(_ plan: OutputPlan) {
    hostFolder = plan.hostFolder
    files = Dictionary(plan.files.map { ($0.path.text, $0.path) }) { first, _ in first }
  }

  @Sendable func scan(_ file: OutputFile) -> PageScan {
    guard file.isPage || file.isReviewed else { return PageScan(findings: []) }
    let bytes: [UInt8]
    let findings: [Diagnostic]
    do {
      (bytes, findings) = try file.examined()
    } catch {
      return PageScan(findings: [error.diagnostic])
    }
    guard file.isPage else { return PageScan(findings: findings) }
    let page = ScannedPage(bytes)
    var scan = PageScan(ids: page.ids, findings: findings)
    func report(_ code: DiagnosticCode, _ message: String, _ bytes: Range<Int>) {
      scan.faults.append(PageFault(code: code, message: message, page: file, bytes: bytes))
    }
    for link in page.links {
      switch destination(of: link.address, on: file.path) {
      case .elsewhere:
        if link.isLoaded {
          report(.foreignResource, "a page loads nothing from elsewhere, and this loads '\(link.address)'", link.bytes)
        }
      case .file(let target, let id):
        if let id { scan.anchors.append((target, id, link.bytes)) }
      case .nowhere:
        report(.brokenPageLink, "a link leads to a file of the site, and there is none '\(link.address)'", link.bytes)
      }
    }
    for fault in page.faults {
      switch fault {
      case .duplicateID(let id, let bytes):
        report(.duplicatePageID, "an id stands once on a page, and '\(id)' stands twice", bytes)
      case .imageWithoutAlternative(let bytes):
        report(.pageImageWithoutAlternative, "an image has the attribute 'alt'", bytes)
      case .headingOrder(let level, let previous, let bytes):
        report(
          .pageHeadingOrder,
          previous == 0
            ? "the first heading of a page is of level 1, and this is of level \(level)"
            : "a heading of level \(level) follows one of level \(previous)", bytes)
      }
    }
    return scan
  }

  private enum Destination {
    case elsewhere, nowhere
    case file(OutputPath, id: String?)
  }

  private func destination(of address: String, on page: OutputPath) -> Destination {
    let hash = address.utf8.firstIndex(of: UInt8(ascii: "#"))
    let id = hash.map { decoded(address[address.utf8.index(after: $0)...]) }.flatMap { $0.isEmpty ? nil : $0 }
    let path = address[..<(hash ?? address.endIndex)]
    if path.isEmpty { return hash == nil ? .nowhere : .file(page, id: id) }
    if path.hasPrefix("//") || hasScheme(path) { return .elsewhere }
    let plain = path.utf8.firstIndex(of: UInt8(ascii: "?")).map { path[..<$0] } ?? path
    if page == .notFoundPage, plain.hasPrefix(hostFolder) {
      let rest = decoded(plain.dropFirst(hostFolder.count))
      let isFolder = rest.isEmpty || rest.hasSuffix("/")
      return files[isFolder ? rest + "index.html" : rest].map { .file($0, id: id) } ?? .nowhere
    }
    guard let text = resolved(decoded(plain), in: page.folder?.text ?? ""), let target = files[text] else {
      return .nowhere
    }
    return .file(target, id: id)
  }

  private func hasScheme(_ path: Substring) -> Bool {
    guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !path.utf8[..<colon].contains(UInt8(ascii: "/"))
  }
}

/// The path that a relative one names from a folder; nil where it leads out of the site.
private func resolved(_ path: String, in folder: String) -> String? {
  let slash = UInt8(ascii: "/")
  var path = path
  return path.withUTF8 { bytes in
    guard bytes.first != slash else { return nil }
    var text = Array(folder.utf8)
    var start = 0
    while start <= bytes.count {
      let end = bytes.firstOffset(of: slash, from: start) ?? bytes.count
      let part = bytes[start..<end]
      if part.elementsEqual("..".utf8) {
        guard !text.isEmpty else { return nil }
        text.removeSubrange((text.lastIndex(of: slash) ?? 0)...)
      } else if !part.elementsEqual(".".utf8) {
        if !text.isEmpty { text.append(slash) }
        text.append(contentsOf: part)
      }
      start = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A text without its percent-encoding.
private func decoded(_ text: Substring) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  return String(decoding: percentDecoded(text.utf8), as: UTF8.self)
}
