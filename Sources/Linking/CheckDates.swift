import CivilTime
import Content
import Diagnostics

/// Checks that articles were published and changed in that order, and not after the day on which readers see them first.
///
/// Records have days that lie ahead for good reasons: an election that is to be held.
func checkDates(_ documents: [Document], on today: CivilDate) -> [Diagnostic] {
  documents.flatMap { document -> [Diagnostic] in
    let common = document.common
    guard document.kind.isArticle, let date = common.date else { return [] }
    let shown = max(today, common.publish ?? .first)
    // What a translation has from its original is reported there.
    let isFuture = date.firstDay > shown && common.datePlace?.isInherited != true
    let future = Diagnostic(
      .futureDate,
      "'date' is the day on which readers see the page first, and it is shown from \(shown.isoText) on, before \(date.isoText)",
      at: common.datePlace ?? document.place,
      help: "Add 'publish: \(date.firstDay.isoText)', which holds the page back until then, or correct the day")
    guard let updated = common.updated, updated < date.firstDay, common.updatedPlace?.isInherited != true else {
      return isFuture ? [future] : []
    }
    let order = Diagnostic(
      .updatedBeforeDate, "a page is changed after it is published, and \(updated.isoText) lies before \(date.isoText)",
      at: common.updatedPlace ?? document.place, help: "Correct one of the two days, or take 'updated' out")
    return (isFuture ? [future] : []) + [order]
  }
}
