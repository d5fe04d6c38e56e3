import CivilTime
import Content
import Diagnostics
import Editions
import Linking
import OutputFiles
import Sites

/// The list of the site's files with their digests and, where the edition is signed, its signature; nothing where the hub wants none.
package func editionFiles(_ site: Site) -> [OutputFile] {
  guard site.graph.hub.listsDigests else { return [] }
  let path = PageAddress.path(EditionManifest.fileName)
  let manifest = OutputFile(path: path, turn: .manifest, copy: .nothing) {
    (finished) throws(DiagnosticFound) -> [UInt8] in
    manifestBytes(of: try finished.listed(), on: site)
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
  listing files: [EditionManifest.File], on site: Site
) throws(DiagnosticFound) -> [(name: String, bytes: [UInt8])] {
  guard site.graph.hub.listsDigests else { return [] }
  let bytes = manifestBytes(of: files, on: site)
  var own = [(name: EditionManifest.fileName, bytes: bytes)]
  if let signature = try signatureBytes(of: bytes, on: site) {
    own.append((name: EditionManifest.signatureName, bytes: signature))
  }
  return own
}

private func manifestBytes(of files: [EditionManifest.File], on site: Site) -> [UInt8] {
  EditionManifest(title: site.graph.hub.title, address: site.address, day: site.today.isoText, files: files).encoded()
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
