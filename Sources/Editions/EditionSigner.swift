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
