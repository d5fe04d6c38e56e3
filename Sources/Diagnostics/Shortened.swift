/// A written text as a message quotes it: sixty characters at the most, and no more of any that hundreds of marks are heaped on.
package func shortened(_ text: String) -> String {
  let short = String(text.unicodeScalars.prefix(240)).prefix(60)
  return short.utf8.count == text.utf8.count ? text : "\(short)…"
}
