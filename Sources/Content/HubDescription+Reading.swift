import Diagnostics

extension HubDescription.Link {
  static func read(_ fields: inout FieldReader) -> Self? {
    let name = fields.text("name", required: true, "The name.")
    let address = fields.address("url", "The address.")
    return name.map { Self(name: $0, address: address) }
  }
}

extension HubDescription {
  static func readImage(_ fields: inout FieldReader) -> CommonFields.Picture? {
    guard let image = CommonFields.Picture.read(&fields) else { return nil }
    if isPhotograph(image.file) { return image }
    fields.diagnostics.append(
      Diagnostic(
        .wrongType, "other sites show a picture that is PNG, JPEG, GIF or WebP, and '\(shortened(image.file))' is none",
        at: fields.place,
        help: "Name a file that ends in .png, .jpg, .gif or .webp; 1,200 by 630 pixels suit most sites"))
    return nil
  }
}

/// Whether a file's name is that of a picture made of pixels, which other sites show and image programs make smaller.
package func isPhotograph(_ path: String) -> Bool {
  [".png", ".jpg", ".jpeg", ".gif", ".webp"].contains { path.lowercased().hasSuffix($0) }
}

extension HubDescription.Downloads {
  static func read(_ fields: inout FieldReader) -> Self? {
    let copy = fields.flag("copy", "Whether the whole site is offered as one file; true unless it says otherwise.")
    let books = fields.flag("books", "Whether its texts are offered as books; true unless it says otherwise.")
    return Self(copy: copy ?? true, books: books ?? true)
  }
}

extension HubDescription.Declared {
  static func read(_ fields: inout FieldReader) -> Self? {
    let id = fields.identifier("id", required: true, "The word by which documents refer to it.")
    let title = fields.text("title", required: true, "What readers see.")
    let summary = fields.text("summary", "What it is, in a sentence.")
    guard let id, let title else { return nil }
    return Self(id: id, title: title, summary: summary)
  }
}

extension HubDescription.Section {
  static func read(_ fields: inout FieldReader) -> Self? {
    let folder = fields.identifier("folder", required: true, "The folder in site-content.")
    let kind =
      fields.word("kind", among: Kind.articles.map(\.rawValue), "The kind of its articles.").flatMap(Kind.named)
      ?? Article.kind
    let title = fields.text("title", required: true, "What readers see.")
    let summary = fields.text("summary", "What it holds, in a sentence.")
    let order = fields.choice("order", Order.self, "How its articles are listed.") ?? .date
    guard let folder, let title else { return nil }
    return Self(folder: folder, kind: kind, title: title, summary: summary, order: order)
  }
}

extension HubDescription.Citation {
  static func read(_ fields: inout FieldReader) -> Self? {
    let pattern = fields.pattern("write", holding: "{number}", "The words, with {number} for the number.")
    let organ = fields.reference(Self.organ, required: true)
    let form = fields.choice("form", Resolution.Form.self, "The form of text that is meant.") ?? .resolution
    guard let pattern, let organ else { return nil }
    return Self(pattern: pattern, organ: organ, form: form)
  }
}

// MARK: Fields that only a hub has

