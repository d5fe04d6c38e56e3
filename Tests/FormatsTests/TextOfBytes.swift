import CivilTime

/// What an encoder wrote, as a text to compare.
func text(of bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}

/// A text in which every kind of trouble stands: markup, quotes, line ends, controls, wide and combined characters.
let hostileText = "</title>]]>&amp;\"'`\\n\r\n\t\0\u{1B}\u{7F}\u{FFFE}\u{FFFF}\u{2028}é日本👩🏽‍🚀ע<!--<script>;,:%"

/// An instant by the text that says it; a text that says none shows as 1970 in what a test compares.
func instant(_ text: String) -> Timestamp {
  Timestamp(rfc3339Text: text) ?? Timestamp(secondsSince1970: 0)
}

func date(_ text: String) -> CivilDate {
  CivilDate(isoText: text) ?? .first
}

func local(_ text: String) -> CivilDateTime {
  CivilDateTime(isoText: text) ?? CivilDateTime(.first, .midnight)
}
