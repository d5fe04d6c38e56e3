/// A place in a numbered series of articles.
package struct SeriesPart: Sendable {
  /// The id of a series that `hub.yaml` declares.
  package let series: Named
  package let part: Int?
}

extension FieldReader {
  mutating func seriesPart() -> SeriesPart? {
    let series = named("series", in: .series, "The series that it is part of, as declared in hub.yaml.")
    let part = number("part", "Its number in the series.")
    return series.map { SeriesPart(series: $0, part: part) }
  }
}
