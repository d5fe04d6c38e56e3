import CivilTime

/// What a writer most likely meant by a text that its field cannot hold.
struct MeantValue: Equatable {
  /// What to write in its place, as it stands in YAML.
  let text: String
  /// Whether nothing else can be meant, so that it can be written without asking.
  let isCertain: Bool
}

extension FieldShape {
  /// The value that a written text stands for in another form; nil where it stands for none that is known.
  func value(meantBy written: String) -> MeantValue? {
    switch self {
    case .flag: Self.flag(meantBy: written)
    case .date, .moment: moment(meantBy: written)
    case .address: Self.address(meantBy: written)
    case .code(let form): form.value(meantBy: written).map { MeantValue(text: $0, isCertain: true) }
    case .list(let item): item.list(meantBy: written)
    default: nil
    }
  }

  /// The words that YAML 1.1 and other programs take for true and false.
  private static func flag(meantBy written: String) -> MeantValue? {
    switch written.lowercased() {
    case "yes", "on", "true", "y": MeantValue(text: "true", isCertain: true)
    case "no", "off", "false", "n": MeantValue(text: "false", isCertain: true)
    default: nil
    }
  }

  private func moment(meantBy written: String) -> MeantValue? {
    var moments = Moment.moments(meantBy: written)
    if case .date = self { moments.removeAll { !$0.isExact } }
    guard let first = moments.first else { return nil }
    return moments.count == 1
      ? MeantValue(text: first.isoText, isCertain: true)
      : MeantValue(text: moments.map(\.isoText).joined(separator: "' or '"), isCertain: false)
  }

  private static func address(meantBy written: String) -> MeantValue? {
    let address = "https://\(written)"
    guard !written.contains("@"), Content.hostName(of: address).dropFirst().contains("."), isWebAddress(address) else {
      return nil
    }
    return MeantValue(text: address, isCertain: false)
  }

  /// A list of this shape's items, where a text with commas or without stands for it.
  private func list(meantBy written: String) -> MeantValue? {
    let parts = written.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
    let items = parts.map { part in String(part.reversed().drop { $0 == " " }.reversed()) }
    guard !items.isEmpty else { return nil }
    let list = MeantValue(text: "[\(items.joined(separator: ", "))]", isCertain: true)
    switch self {
    case .reference, .identifier: return items.allSatisfy(isIdentifier) ? list : nil
    case .text:
      guard written.unicodeScalars.allSatisfy({ !"[]{}&*#?|<>=!%@`:\"'\\".unicodeScalars.contains($0) }) else {
        return nil
      }
      return MeantValue(text: list.text, isCertain: items.count == 1)
    default: return nil
    }
  }
}
