/// Whether the host of an address, with a name before it and a port behind it or without, has a port that there can be (RFC 3986,
/// section 3.2.3): none, an empty one, or a number of 16 bits.
package func endsInPort(_ authority: some Sequence<UInt8>) -> Bool {
  let host = Array(authority).split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
  // The number of a host stands in brackets, and has colons of its own.
  let rest = host.lastIndex(of: UInt8(ascii: "]")).map { host[($0 + 1)...] } ?? host
  guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return true }
  let port = rest[(colon + 1)...]
  guard !port.isEmpty else { return true }
  guard port.count <= 5, port.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
  return port.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 65_535
}