extension FieldReader {
  /// The hub's own address, to which the paths of its pages are added.
  mutating func hubAddress(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, true, meaning) { text in
      isWebAddress(text) && !text.contains("?") && !text.contains("#") ? text : nil
    }
  }

  mutating func uidDomain(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .hostName, .invalidAddress, false, meaning) { text in
      isWebAddress("https://\(text)") && text == hostName(of: "https://\(text)") ? text : nil
    }
  }

  mutating func editAddress(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, false, meaning) { text in
      isWebAddress(text.replacing("{path}", with: "path")) ? text : nil
    }
  }

  mutating func reportAddress(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, false, meaning) { text in
      let filled = ["{path}", "{title}", "{address}"].reduce(text) { $0.replacing($1, with: "x") }
      return isWebAddress(filled) ? text : nil
    }
  }

  mutating func language(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .language, .invalidChoice, true, meaning) { isLanguageTag($0) ? $0 : nil }
  }

  /// A list of languages, each once.
  mutating func languages(_ name: String, _ meaning: StaticString) -> [String] {
    var languages: [String] = []
    let found: [String] = list(name, .language, false, meaning) { fields, node in
      guard
        let language: String = fields.value(of: node, name, .language, .invalidChoice, { isLanguageTag($0) ? $0 : nil })
      else { return nil }
      guard !languages.contains(language) else {
        fields.report(
          .duplicateID, "a language is listed once, and '\(language)' is listed twice", at: node, help: "Take it out")
        return nil
      }
      languages.append(language)
      return language
    }
    return found
  }

  mutating func pattern(_ name: String, holding word: String, _ meaning: StaticString) -> String? {
    guard let text = scalar(name, .pattern, .wrongType, true, meaning, { $0 }) else { return nil }
    guard text.contains(word), text != word else {
      diagnostics.append(
        Diagnostic(
          .wrongType, "'\(name)' holds words and \(word)", at: place, help: "Write it like 'Resolution \(word)'"))
      return nil
    }
    return text
  }

  mutating func folders(_ name: String, among folders: [String], _ meaning: StaticString) -> [String] {
    // Which folders there are is known only where there is a hub.
    let shape = isDescribing ? FieldShape.identifier : .choice(folders)
    return items(name, shape, .invalidChoice, meaning) {
      folders.contains($0) ? $0 : nil
    }
  }

  /// Reads what fields of documents may refer to; of two with one id the second is reported.
  mutating func declarations(
    _ name: String, _ noun: String, _ meaning: StaticString
  ) -> [HubDescription.Declared] {
    var ids: Set<String> = []
    return groups(name, noun, meaning) { fields in
      guard let declared = HubDescription.Declared.read(&fields) else { return nil }
      guard ids.insert(declared.id).inserted else {
        fields.reportDuplicate("'\(declared.id)' is the id of one item of '\(name)', and this is a second")
        return nil
      }
      return declared
    }
  }

  /// Reads questions with their answers; an answer's id stands for it wherever it is named, so no two questions share one.
  mutating func questions(_ name: String, _ meaning: StaticString) -> [HubDescription.Question] {
    var ids: Set<String> = []
    return groups(name, "a question", meaning) { fields in
      let id = fields.identifier("id", required: true, "The name of the question in addresses.")
      let title = fields.text("title", required: true, "What readers are asked.")
      let answers = fields.declarations("answers", "an answer", "What they can answer.")
      guard let id, let title else { return nil }
      let twice = answers.first { !ids.insert($0.id).inserted }
      guard let name = ids.insert(id).inserted ? twice?.id : id else {
        return HubDescription.Question(id: id, title: title, answers: answers)
      }
      fields.reportDuplicate("a question or answer has an id of its own, and '\(name)' is another's")
      return nil
    }
  }

  mutating func sections(_ name: String, _ meaning: StaticString) -> [HubDescription.Section] {
    var folders = Set(Kind.records.compactMap(\.recordFolder) + [ContentFolder.declaredFolder])
    return groups(name, "a section", meaning) { fields in
      guard let section = HubDescription.Section.read(&fields) else { return nil }
      guard folders.insert(section.folder).inserted else {
        fields.reportDuplicate("a folder holds one kind of document, and '\(section.folder)' has its kind already")
        return nil
      }
      return section
    }
  }

  private mutating func reportDuplicate(_ message: String) {
    diagnostics.append(Diagnostic(.duplicateID, message, at: place, help: "Name another, or take it out"))
  }
}

/// Whether a text has the form of a language tag such as `fr` or `zh-Hans` (RFC 5646 §2.1, without extensions).
package func isLanguageTag(_ text: some StringProtocol) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  // Each language has a folder of the site, so the tags of three languages that Windows keeps for devices are none here.
  guard text.utf8.count <= 35, !isReserved(text), let first = parts.first, (2...3).contains(first.utf8.count),
    first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
  else { return false }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.utf8.count)
      && part.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}
