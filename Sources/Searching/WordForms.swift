/// The words of a text in a language, to be asked for a name in any of its forms.
///
/// It is generous, since languages bend words in more ways than a stemmer knows: where it says that a name is missing, it is.
package struct WordForms {
  private let stemmer: Stemmer?
  /// What each word of the text can be known by.
  private var keys: Set<String> = []
  /// All of the text, for scripts that set no spaces between words.
  private let text: String

  package init(of text: String, in language: String) {
    stemmer = Stemmer(language: language)
    self.text = folded(text)
    for word in Self.words(of: text) {
      keys.insert(stem(of: word))
      for form in Self.forms(of: word) { keys.formUnion(Self.beginnings(of: form, from: 4)) }
      for root in Self.roots(of: word) { keys.formUnion(Self.beginnings(of: root, from: 2).map { "*" + $0 }) }
    }
  }

  /// Whether the text has the words of a name, in whatever order and form; of three or more, one may be another.
  package func has(_ name: String) -> Bool {
    let all = Self.words(of: name)
    let long = all.filter { $0.count > 2 || $0.unicodeScalars.contains(where: \.isUnspaced) }
    // "of" and "de" say nothing, and an abbreviation may be as short.
    let words = long.isEmpty ? all : long
    return !words.isEmpty && words.count(where: hasWord) >= words.count - (words.count > 2 ? 1 : 0)
  }

  private func hasWord(_ word: String) -> Bool {
    if word.unicodeScalars.contains(where: \.isUnspaced) { return text.contains(folded(word)) }
    // An ending has up to three letters.
    let beginnings = Self.forms(of: word).map { String($0.prefix(max(4, $0.count - 3))) }
    let roots = Self.roots(of: word)
    return keys.contains(stem(of: word)) || beginnings.contains(where: keys.contains)
      || roots.contains { $0.count < 2 || keys.contains("*" + $0) }
  }

  private func stem(of word: String) -> String {
    guard let stemmer else { return word }
    var word = word
    return word.withUTF8 { String(decoding: stemmer.stem(of: $0), as: UTF8.self) }
  }
}

extension WordForms {
  private static func words(of text: String) -> [String] {
    text.lowercased().unicodeScalars.split { !$0.isOfWord }.map { String(String.UnicodeScalarView($0)) }
  }

  /// A word, and an Arabic one also without what is written as one with it.
  private static func forms(of word: String) -> [String] {
    let word = folded(word)
    return [word] + arabicForms(of: Array(word.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func beginnings(of form: String, from least: Int) -> [String] {
    form.count <= least ? [form] : (least...form.count).map { String(form.prefix($0)) }
  }

  /// The letters that the forms of an Arabic word have in common: plurals change the weak ones within it, and endings are of ت and ن.
  private static func roots(of word: String) -> [String] {
    guard word.unicodeScalars.contains(where: { (0x621...0x64A).contains($0.value) }) else { return [] }
    return forms(of: word).map { form in
      var letters = form.filter { !"اويىءه".contains($0) }
      while letters.count > 2, let last = letters.last, "تن".contains(last) { letters.removeLast() }
      return letters
    }
  }
}
