/// The forms of a folded Arabic word without what is written as one with it: و and ف ("and"), ب, ك and ل ("by", "as", "for") and
/// the article ال; each form has letters enough to be a word.
///
/// `templates/assets/search-index.js` makes the same forms of what readers type.
func arabicForms(of word: ArraySlice<UInt8>) -> [[UInt8]] {
  // Arabic letters take two bytes, from D8 80 to DB BF.
  guard word.count >= 8, let first = word.first, (0xD8...0xDB).contains(first) else { return [] }
  let letters = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
  guard letters.allSatisfy({ (0x621...0x64A).contains($0.value) }) else { return [] }
  var forms: [[UInt8]] = []
  func add(from start: Int, least: Int) {
    guard letters.count - start >= least else { return }
    let form = Array(String(String.UnicodeScalarView(letters[start...])).utf8)
    if !forms.contains(form) { forms.append(form) }
  }
  let conjunction = ["و", "ف"].contains(letters[0]) ? 1 : 0
  for start in Set([0, conjunction]).sorted() {
    let rest = letters[start...].map(Character.init)
    for prefix in ["ال", "بال", "كال", "لل"] where rest.starts(with: prefix) {
      add(from: start + prefix.unicodeScalars.count, least: 3)
    }
    if let next = rest.first, ["ب", "ك", "ل"].contains(next) { add(from: start + 1, least: 4) }
  }
  if conjunction == 1 { add(from: 1, least: 4) }
  return forms
}

/// An Arabic word as it is spelled, with letters that folding changes and with marks, without so many of its first letters.
func arabicSpelling(_ spelling: String, without count: Int) -> String {
  func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x621...0x64A).contains(scalar.value) && scalar.value != 0x640 }
  let scalars = spelling.unicodeScalars
  var letters = -1
  let start = scalars.firstIndex { scalar in
    if isLetter(scalar) { letters += 1 }
    return letters == count
  }
  return String(scalars[(start ?? scalars.endIndex)...])
}
