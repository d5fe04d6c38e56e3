import Content
import Digests
import Editions
import Foundation
import Linking

/// What was sent to a place, or would be.
package struct PublishOutcome: Sendable {
  package let edition: EditionName
  package let steps: PublishSteps
}

/// How far a publish is: told how many files of how many were sent.
package typealias PublishProgress = (_ done: Int, _ total: Int) -> Void

/// Brings a place to hold the edition in a folder, and sends only what differs from the list of the edition that is there.
///
/// A journal comes first, then what pages load, the pages, the list with its signature, and removals; last, the journal goes. So no page
/// comes before what it loads, whoever is interrupted is known to have been, and the next publish sends again what may be half done.
/// Only what such a list or journal names is ever removed. A place with a home page that no publish sent is refused. `isDry` changes
/// nothing; `isForced` takes such a place, too, and sends every file, whatever the list there says.
package func publishEdition(
  in folder: String, to target: PublishTarget, isDry: Bool, isForced: Bool = false, jobs: Int,
  progress: PublishProgress = { _, _ in }
) throws(PublishFailure) -> PublishOutcome {
  let (manifest, name) = try builtEdition(in: folder, jobs: jobs)
  let place = try openPlace(target.place, isDry: isDry)
  let steps = try place.steps(to: manifest, in: folder, isForced: isForced)
  if !isDry, !steps.isEmpty { try place.perform(steps, from: folder, edition: name, progress: progress) }
  return PublishOutcome(edition: name, steps: steps)
}

/// The edition that a folder holds whole.
private func builtEdition(
  in folder: String, jobs: Int
) throws(PublishFailure) -> (EditionManifest, EditionName) {
  let found: Verification
  do {
    found = try verifyCopy(at: .folder(folder), jobs: jobs)
  } catch {
    throw PublishFailure(error.sentence)
  }
  let difference = found.difference
  guard difference.changed.isEmpty, difference.missing.isEmpty, difference.unreadable.isEmpty else {
    let first = (difference.changed + difference.missing + difference.unreadable).first ?? ""
    throw PublishFailure("\(folder) is not as it was built (\(first)): build it again.")
  }
  return (found.manifest, found.name)
}

/// Nil where it is damaged, and so says nothing.
private func readManifest(_ bytes: [UInt8]) -> EditionManifest? {
  do { return try EditionManifest(decoding: bytes) } catch { return nil }
}

extension PublishingPlace {
  fileprivate func steps(
    to manifest: EditionManifest, in folder: String, isForced: Bool
  ) throws(PublishFailure) -> PublishSteps {
    let names = [EditionManifest.fileName, EditionManifest.signatureName]
    let home = "index.html"
    let there = try read(names + [PublishJournal.name, home])
    let isOurs = there[EditionManifest.fileName] != nil || there[PublishJournal.name] != nil
    guard isForced || isOurs || there[home] == nil else {
      throw PublishFailure(
        "This target holds a site that no publish sent, with an index.html: publish to another place, or with --force.")
    }
    let own = names.map { name in (name, FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) })
    }
    let journal = there[PublishJournal.name].map { PublishJournal(decoding: $0) }
    // A damaged list or journal says nothing of what is there: all is sent.
    let isKnown = !isForced && (journal.map { $0 != nil } ?? true)
    let list = there[EditionManifest.fileName].flatMap(readManifest)
    return PublishSteps(
      to: manifest, lists: own.filter { $0.1 != nil && $0.1 != there[$0.0] }.map(\.0),
      removedLists: own.filter { $0.1 == nil && there[$0.0] != nil }.map(\.0),
      from: isKnown ? list : nil, journal: journal.map { $0 ?? PublishJournal(token: "", paths: []) })
  }

  fileprivate func perform(
    _ steps: PublishSteps, from folder: String, edition: EditionName, progress: PublishProgress
  ) throws(PublishFailure) {
    let journal = PublishJournal(token: UUID().uuidString, paths: steps.sent + steps.removals)
    let total = steps.sent.count + steps.lists.count + steps.removals.count
    var done = 0
    if isSeenAtOnce {
      let scratch = try scratchPlace()
      _ = try scratch.place(PublishJournal.name, journal.encoded())
      try send([PublishJournal.name], from: scratch.folder.path)
    }
    // In pieces, so that somebody who publishes to the same place is noticed soon.
    for batch in [steps.assets, steps.pages].flatMap({ $0.inBatches(of: 500) }) + [steps.lists] where !batch.isEmpty {
      if isSeenAtOnce { try requireOwn(journal) }
      try send(batch, from: folder)
      done += batch.count
      progress(done, total)
    }
    if isSeenAtOnce { try requireOwn(journal) }
    if !steps.removals.isEmpty { try remove(steps.removals) }
    if isSeenAtOnce { try remove([PublishJournal.name]) }
    try finish("Publish the edition \(edition.short)")
  }

  private func requireOwn(_ journal: PublishJournal) throws(PublishFailure) {
    let there = try read([PublishJournal.name])[PublishJournal.name]
    guard there == journal.encoded() else {
      throw PublishFailure(
        "Somebody else began to publish to the same place, and this publish stopped: wait for the other, and publish again."
      )
    }
  }
}

extension Array {
  fileprivate func inBatches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}

/// What readers get at an address, as far as a few files tell.
package enum ReadersCopy: Sendable, Equatable {
  /// This edition: its list and so many files were asked for.
  case same(files: Int)
  /// The list of another edition.
  case other(EditionName?)
  /// This edition's list, and files that are others.
  case differing([String])
  /// Why nobody can tell, as a sentence.
  case unknown(String)
}

/// Asks an address for the list of an edition and a dozen of its files, evenly chosen; `folder` holds the edition.
package func copyOfReaders(at address: String, comparedWith folder: String) -> ReadersCopy {
  guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(EditionManifest.fileName)").map({ [UInt8]($0) }),
    let manifest = readManifest(bytes)
  else { return .unknown("\(folder) has no list of its files") }
  let pages = manifest.files.filter { $0.target == nil && !$0.path.name.hasPrefix(".") && !$0.path.name.hasPrefix("_") }
  let sample = stride(from: 0, to: pages.count, by: Swift.max(1, pages.count / 12)).map { pages[$0] }
  do {
    let answers = try HostedCopy(address).fetch([EditionManifest.fileName] + sample.map(\.path.text))
    switch answers[EditionManifest.fileName] {
    case .file(let list)?:
      guard list == bytes else { return .other(EditionName(ofManifest: list)) }
    case .missing?: return .other(nil)
    case .failed(let reason)?: return .unknown("\(address)\(EditionManifest.fileName) \(reason)")
    case nil: return .unknown("\(address) did not answer")
    }
    let differing = sample.filter { file in
      answers[file.path.text]?.bytes.map { FileDigest(of: CollectionOfOne($0)) } != file.digest
    }
    return differing.isEmpty ? .same(files: sample.count) : .differing(differing.map(\.path.text))
  } catch {
    return .unknown(error.sentence)
  }
}
