import ArgumentParser
import Diagnostics
import Editions
import Foundation
import Publishing

/// `hubwright verify`: whether a copy is an edition, whole and unchanged.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Says whether a copy of a site is whole and unchanged, and who signed it.",
    discussion: """
      A copy is a folder, the ZIP file that a hub offers, or an address. Exits 0 when every file is as the copy's own list says and what was \
      asked for holds, 1 when not, 64 on wrong usage, 74 when the machine or the network failed.
      """)

  @Argument(help: "The copy: a folder, a ZIP file, or an address that begins with https://.")
  var copy: String

  @Option(
    help:
      "A file of those whose signatures you trust, in the form of ssh's allowed_signers; the copy must be signed by one."
  )
  var signers: String?

  @Option(help: "The name of the edition that it must be, such as 3f9a-12bc-5d6e.")
  var edition: String?

  func run() throws {
    let found: Verification
    do {
      found = try verifyCopy(
        at: CopyPlace(copy), signers: signers, jobs: ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      Console().printError("hubwright: \(error.sentence)\n")
      throw ExitCode(error.isOfMachine ? 74 : 1)
    }
    let sentences = VerificationReport(found, signers: signers, edition: edition)
    printResult(sentences.text)
    if !sentences.isGood { throw ExitCode(1) }
  }
}

/// What a verification says to people, and whether all is well.
struct VerificationReport {
  let text: String
  let isGood: Bool

  init(_ found: Verification, signers: String?, edition: String?) {
    let difference = found.difference
    var lines: [String] = []
    func list(_ word: String, _ paths: [String]) { lines += paths.map { "\(word)  \($0)" } }
    list("changed   ", difference.changed)
    list("missing   ", difference.missing)
    list("added     ", difference.added)
    list("unreadable", difference.unreadable)
    lines += found.remarks
    if !difference.leftBySystems.isEmpty {
      lines.append(
        "Left by a system that opened the folder, and no part of the site: \(difference.leftBySystems.joined(separator: ", "))"
      )
    }
    if !difference.keptByHost.isEmpty {
      lines.append("For the host alone, which hands it to nobody: \(difference.keptByHost.joined(separator: ", "))")
    }
    let isMeant = edition.map(found.name.isMeant(by:)) ?? true
    lines.append(
      "Edition \(found.name.short) of \(found.manifest.day): \(found.manifest.title), \(found.manifest.address)")
    if let edition, !isMeant { lines.append("This is not the edition \(edition) that was asked for.") }
    let (sentence, holds) = Self.sentence(on: found.signature, signers: signers)
    lines.append(sentence)
    let count = counted(found.manifest.files.count, "file")
    let isWhole = difference.isNone
    lines.append(
      isWhole ? "Whole: \(count), each as the list says." : "Not whole: \(Self.counts(difference)) of \(count).")
    // Names and titles in a copy are those of whoever made it, and may hold what a terminal obeys.
    text = lines.map { printableText($0) + "\n" }.joined()
    isGood = isWhole && isMeant && holds
  }

  private static func counts(_ difference: EditionDifference) -> String {
    [
      (difference.changed.count, "changed"), (difference.missing.count, "missing"), (difference.added.count, "added"),
      (difference.unreadable.count, "unreadable"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
  }

  /// `holds` where nothing was asked of the signature, or what was asked is so.
  private static func sentence(on signature: SignatureState, signers: String?) -> (text: String, holds: Bool) {
    switch signature {
    case .missing:
      ("Not signed: the list shows whether the copy is whole, and not who made it.", signers == nil)
    case .invalid(let reason):
      (
        "The signature is not one of this list: \(EditionManifest.fileName) or \(EditionManifest.signatureName) was replaced or damaged (\(reason)).",
        false
      )
    case .untrusted(let key):
      (
        signers.map { "Signed with the key \(key), which nobody in \($0) has: NOT TRUSTED." }
          ?? "Signed with the key \(key). Whether it is the publisher's, only the publisher can tell; --signers names those whom you trust.",
        signers == nil
      )
    case .trusted(let key, let names):
      ("Signed by \(names.joined(separator: ", ")), whom you trust, with the key \(key).", true)
    }
  }
}
