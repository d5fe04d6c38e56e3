import _FoundationICU

/// The categories into which languages divide numbers of things (Unicode LDML, part 3, §5).
package enum PluralCategory: String, Sendable, CaseIterable, Comparable {
  case zero, one, two, few, many, other

  /// In the order in which tables of CLDR list them.
  package static func < (left: PluralCategory, right: PluralCategory) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Which category a number of things is in, by the rules that CLDR has for a language.
///
/// A class, since the rules are ICU's, which lets any number of threads ask them.
package final class PluralRules: Sendable {
  /// The categories of the language, in order; a language that ICU does not know has `other` alone.
  package let categories: [PluralCategory]
  private nonisolated(unsafe) let rules: OpaquePointer?

  package init(language: String) {
    var status = U_ZERO_ERROR
    rules = swift_uplrules_open(language, &status)
    categories = Self.keywords(of: rules).sorted()
  }

  deinit { swift_uplrules_close(rules) }

  package func category(of count: Int) -> PluralCategory {
    var status = U_ZERO_ERROR
    var name = [UChar](repeating: 0, count: 16)
    let length = swift_uplrules_select(rules, Double(count), &name, Int32(name.count), &status)
    return PluralCategory(rawValue: String(decoding: name.prefix(Int(max(0, length))), as: UTF16.self)) ?? .other
  }

  private static func keywords(of rules: OpaquePointer?) -> [PluralCategory] {
    var status = U_ZERO_ERROR
    let keywords = swift_uplrules_getKeywords(rules, &status)
    defer { swift_uenum_close(keywords) }
    var categories: [PluralCategory] = []
    var length: Int32 = 0
    while let keyword = swift_uenum_next(keywords, &length, &status) {
      if let category = PluralCategory(rawValue: String(cString: keyword)) { categories.append(category) }
    }
    return categories.isEmpty ? [.other] : categories
  }
}
