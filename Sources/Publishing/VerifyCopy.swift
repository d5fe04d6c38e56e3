import Digests
import Editions
import Formats
import Foundation

/// Where a copy of a site lies.
package enum CopyPlace: Sendable, Equatable {
  case folder(String)
  case archive(String)
  /// With a slash at its end.
  case address(String)

  /// An address begins with its scheme; what is a folder on disk is one, and all else is a file.
  package init(_ text: String) {
    var isFolder: ObjCBool = false
    if text.hasPrefix("http://") || text.hasPrefix("https://") {
      self = .address(text.hasSuffix("/") ? text : text + "/")
    } else if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder), !isFolder.boolValue {
      self = .archive(text)
    } else {
      self = .folder(text)
    }
  }
}

/// What a copy is, held against the edition that it says it is.
package struct Verification: Sendable {
  package let manifest: EditionManifest
  package let name: EditionName
  package let signature: SignatureState
  package let difference: EditionDifference
  /// What is to be known and is no fault of a file.
  package let remarks: [String]
}

/// Why nothing can be said of a copy, as a sentence.
package struct NoEdition: Error, Sendable, Equatable {
  package let sentence: String
  /// Whether the machine failed, and not the copy.
  package var isOfMachine = false
}

/// Holds every file of a copy against the list that comes with it, and the list against its signature.
///
/// `signers` is a file of trusted keys, in the form of OpenSSH's `allowed_signers`.
package func verifyCopy(
  at place: CopyPlace, signers: String? = nil, jobs: Int
) throws(NoEdition) -> Verification {
  let copy: CopyReading
  switch place {
  case .folder(let path): copy = try FolderCopy(path, jobs: jobs).read()
  case .archive(let path): copy = try readArchivedCopy(path)
  case .address(let address): copy = try readHostedCopy(address)
  }
  let state: SignatureState
  do {
    state = try signatureState(of: copy.manifestBytes, copy.signature, signers: signers)
  } catch {
    throw NoEdition(sentence: "The signature could not be read: \(error.reason).", isOfMachine: true)
  }
  guard let name = EditionName(ofManifest: copy.manifestBytes) else {
    throw NoEdition(damaged: copy.manifestName, "has no last line")
  }
  return Verification(
    manifest: copy.manifest, name: name, signature: state,
    difference: EditionDifference(of: copy.found, from: copy.manifest), remarks: copy.found.faults)
}

/// A list, its signature, and the files beside it.
struct CopyReading {
  let manifestName: String
  let manifestBytes: [UInt8]
  let manifest: EditionManifest
  let signature: [UInt8]?
  let found: FoundCopy

  /// `files` finds what there is, once the list can be read.
  init(
    manifest bytes: [UInt8]?, at name: String, signature: [UInt8]?,
    files: (EditionManifest) throws(NoEdition) -> FoundCopy
  ) throws(NoEdition) {
    guard let bytes else {
      throw NoEdition(
        sentence:
          "There is no \(name), by which a copy is known: it was made before there were such lists, or is not a whole copy."
      )
    }
    manifestName = name
    manifestBytes = bytes
    self.signature = signature
    do { manifest = try EditionManifest(decoding: bytes) } catch { throw NoEdition(damaged: name, error.reason) }
    found = try files(manifest)
  }
}

extension NoEdition {
  init(damaged name: String, _ reason: String) {
    self.init(sentence: "\(name) \(reason). Nothing can be said of the files beside it.")
  }
}

// MARK: Archives

private func readArchivedCopy(_ path: String) throws(NoEdition) -> CopyReading {
  let bytes: [UInt8]
  do { bytes = [UInt8](try Data(contentsOf: URL(filePath: path))) } catch {
    throw NoEdition(sentence: "\(path) cannot be read: \(error.localizedDescription)", isOfMachine: true)
  }
  let archive = try ArchivedFiles(bytes, at: path)
  return try CopyReading(
    manifest: archive.files[EditionManifest.fileName]?.unpacked(), at: "\(path): \(EditionManifest.fileName)",
    signature: archive.files[EditionManifest.signatureName]?.unpacked()
  ) { _ in archive.found }
}

/// The edition that a folder holds; nil where it lists none.
package func editionName(inFolder folder: String) -> EditionName? {
  FileManager.default.contents(atPath: "\(folder)/\(EditionManifest.fileName)").flatMap {
    EditionName(ofManifest: [UInt8]($0))
  }
}
