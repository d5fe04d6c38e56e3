/// Who may take part in a meeting or a body.
package enum Openness: String, Sendable, CaseIterable {
  case open
  case membership
  case delegation
  case closed
}
