/// The words of some documents that follow each other, counted: what one thread does for an index.
package struct IndexPart: Sendable {
  let words: WordTable
  /// For each word, its stem's number in `stems`.
  let stemOfWord: [Int32]
  let stems: WordTable
  /// In the order of the documents.
  let postings: [Posting]
  /// Words that are a name by themselves, such as an abbreviation.
  let nameWords: [Int32]

  /// A stem in a document.
  struct Posting: Sendable {
    let stem: Int32
    let document: Int32
    let level: UInt8
  }

  /// `averageSize` is that of all documents of the index, of which the first one here is number `first`.
  package init(_ documents: ArraySlice<SearchDocument>, averageSize: Double) {
    var counter = WordCounter(relevance: Relevance(averageSize: averageSize))
    for number in documents.indices { counter.count(documents[number], number: number) }
    words = counter.reader.words
    stemOfWord = counter.stemOfWord
    stems = counter.stems
    postings = counter.postings
    nameWords = counter.nameWords.sorted()
  }
}

private struct WordCounter {
  let relevance: Relevance
  var reader = WordReader()
  var stems = WordTable()
  var stemOfWord: [Int32] = []
  var postings: [IndexPart.Posting] = []
  var nameWords: Set<Int32> = []
  /// Stems that are words by themselves, with their numbers: "book" where only "the-book" in one word is written.
  private var bareStems: [Int: Int] = [:]
  /// For an Arabic word, the words that it is without what is written as one with it; a document that has the word has them, too.
  private var arabicForms: [Int: [Int]] = [:]
  private var stemmers: [String: Stemmer?] = [:]
  /// By stem, the counts in the document that is being read, and the stems that have any.
  private var counts: [Relevance.Counts] = []
  private var touched: [Int32] = []
  private var isTouched: [Bool] = []

  init(relevance: Relevance) {
    self.relevance = relevance
  }

  mutating func count(_ document: SearchDocument, number: Int) {
    let stemmer = stemmer(for: document.language)
    let title = reader.readName(document.title)
    let titleLength = reader.pieceCount
    forEachStem(stemmer) { $0.titleLength = titleLength }
    countWhole(title, stemmer)
    for name in document.names {
      let whole = reader.readName(name)
      let length = reader.pieceCount
      if reader.found.count == 1 { nameWords.insert(reader.found[0]) }
      forEachStem(stemmer) { $0.nameLength = $0.nameLength == 0 ? length : min(length, $0.nameLength) }
      countWhole(whole, stemmer)
    }
    reader.read(document.summary)
    forEachStem(stemmer) { $0.summary += 1 }
    for heading in document.headings {
      reader.read(heading)
      forEachStem(stemmer) { $0.headings += 1 }
    }
    document.text().withUnsafeBufferPointer { reader.read($0) }
    forEachStem(stemmer) { $0.text += 1 }
    finish(number, size: document.size)
  }

  /// A title or name as one word says as much as a name of one word.
  private mutating func countWhole(_ word: Int?, _ stemmer: Stemmer?) {
    guard let word else { return }
    reader.find(word)
    forEachStem(stemmer) { $0.nameLength = 1 }
  }

  private mutating func stemmer(for language: String) -> Stemmer? {
    if let known = stemmers[language] { return known }
    let stemmer = Stemmer(language: language)
    stemmers[language] = stemmer
    return stemmer
  }

  @inline(__always)
  private mutating func forEachStem(_ stemmer: Stemmer?, _ change: (inout Relevance.Counts) -> Void) {
    if stemOfWord.count < reader.words.count { findStems(stemmer) }
    for word in reader.found {
      count(Int(stemOfWord[Int(word)]), change)
      guard !arabicForms.isEmpty, let forms = arabicForms[Int(word)] else { continue }
      for stem in Set(forms.map { stemOfWord[$0] }) where stem != stemOfWord[Int(word)] { count(Int(stem), change) }
    }
  }

  @inline(__always)
  private mutating func count(_ stem: Int, _ change: (inout Relevance.Counts) -> Void) {
    if !isTouched[stem] {
      isTouched[stem] = true
      touched.append(Int32(stem))
    }
    change(&counts[stem])
  }

  /// The stems of the words that are new.
  private mutating func findStems(_ stemmer: Stemmer?) {
    while stemOfWord.count < reader.words.count {
      let word = stemOfWord.count
      let stem = bareStems[word] ?? stem(ofWord: word, stemmer)
      stemOfWord.append(Int32(stem))
      addBareStem(stem, of: word)
      addArabicForms(of: word)
    }
    while counts.count < stems.count {
      counts.append(Relevance.Counts())
      isTouched.append(false)
    }
  }

  /// A stem that begins otherwise than its word, as in Arabic behind the article, is looked for without that beginning, too.
  private mutating func addBareStem(_ stem: Int, of word: Int) {
    let letters = stems.word(stem)
    guard letters.count > 3, letters.prefix(2) != reader.words.word(word).prefix(2) else { return }
    let bare = letters.withUnsafeBufferPointer { reader.number(of: $0) }
    if bare >= stemOfWord.count { bareStems[bare] = stem }
  }

  /// An Arabic word is looked for without the words that are written as one with it, too.
  private mutating func addArabicForms(of word: Int) {
    let letters = reader.words.word(word)
    let forms = Searching.arabicForms(of: letters)
    guard !forms.isEmpty else { return }
    let spelling = reader.spellings[word]
    arabicForms[word] = forms.map { form in
      let number = form.withUnsafeBufferPointer { reader.number(of: $0) }
      // Arabic letters take two bytes.
      let spelling = spelling.map { arabicSpelling($0, without: (letters.count - form.count) / 2) }
      if number >= stemOfWord.count, let spelling { reader.spell(number, as: spelling) }
      return number
    }
  }

  private mutating func stem(ofWord word: Int, _ stemmer: Stemmer?) -> Int {
    if let stemmer, var spelling = reader.spellings[word] {
      return spelling.withUTF8 { spelling in
        stems.number(of: folded(String(decoding: stemmer.stem(of: spelling), as: UTF8.self)))
      }
    }
    return reader.words.withWord(word) { letters in
      guard let stemmer, letters.first.map({ $0 > UInt8(ascii: "9") }) ?? false else {
        return stems.number(of: letters)
      }
      return stems.number(of: stemmer.stem(of: letters))
    }
  }

  private mutating func finish(_ document: Int, size: Int) {
    for stem in touched {
      let level = relevance.level(counts[Int(stem)], size: size)
      postings.append(IndexPart.Posting(stem: stem, document: Int32(document), level: UInt8(level)))
      counts[Int(stem)] = Relevance.Counts()
      isTouched[Int(stem)] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
