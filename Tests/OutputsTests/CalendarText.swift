/// What tests ask of a calendar's text.
extension String {
  /// The value of a property in each dated event that has it, in order, with folded lines joined.
  func events(_ property: String) -> [String] {
    replacing("\r\n ", with: "").pieces(between: "BEGIN:VEVENT\r\n", and: "END:VEVENT").compactMap { event in
      event.split(separator: "\r\n").lazy.compactMap { line -> String? in
        guard line.hasPrefix("\(property):") || line.hasPrefix("\(property);"), let colon = line.firstIndex(of: ":")
        else {
          return nil
        }
        return String(line[line.index(after: colon)...])
      }.first
    }
  }
}
