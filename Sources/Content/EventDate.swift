extension FieldReader {
  /// Of an article that tells of a meeting.
  mutating func eventDate() -> Moment? {
    moment("event_date", "The day of what it tells of, where that is not the opening of its meeting.")
  }
}
