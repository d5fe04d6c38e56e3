import Content
import Editions
import Foundation

/// Where a site is published, as far as publishing asks: files are read, sent and removed by path.
protocol PublishingPlace {
  /// Whether readers meet the files one by one as they are sent, and not all at once in `finish`.
  var isSeenAtOnce: Bool { get }
  /// Those of the files that are there.
  func read(_ names: [String]) throws(PublishFailure) -> [String: [UInt8]]
  /// Each file whole, in no order, from a folder of this machine.
  func send(_ paths: [String], from folder: String) throws(PublishFailure)
  /// Passes over what is not there.
  func remove(_ paths: [String]) throws(PublishFailure)
  /// `summary` says in a line what was done.
  func finish(_ summary: String) throws(PublishFailure)
}

extension PublishingPlace {
  var isSeenAtOnce: Bool { true }
  func finish(_ summary: String) throws(PublishFailure) {}
}

/// Why a site was not published, or not wholly, as a sentence.
package struct PublishFailure: Error, Sendable, Equatable {
  package let sentence: String

  /// Programs repeat addresses, in which a store of theirs may have put a password.
  init(_ sentence: String) { self.sentence = sentence.replacing(/:\/\/[^\/@\s]+@/, with: "://") }
}

/// `isDry` where nothing will be sent or removed.
func openPlace(_ place: PublishTarget.Place, isDry: Bool) throws(PublishFailure) -> any PublishingPlace {
  switch place {
  case .folder(let path): try FolderPlace(path, isDry: isDry)
  case .rsync(let address): RsyncPlace(address)
  case .git(let address, let branch): try GitPlace(address, branch: branch)
  case .rclone(let address): RclonePlace(address)
  }
}

/// A program that publishes, run to its end.
func runEngine(
  _ name: String, _ arguments: [String], input: URL? = nil, environment: [String] = []
) throws(PublishFailure) -> ProgramRun {
  do {
    return try runProgram(name, arguments, input: input, environment: environment)
  } catch {
    throw PublishFailure("This target is reached with the program \(name), and there is none that runs: install it.")
  }
}

extension ProgramRun {
  /// What the program was asked for, as in "could not be sent".
  func orFailure(_ name: String, _ action: String) throws(PublishFailure) {
    if status != 0 { throw PublishFailure("\(action), by the word of \(name): \(complaint)") }
  }
}

/// A folder for what lies on disk for a moment, with the failures of publishing.
func scratchPlace() throws(PublishFailure) -> ScratchPlace {
  do { return try ScratchPlace() } catch { throw PublishFailure("No temporary folder could be made.") }
}

extension ScratchPlace {
  /// A list of paths as programs read it, each with the sign that ends it.
  func list(_ paths: [String], endingWith end: String) throws(PublishFailure) -> URL {
    try place("list", Array(paths.map { $0 + end }.joined().utf8))
  }

  func place(_ name: String, _ bytes: [UInt8]) throws(PublishFailure) -> URL {
    do { return try file(name, holding: bytes) } catch {
      throw PublishFailure("No temporary file could be written.")
    }
  }
}
