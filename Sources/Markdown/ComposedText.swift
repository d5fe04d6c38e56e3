import Foundation

/// A text in Unicode's normal form C, in which `é` is one scalar however it was typed: the form of every anchor, since browsers compare
/// those byte by byte.
func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}
