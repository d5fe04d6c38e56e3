import Digests
import Editions
import Formats
import Foundation
import Linking

/// Asks a host for the list and for every file that it names, by curl, which knows TLS and the machine's proxies.
func readHostedCopy(_ address: String) throws(NoEdition) -> CopyReading {
  let host = HostedCopy(address)
  let own = try host.fetch([EditionManifest.fileName, EditionManifest.signatureName])
  if case .failed(let reason)? = own[EditionManifest.fileName] {
    throw NoEdition(sentence: "\(address)\(EditionManifest.fileName) \(reason).", isOfMachine: true)
  }
  return try CopyReading(
    manifest: own[EditionManifest.fileName]?.bytes, at: address + EditionManifest.fileName,
    signature: own[EditionManifest.signatureName]?.bytes
  ) { (manifest) throws(NoEdition) in
    var files: [String: FoundCopy.File] = [:]
    // In pieces, so that a large site need not lie on disk a second time.
    for start in stride(from: 0, to: manifest.files.count, by: 200) {
      let paths = manifest.files[start..<min(start + 200, manifest.files.count)].map(\.path.text)
      for (path, answer) in try host.fetch(paths) {
        switch answer {
        case .file(let bytes): files[path] = .whole(FileDigest(of: CollectionOfOne(bytes)))
        case .failed(let reason): files[path] = .unreadable(reason)
        case .missing: break
        }
      }
    }
    return FoundCopy(files: files, isListed: false)
  }
}

/// What a host answered with.
enum HostAnswer {
  case file([UInt8])
  case missing
  /// As a sentence goes on after the file's name.
  case failed(String)

  var bytes: [UInt8]? {
    if case .file(let bytes) = self { bytes } else { nil }
  }
}

struct HostedCopy {
  private let address: String

  init(_ address: String) { self.address = address }

  /// Eight at a time; a redirect is followed, since some hosts lead from `page.html` to `page`.
  func fetch(_ paths: [String]) throws(NoEdition) -> [String: HostAnswer] {
    let failure = NoEdition(
      sentence: "Hosts are asked with the program curl, and there is none that runs.", isOfMachine: true)
    do {
      let scratch = try ScratchPlace()
      let lines = paths.enumerated().map { index, path in
        "url = \"\(address)\(percentEncodedPath(path.utf8))\"\noutput = \"\(scratch.file(String(index)).path)\"\n"
      }
      let list = try scratch.file("requests", holding: Array(lines.joined().utf8))
      let run = try runProgram(
        "curl",
        [
          "--silent", "--globoff", "--location", "--max-redirs", "5", "--proto", "=http,https", "--parallel",
          "--parallel-max", "8", "--connect-timeout", "10", "--max-time", "300", "--user-agent", "hubwright verify",
          "--write-out", "%{filename_effective}\\t%{http_code}\\t%{exitcode}\\n", "--config", list.path,
        ])
      var answers: [String: HostAnswer] = [:]
      for line in run.text.split(separator: "\n") {
        let parts = line.split(separator: "\t")
        guard parts.count == 3, let index = parts[0].split(separator: "/").last.flatMap({ Int($0) }),
          paths.indices.contains(index)
        else { continue }
        answers[paths[index]] = Self.answer(status: parts[1], exit: parts[2], file: scratch.file(String(index)))
      }
      for path in paths where answers[path] == nil { answers[path] = .failed("was not answered for") }
      return answers
    } catch {
      throw failure
    }
  }

  private static func answer(status: Substring, exit: Substring, file: URL) -> HostAnswer {
    guard exit == "0" else { return .failed("could not be fetched (curl ended with \(exit))") }
    switch status {
    case "200":
      // curl makes no file of an empty answer.
      guard FileManager.default.fileExists(atPath: file.path) else { return .file([]) }
      guard let bytes = FileManager.default.contents(atPath: file.path) else { return .failed("cannot be read") }
      return .file([UInt8](bytes))
    case "404", "410", "403": return .missing
    default: return .failed("is answered with \(status)")
    }
  }
}
