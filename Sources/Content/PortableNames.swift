import Foundation

/// Why the name of a file or folder cannot stand on every disk, such as a USB stick, as a sentence goes on; nil where it can.
///
/// The rules are those of Windows and of the file system FAT (Microsoft, "Naming Files, Paths, and Namespaces").
package func reasonAgainst(fileName name: some StringProtocol) -> String? {
  if isReserved(name) { return "'\(name)' is the name of a device on Windows" }
  if let sign = name.unicodeScalars.first(where: { "\"*:<>?|\\".unicodeScalars.contains($0) }) {
    return "no name on Windows or on a USB stick holds '\(sign)'"
  }
  return name.hasSuffix(".") || name.hasSuffix(" ") ? "no name on Windows ends with a full stop or a space" : nil
}

/// Whether Windows keeps a name for a device, whatever its ending and its case.
func isReserved(_ name: some StringProtocol) -> Bool {
  let stem = name.prefix { $0 != "." }.lowercased().trimmingCharacters(in: .whitespaces)
  if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(stem) { return true }
  guard stem.count == 4, stem.hasPrefix("com") || stem.hasPrefix("lpt"), let last = stem.last else { return false }
  return "0123456789¹²³".contains(last)
}
