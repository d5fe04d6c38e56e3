import CivilTime

/// A zone as the system's time-zone data has it: a file in the format TZif (RFC 9636).
package struct TimeZoneFile: Sendable {
  private typealias Observance = TimeZoneRules.Observance

  /// What holds before the first change.
  private let base: Observance
  /// Those that are listed, in the order of time.
  private let listed: [TimeZoneRules.Change]
  /// What goes on for ever after the last listed change.
  private let lasting: LastingRule?

  /// Nil where the bytes are no such file.
  package init?(_ bytes: [UInt8]) {
    var reader = BlockReader(bytes)
    guard let old = reader.header(), let oldBlock = reader.block(old, timeSize: 4) else { return nil }
    var block = oldBlock
    var footer = ""
    if old.version >= 2 {
      guard let new = reader.header(), let newBlock = reader.block(new, timeSize: 8), let text = reader.footer() else {
        return nil
      }
      block = newBlock
      footer = text
    }
    guard let first = block.types.first(where: { !$0.isDaylightSaving }) ?? block.types.first else { return nil }
    base = block.changes.isEmpty ? first : block.types[0]
    listed = block.changes
    lasting = LastingRule(text: footer)
  }

  /// The zone from the first of January of one year to the end of another, with what held before.
  package func rules(id: String, years: ClosedRange<Int>) -> TimeZoneRules {
    let years = years.clamped(to: CivilDate.years)
    var changes = listed
    if let lasting {
      let last = listed.last?.instant
      let firstYear = max(years.lowerBound - 1, last.map { $0.utc.date.year } ?? years.lowerBound - 1)
      if listed.isEmpty, !lasting.hasDaylightSaving {
        return TimeZoneRules(id: id, base: lasting.standard).covering(years)
      }
      for year in firstYear...max(firstYear, years.upperBound) {
        changes += lasting.changes(in: year).filter { change in last.map { change.instant > $0 } ?? true }
      }
    }
    return TimeZoneRules(id: id, base: base, changes: changes, lasting: lasting).covering(years)
  }
}

/// Reads the blocks of a TZif file; never past its end.
private struct BlockReader {
  struct Header {
    let version: Int
    let counts: [Int]
  }

  struct Block {
    let types: [TimeZoneRules.Observance]
    let changes: [TimeZoneRules.Change]
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func header() -> Header? {
    guard let start = take(20), start.starts(with: "TZif".utf8) else { return nil }
    let digit = Int(start[start.startIndex + 4])
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = number(4), (0...100_000).contains(count) else { return nil }
      counts.append(count)
    }
    return Header(version: digit == 0 ? 1 : digit - 48, counts: counts)
  }

  /// The counts are of UT indicators, standard indicators, leap seconds, changes, types and letters of names.
  mutating func block(_ header: Header, timeSize: Int) -> Block? {
    let (changes, types, letters) = (header.counts[3], header.counts[4], header.counts[5])
    var times: [Int] = []
    for _ in 0..<changes {
      guard let time = number(timeSize) else { return nil }
      times.append(time)
    }
    guard let indices = take(changes) else { return nil }
    var raw: [(offset: Int, isDaylightSaving: Bool, name: Int)] = []
    for _ in 0..<types {
      guard let offset = number(4), let flags = take(2), let saving = flags.first, let name = flags.last else {
        return nil
      }
      raw.append((offset, saving == 1, Int(name)))
    }
    guard let names = take(letters),
      take(header.counts[2] * (timeSize + 4) + header.counts[1] + header.counts[0]) != nil
    else { return nil }
    let observances = raw.map { type in
      TimeZoneRules.Observance(
        offset: type.offset, name: String(decoding: names.dropFirst(type.name).prefix { $0 != 0 }, as: UTF8.self),
        isDaylightSaving: type.isDaylightSaving)
    }
    guard indices.allSatisfy({ Int($0) < observances.count }) else { return nil }
    return Block(
      types: observances,
      changes: zip(times, indices).map { time, index in
        TimeZoneRules.Change(at: Timestamp(secondsSince1970: time), to: observances[Int(index)])
      })
  }

  mutating func footer() -> String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return nil }
    let text = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count - position else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A signed number, the highest octet first.
  private mutating func number(_ size: Int) -> Int? {
    guard let octets = take(size), let first = octets.first else { return nil }
    return octets.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
  }
}
