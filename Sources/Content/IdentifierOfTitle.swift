import Foundation

/// An id made of a title: its letters in their plain Latin form, in lower case, with hyphens between the words; nil where the
/// title has none.
package func identifier(ofTitle title: String) -> String? {
  let latin = title.applyingTransform(.toLatin, reverse: false) ?? title
  let plain = (latin.applyingTransform(.stripCombiningMarks, reverse: false) ?? latin).lowercased()
  let words = plain.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) && $0 != "'" && $0 != "’" }
  var id = ""
  for word in words.map({ $0.filter { $0 != "'" && $0 != "’" } })
  where !word.isEmpty && id.utf8.count + word.utf8.count < 60 {
    id += id.isEmpty ? word : "-\(word)"
  }
  return id.isEmpty ? nil : id
}
