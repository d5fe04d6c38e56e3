import _FoundationICU

/// Writes ranges of days, months or years as CLDR does for a language: "2–13 juin 2031", "2031年6月2日至13日", "июнь — июль 2027 г.".
///
/// A class for the reason that `PluralRules` is one; ICU guards the formatter's own state.
package final class DayRanges: Sendable {
  /// What is written of each end, as a skeleton of ICU.
  package enum Unit: String, Sendable, CaseIterable {
    case day = "yMMMMd"
    case month = "yMMMM"
    case year = "y"
  }

  private nonisolated(unsafe) let formatter: OpaquePointer?

  /// `locale` is a language tag such as `fr` or `pt-BR`.
  package init(locale: String, unit: Unit = .day) {
    var status = U_ZERO_ERROR
    let skeleton = Array(unit.rawValue.utf16)
    let zone = Array("Etc/UTC".utf16)
    formatter = swift_udtitvfmt_open(
      locale, skeleton, Int32(skeleton.count), zone, Int32(zone.count), &status)
  }

  deinit { swift_udtitvfmt_close(formatter) }

  /// `first` and `last` are days since 1 January 1970.
  package func text(from first: Int, to last: Int) -> String {
    let day = 86_400_000.0
    return filled { buffer, size, status in
      swift_udtitvfmt_format(formatter, Double(first) * day, Double(last) * day, buffer, size, nil, &status)
    }
  }
}
