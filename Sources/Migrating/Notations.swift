import Content

/// What single programs write into Markdown.
extension BodyConversion {
  /// Kramdown's and Python-Markdown's attributes, and icons by name; an id of a heading stays.
  mutating func withoutAttributes(_ text: String) -> String {
    let text = text.replacing(
      /:(?:material|octicons|fontawesome|simple)-[a-z0-9-]{1,80}:(?:[ \t]{0,3}\{[^}\n]{0,200}\})?/, with: ""
    )
    // A table of contents is made by the page.
    .replacing(/(?m)^(?:\* TOC|\[TOC\]|\[\[TOC\]\]|\[\[_TOC_\]\])[ \t]*$/, with: "")
    return text.contains("{") ? withoutBraces(text) : text
  }

  private func withoutBraces(_ text: String) -> String {
    var text = text.replacing(/(?m)^[ \t>]*\{:[^}\n]{0,300}\}[ \t]*$/, with: "")
    text = text.replacing(/\{:[^}\n]{0,300}\}/, with: "")
    text = text.replacing(/\{::[^}\n]{0,300}\/?\}/, with: "")
    text = text.replacing(/(?m)^(#{1,6} [^\n]*?)[ \t]*\{[ \t]*(?:#([A-Za-z0-9_:.-]+))?[^}\n]{0,200}\}[ \t]*$/) {
      match in
      let id = match.2.map { $0.lowercased() }
      let isKept = id?.wholeMatch(of: /[a-z0-9]+(?:-[a-z0-9]+)*/) != nil
      return String(match.1) + (isKept ? " {#\(id ?? "")}" : "")
    }
    return text.replacing(/([\])*_\x{E001}])\{[ \t]*[.#:A-Za-z][^}\n]{0,200}\}/) { $0.1 }
  }

  /// Lines of code in MDX.
  mutating func withoutModules(_ text: String) -> String {
    var text = text.replacing(/(?m)^(?:import [^\n]{1,300}|export (?:const|default|function)[^\n]{0,300})$/, with: "")
    text = text.without("{/*", upTo: "*/}")
    text = text.replacing(/\{' '\}|\{" "\}/, with: " ")
    return text.replacing(/(?m)^(#{1,6} [^\n]*?)[ \t]*\\?\{#([A-Za-z0-9_-]+)\\?\}[ \t]*$/) { "\($0.1) {#\($0.2)}" }
  }

  /// Files that MkDocs puts in: `--8<-- "path"`.
  mutating func withoutSnippets(_ text: String) -> String {
    text.replacing(/(?m)^[ \t]*-{1,3}8<-{1,3}[ \t]+"([^"\n]{1,300})"[ \t]*$/) { match in
      let written = String(match.1)
      let folder = site.settings.text("docs_dir") ?? "docs"
      let path = ["", "\(folder)/", "includes/"].map { $0 + written }.first { site.text(of: $0) != nil }
      guard let path, !written.contains(".."), let text = site.text(of: path), including.count < 5,
        !including.contains(path), text.utf8.count < 100_000
      else { return leave(String(match.0), isBlock: true) }
      including.append(path)
      defer { including.removeLast() }
      return converted(keepingFences(normalized(text)))
    }
  }

  /// Comments, marks of highlighting and of blocks, and pictures and notes that are put in; links are resolved with all others.
  mutating func withoutObsidian(_ text: String) -> String {
    var text = text.without("%%", upTo: "%%")
    text = text.replacing(/==([^=\n]{1,500})==/) { "**\($0.1)**" }
    text = text.replacing(/(?m)[ \t]+\^[A-Za-z0-9-]{1,60}[ \t]*$/, with: "")
    // In tables, the mark before a label is written `\|`.
    return text.replacing(/(!?)\[\[([^\[\]\n|\\]{0,300})(?:\\?\|([^\[\]\n]{0,300}))?\]\]/) { match in
      let parts = match.2.split(separator: "#", omittingEmptySubsequences: false).map(\.trimmed)
      // Of headings below each other the last counts; a block has no name in the hub.
      let heading = parts.dropFirst().last.flatMap { $0.isEmpty || $0.hasPrefix("^") ? nil : $0 }
      let target = parts[0] + (heading.map { "#" + $0 } ?? "")
      let label = match.3.map(String.init)
      let note = parts[0].split(separator: "/").last.map(String.init) ?? ""
      let name = [note, heading ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      let encoded = target.replacing("%", with: "%25").replacing(" ", with: "%20").replacing("(", with: "%28")
        .replacing(")", with: "%29")
      let isPicture = match.1 == "!" && target.contains(/\.(?:png|jpe?g|gif|webp|svg|avif)$/.ignoresCase())
      if isPicture {
        let isSize = label?.wholeMatch(of: /\d+(?:x\d+)?/) != nil
        return "![\(isSize ? "" : label ?? "")](\(encoded))"
      }
      return encoded.isEmpty ? label ?? "" : "[\(label ?? name)](\(encoded))"
    }
  }
}
