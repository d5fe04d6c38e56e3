import Diagnostics

/// What a register elsewhere knows a record by, so that data of several publishers can be joined.
package struct Identifier: Sendable {
  /// The field's name for a register that all hubs know, such as `wikidata`; else the word that the hub gives.
  package let scheme: String
  package let value: String
  /// Where the register tells of it, on the web; nil where it has no such page, or none is known.
  package let address: String?
  package let place: SourceRange
}

/// The registers that all hubs know, each with the form of what it gives out.
package enum IdentifierForm: String, Sendable, CaseIterable {
  /// An item of Wikidata.
  case wikidata
  /// A state or a part of one: the two letters of ISO 3166-1, or a code of ISO 3166-2.
  case iso3166 = "iso_3166"
  /// The symbol under which an organisation files a document.
  case symbol

  package var words: String {
    switch self {
    case .wikidata: "the number of an item of Wikidata such as Q42"
    case .iso3166: "a code of ISO 3166 in capitals such as KE or GB-SCT"
    case .symbol: "the symbol of a document without spaces such as A/RES/68/167"
    }
  }

  /// As a regular expression of ECMAScript.
  var pattern: String {
    switch self {
    case .wikidata: "^Q[1-9][0-9]{0,11}$"
    case .iso3166: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
    case .symbol: "^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9/.:()_-]{0,59}$"
    }
  }

  package var example: String {
    switch self {
    case .wikidata: "Q42"
    case .iso3166: "KE"
    case .symbol: "A/RES/68/167"
    }
  }

  /// What somebody may well write in its place.
  package var slip: String {
    switch self {
    case .wikidata: "q42"
    case .iso3166: "ke"
    case .symbol: "Resolution 68/167"
    }
  }

  func accepts(_ text: String) -> Bool {
    let signs = text.utf8
    switch self {
    case .wikidata:
      let digits = signs.dropFirst()
      return signs.first == UInt8(ascii: "Q") && (1...12).contains(digits.count)
        && digits.first != UInt8(ascii: "0") && digits.allSatisfy(isDigit)
    case .iso3166:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8)
      guard parts[0].count == 2, parts[0].allSatisfy(isCapital), parts.count <= 2 else { return false }
      return parts.count == 1
        || ((1...3).contains(parts[1].count) && parts[1].allSatisfy { isCapital($0) || isDigit($0) })
    case .symbol:
      guard let first = signs.first, isLetter(first) || isDigit(first) else { return false }
      return signs.count <= 60 && signs.contains(where: isDigit)
        && signs.allSatisfy { isLetter($0) || isDigit($0) || "/.:()_-".utf8.contains($0) }
    }
  }

  /// The value that is meant by another form of it; nil where none is.
  func value(meantBy written: String) -> String? {
    let text: String
    switch self {
    case .wikidata:
      // The address of the item's page, or of the item as such.
      let isAddress = written.hasPrefix("https://www.wikidata.org/") || written.hasPrefix("http://www.wikidata.org/")
      text = (isAddress ? written.split(separator: "/").last.map(String.init) ?? "" : written).uppercased()
    case .iso3166: text = written.uppercased()
    case .symbol: return nil
    }
    return accepts(text) ? text : nil
  }

  fileprivate func address(of value: String) -> String? {
    self == .wikidata ? "https://www.wikidata.org/entity/\(value)" : nil
  }
}

private func isDigit(_ sign: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign) }
private func isCapital(_ sign: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(sign) }
private func isLetter(_ sign: UInt8) -> Bool { isCapital(sign & 0xDF) && sign < 0x80 }

extension FieldReader {
  /// The identifiers of a record; none for kinds that no register knows.
  mutating func identifiers(of kind: Kind) -> [Identifier] {
    guard !kind.registers.isEmpty else { return [] }
    return sharing(.shared) { fields in
      fields.group("identifiers", "the group of identifiers", "What registers elsewhere know it by.") {
        $0.identifiers(kind.registers)
      } ?? []
    }
  }

  private mutating func identifiers(_ registers: [IdentifierForm]) -> [Identifier] {
    let known = registers.compactMap { form -> Identifier? in
      let value = scalar(form.rawValue, .code(form), .wrongType, false, form.meaning) { form.accepts($0) ? $0 : nil }
      return value.map {
        Identifier(
          scheme: form.rawValue, value: $0, address: form.address(of: $0), place: self.place(of: form.rawValue) ?? place
        )
      }
    }
    return known
      + groups("other", "an identifier", "What other registers know it by.") { other in
        let scheme = other.identifier("scheme", required: true, "The register, in a word, such as ror or orcid.")
        let value = other.text("id", required: true, "What the register knows it by.")
        let address = other.address("url", "Where the register tells of it.")
        guard let scheme, let value else { return nil }
        return Identifier(scheme: scheme, value: value, address: address, place: other.place(of: "id") ?? other.place)
      }
  }
}

extension IdentifierForm {
  fileprivate var meaning: StaticString {
    switch self {
    case .wikidata: "Its item in Wikidata."
    case .iso3166: "Its code by ISO 3166, where that is not its id in capitals."
    case .symbol: "The symbol under which it is filed as a document."
    }
  }
}
