import CivilTime
import Diagnostics

/// Who answers for a translation: a person who read it beside its original, and the day on which that was.
package struct TranslationReview: Sendable {
  package let by: String
  package let date: CivilDate

  static func read(_ fields: inout FieldReader) -> Self? {
    let by = fields.text("by", required: true, "The person's name.")
    let date = fields.date("date", required: true, "The day on which the person read it.")
    guard let by, let date else { return nil }
    return Self(by: by, date: date)
  }

  static let field = "reviewed"
}

extension FieldReader {
  mutating func translationReview() -> TranslationReview? {
    sharing(.own) {
      $0.group(
        TranslationReview.field, "a review", "Of a translation: who read it beside its original, and when.",
        TranslationReview.read)
    }
  }

  /// Reports an original that says who reviewed its translation.
  mutating func reportReviewOfOriginal() {
    guard let place = place(of: TranslationReview.field) else { return }
    diagnostics.append(
      Diagnostic(
        .unknownField, "'\(TranslationReview.field)' says who reviewed a translation, and this is an original",
        at: place, help: "Write it into the translation"))
  }
}
