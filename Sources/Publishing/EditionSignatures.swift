import Editions
import Foundation

/// What the signature of an edition is worth.
package enum SignatureState: Sendable, Equatable {
  case missing
  /// The signature is none of this list, with what ssh-keygen said.
  case invalid(String)
  /// By a key that nobody vouched for.
  case untrusted(key: String)
  /// By a key that the file of signers gives to these.
  case trusted(key: String, signers: [String])
}

/// Signs editions with a key of OpenSSH, which may lie in its agent or on a token (ssh-keygen(1), `-Y sign`).
///
/// `key` is the file of the private key, or of the public one where the agent has the private.
package func sshSigner(key: String) throws(SigningFailure) -> EditionSigner {
  guard FileManager.default.isReadableFile(atPath: key) else {
    throw SigningFailure(reason: "there is no key '\(key)' that can be read")
  }
  let listed = try ssh(["-l", "-f", key])
  guard listed.status == 0, let print = fingerprint(in: listed.text) else {
    throw SigningFailure(reason: "'\(key)' is no key of OpenSSH")
  }
  return EditionSigner(key: print) { (bytes) throws(SigningFailure) in
    let run = try withScratch { (scratch) throws(SigningFailure) in
      try ssh(["-Y", "sign", "-q", "-f", key, "-n", signatureNamespace], input: try scratch.file("list", bytes))
    }
    guard run.status == 0, run.text.hasPrefix("-----BEGIN SSH SIGNATURE-----") else {
      throw SigningFailure(reason: run.complaint)
    }
    return run.output
  }
}

/// Who signed a list. `signers` is a file of those whose keys are trusted, in the form of OpenSSH's `allowed_signers` (ssh-keygen(1)).
package func signatureState(
  of manifest: [UInt8], _ signature: [UInt8]?, signers: String?
) throws(SigningFailure) -> SignatureState {
  guard let signature else { return .missing }
  return try withScratch { (scratch) throws(SigningFailure) -> SignatureState in
    let list = try scratch.file("list", manifest)
    let mark = try scratch.file("list.sig", signature)
    let proof = try ssh(
      ["-Y", "check-novalidate", "-n", signatureNamespace, "-s", mark.path], input: list)
    guard proof.status == 0, let key = fingerprint(in: proof.text) else { return .invalid(proof.complaint) }
    guard let signers else { return .untrusted(key: key) }
    guard FileManager.default.isReadableFile(atPath: signers) else {
      throw SigningFailure(reason: "there is no file '\(signers)' of signers that can be read")
    }
    let found = try ssh(["-Y", "find-principals", "-s", mark.path, "-f", signers], input: list)
    let names = found.status == 0 ? found.text.split(whereSeparator: \.isNewline).map(String.init) : []
    var trusted: [String] = []
    // Each of them may be known for other things only, or no longer.
    for name in names {
      let run = try ssh(
        ["-Y", "verify", "-f", signers, "-I", name, "-n", signatureNamespace, "-s", mark.path], input: list)
      if run.status == 0 { trusted.append(name) }
    }
    return trusted.isEmpty ? .untrusted(key: key) : .trusted(key: key, signers: trusted)
  }
}

/// What is signed, so that a signature that somebody gave for something else is none of an edition.
private let signatureNamespace = "hubwright"

private func ssh(_ arguments: [String], input: URL? = nil) throws(SigningFailure) -> ProgramRun {
  do {
    return try runProgram("ssh-keygen", arguments, input: input)
  } catch {
    throw SigningFailure(reason: "signatures are made and read by ssh-keygen of OpenSSH, and there is none")
  }
}

private func fingerprint(in text: String) -> String? {
  text.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("SHA256:") }.map(String.init)
}

private func withScratch<Result>(
  _ body: (ScratchPlace) throws(SigningFailure) -> Result
) throws(SigningFailure) -> Result {
  let scratch: ScratchPlace
  do { scratch = try ScratchPlace() } catch {
    throw SigningFailure(reason: "no temporary folder could be made")
  }
  return try body(scratch)
}

extension ScratchPlace {
  fileprivate func file(_ name: String, _ bytes: [UInt8]) throws(SigningFailure) -> URL {
    do { return try file(name, holding: bytes) } catch {
      throw SigningFailure(reason: "no temporary file could be written")
    }
  }
}
