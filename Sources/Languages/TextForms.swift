import _FoundationICU

/// How a language joins names to a list and sets a text in quotation marks, by CLDR.
package struct TextForms: Sendable {
  private let opening: String
  private let closing: String
  private let list: ListForm

  /// `locale` is a language tag such as `fr` or `pt-BR`.
  package init(locale: String) {
    var status = U_ZERO_ERROR
    let data = swift_ulocdata_open(locale, &status)
    defer { swift_ulocdata_close(data) }
    func mark(_ type: ULocaleDataDelimiterType) -> String {
      filled { buffer, size, status in swift_ulocdata_getDelimiter(data, type, buffer, size, &status) }
    }
    opening = mark(ULOCDATA_QUOTATION_START)
    closing = mark(ULOCDATA_QUOTATION_END)
    list = ListForm(locale: locale)
  }

  /// "a, b and c", in the words and signs of the language.
  package func listing(_ items: [String]) -> String { list.joined(items) }

  /// The text between the language's quotation marks.
  package func quoted(_ text: String) -> String { opening + text + closing }
}

/// A class for the reason that `PluralRules` is one.
private final class ListForm: Sendable {
  private nonisolated(unsafe) let formatter: OpaquePointer?

  init(locale: String) {
    var status = U_ZERO_ERROR
    formatter = swift_ulistfmt_open(locale, &status)
  }

  deinit { swift_ulistfmt_close(formatter) }

  func joined(_ items: [String]) -> String {
    guard items.count > 1, let formatter else { return items.first ?? "" }
    let texts = items.map { Array($0.utf16) }
    let storage = texts.flatMap(\.self)
    var lengths = texts.map { Int32($0.count) }
    return storage.withUnsafeBufferPointer { storage in
      // An address is needed for an empty text, too.
      var some: UInt16 = 0
      return withUnsafePointer(to: &some) { nowhere in
        var start = 0
        var pointers: [UnsafePointer<UInt16>?] = texts.map { text in
          defer { start += text.count }
          return storage.baseAddress.map { $0 + start } ?? nowhere
        }
        return filled { buffer, size, status in
          swift_ulistfmt_format(
            formatter, &pointers, &lengths, Int32(items.count), buffer, size, &status)
        }
      }
    }
  }
}

/// What a function of ICU writes into a buffer, which is asked again where it was too small.
func filled(
  _ write: (UnsafeMutablePointer<UInt16>?, Int32, inout UErrorCode) -> Int32
) -> String {
  var status = U_ZERO_ERROR
  var buffer = [UInt16](repeating: 0, count: 256)
  var length = buffer.withUnsafeMutableBufferPointer { write($0.baseAddress, Int32($0.count), &status) }
  if Int(length) > buffer.count {
    status = U_ZERO_ERROR
    buffer = [UInt16](repeating: 0, count: Int(length))
    length = buffer.withUnsafeMutableBufferPointer { write($0.baseAddress, Int32($0.count), &status) }
  }
  return String(decoding: buffer.prefix(Int(max(0, length))), as: UTF16.self)
}
