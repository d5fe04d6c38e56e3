import Diagnostics

/// What is to be said of addresses outside the hub that were asked; each once, at its first place.
package func externalFaults(_ addresses: [WebAddress], _ answers: [String: LinkAnswer]) -> [Diagnostic] {
  let places = Dictionary(grouping: addresses, by: \.text)
  return places.sorted { $0.key < $1.key }.compactMap { address, places in
    guard let first = places.first else { return nil }
    let notes = places.dropFirst().prefix(5).map { Note("also here", at: $0.place) }
    switch answers[address] {
    case .dead(let reason):
      return Diagnostic(
        .deadLink, "the address \(reason)", at: first.place, notes: notes,
        help: "Look for an archived copy: https://web.archive.org/web/\(address)")
    case .moved(let target):
      return Diagnostic(
        .movedLink, "the address leads on for good to '\(target)'", at: first.place, notes: notes,
        help: "Write '\(target)'")
    case .alive, .unclear, nil: return nil
    }
  }
}
