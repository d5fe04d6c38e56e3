/// What an address outside the hub answered.
package enum LinkAnswer: Sendable, Equatable {
  case alive
  /// It leads on for good, to this address.
  case moved(to: String)
  /// There is no such page, or no such host; the reason goes on after "the address".
  case dead(reason: String)
  /// It answers no machine, or not now, so that nothing can be said.
  case unclear
}

/// One answer to a request that follows no redirection.
package struct LinkResponse: Sendable {
  /// The status of HTTP; 0 where there was no answer.
  package let status: Int
  /// The address a redirection leads to.
  package let next: String?
  /// Why there was no answer.
  package let failure: String?

  package init(status: Int, next: String? = nil, failure: String? = nil) {
    self.status = status
    self.next = next
    self.failure = failure
  }
}

/// Asks an address for its head, or for its page where `isWhole`.
package typealias LinkRequest = @Sendable (_ address: String, _ isWhole: Bool) throws -> LinkResponse

/// Follows an address to its answer: at most ten redirections, and a second try where a host did not answer or knows no such request.
package func probe(_ address: String, _ request: LinkRequest) throws -> LinkAnswer {
  var current = address
  var isForGood = true
  for _ in 0...10 {
    var response = try request(current, false)
    if !(200..<400).contains(response.status), response.status != 429 { response = try request(current, true) }
    switch response.status {
    case 300..<400:
      guard let next = response.next, next.hasPrefix("http") else { return .unclear }
      isForGood = isForGood && (response.status == 301 || response.status == 308)
      current = next
    case 200..<300: return current != address && isForGood ? .moved(to: current) : .alive
    case 404, 410: return .dead(reason: "answers that there is no such page (\(response.status))")
    case 0: return .dead(reason: response.failure ?? "does not answer")
    default: return .unclear
    }
  }
  return .dead(reason: "leads in a circle")
}

/// The host of an address, with its port, in lower case.
package func host(of address: String) -> String {
  address.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#".contains($0) }.lowercased()
}
