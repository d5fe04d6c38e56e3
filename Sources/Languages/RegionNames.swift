import _FoundationICU

/// The names of states in one language, long and short, by CLDR.
///
/// A class for the reason that `PluralRules` is one; ICU only reads from the opened names.
package final class RegionNames: Sendable {
  private nonisolated(unsafe) let long: OpaquePointer?
  private nonisolated(unsafe) let short: OpaquePointer?

  /// `locale` is a language tag such as `fr` or `pt-BR`.
  package init(locale: String) {
    long = Self.open(locale, UDISPCTX_LENGTH_FULL)
    short = Self.open(locale, UDISPCTX_LENGTH_SHORT)
  }

  deinit {
    swift_uldn_close(long)
    swift_uldn_close(short)
  }

  /// The name of a state that is known as `title` in another language, whose names are `others`; `code` is that of ISO 3166-1, in either case.
  ///
  /// Where CLDR adds something in brackets that the title leaves out ("Myanmar (Burma)"), it is left out here too, and a title that is
  /// CLDR's short name ("Palestine") gets the short name. Nil for a code that CLDR does not know, and where its name narrows what the
  /// title says by another word ("China mainland"), since that is no name of the state.
  package func name(of code: String, known title: String, in others: RegionNames) -> String? {
    let code = code.uppercased()
    guard let name = Self.name(of: code, long), let other = Self.name(of: code, others.long) else { return nil }
    guard other != title else { return name }
    if Self.withoutBrackets(other) == title { return Self.withoutBrackets(name) }
    if Self.name(of: code, others.short) == title { return Self.name(of: code, short) }
    return other.hasPrefix(title + " ") ? nil : name
  }

  private static func open(_ locale: String, _ length: UDisplayContext) -> OpaquePointer? {
    var status = U_ZERO_ERROR
    var contexts = [length]
    return swift_uldn_openForContext(locale, &contexts, Int32(contexts.count), &status)
  }

  private static func name(of code: String, _ names: OpaquePointer?) -> String? {
    let name = filled { buffer, size, status in swift_uldn_regionDisplayName(names, code, buffer, size, &status) }
    return name.isEmpty || name == code ? nil : name
  }

  private static func withoutBrackets(_ name: String) -> String {
    guard let last = name.last, ")）".contains(last), let opening = name.lastIndex(where: { "(（".contains($0) }) else {
      return name
    }
    let rest = name[..<opening]
    return String(rest.last == " " ? rest.dropLast() : rest)
  }
}
