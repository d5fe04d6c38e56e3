import Diagnostics
import Digests
import Editions
import Linking

/// Who signs editions, and how: what a machine has and a plan does not know.
package struct EditionSigner: Sendable {
  /// The fingerprint of the key, as people compare it: `SHA256:…`.
  package let key: String
  /// The signature of octets, as a file holds it.
  package let sign: @Sendable ([UInt8]) throws(SigningFailure) -> [UInt8]

  package init(key: String, sign: @escaping @Sendable ([UInt8]) throws(SigningFailure) -> [UInt8]) {
    self.key = key
    self.sign = sign
  }
}

/// That a key did not sign, with what its program said.
package struct SigningFailure: Error, Sendable, Equatable {
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

/// The list of the site's files with their digests and, where the edition is signed, its signature; nothing where the hub wants none.
func editionFiles(_ site: Site) -> [OutputFile] {
  guard site.graph.hub.listsDigests else { return [] }
  let path = PageAddress.path(EditionManifest.fileName)
  let manifest = OutputFile(path: path, turn: .manifest, copy: .nothing) {
    (finished) throws(DiagnosticFound) -> [UInt8] in
    manifestBytes(of: try finished.digests(), on: site)
  }
  guard site.resources.signer != nil else { return [manifest] }
  let signature = OutputFile(
    path: PageAddress.path(EditionManifest.signatureName), turn: .signature, copy: .nothing
  ) { (finished) throws(DiagnosticFound) -> [UInt8] in
    guard let bytes = try finished.bytes(of: path) else { return [] }
    return try signatureBytes(of: bytes, on: site) ?? []
  }
  return [manifest, signature]
}

/// The same two as they stand in a copy with these files.
func copiedEditionFiles(
  listing digests: [(path: OutputPath, digest: FileDigest)], on site: Site
) throws(DiagnosticFound) -> [(name: String, bytes: [UInt8])] {
  guard site.graph.hub.listsDigests else { return [] }
  let bytes = manifestBytes(of: digests, on: site)
  var files = [(name: EditionManifest.fileName, bytes: bytes)]
  if let signature = try signatureBytes(of: bytes, on: site) {
    files.append((name: EditionManifest.signatureName, bytes: signature))
  }
  return files
}

private func manifestBytes(of digests: [(path: OutputPath, digest: FileDigest)], on site: Site) -> [UInt8] {
  EditionManifest(
    title: site.graph.hub.title, address: site.address, day: site.today.isoText,
    files: digests.map { EditionManifest.File(path: $0.path, digest: $0.digest) }
  ).encoded()
}

private func signatureBytes(of bytes: [UInt8], on site: Site) throws(DiagnosticFound) -> [UInt8]? {
  guard let signer = site.resources.signer else { return nil }
  do throws(SigningFailure) {
    return try signer.sign(bytes)
  } catch {
    throw DiagnosticFound(
      diagnostic: Diagnostic(
        .unreadableFile,
        "an edition is signed with a key that can be used, and '\(signer.key)' was not: \(error.reason)",
        at: .start(of: site.graph.hub.file), help: "Load the key into ssh-agent, or leave --sign out"))
  }
}
