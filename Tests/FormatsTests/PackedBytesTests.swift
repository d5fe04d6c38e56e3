import Formats
import TestSupport
import Testing

struct PackedBytesTests {
  @Test func givesBackWhatItPacked() throws {
    var numbers = SeededNumbers(seed: 5)
    let files: [[UInt8]] = [
      [], [7], Array(repeating: 65, count: 100_000),
      Array(String(repeating: "Ein Satz, noch ein Satz. ", count: 999).utf8),
      (0..<50_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) },
    ]
    for (number, file) in files.enumerated() {
      let archive = ZipArchive(entries: [ZipArchive.Entry(path: "a", PackedBytes(deflating: file))])
      let entries = try UnpackedZip(archive.encoded()).entries
      #expect(entries.map(\.bytes) == [file], "file \(number)")
    }
  }

  @Test func storesWhatDeflatingWouldNotMakeSmaller() {
    #expect(!PackedBytes(deflating: [1, 2, 3]).isDeflated)
    #expect(!PackedBytes(deflating: []).isDeflated)
    let text = PackedBytes(deflating: Array(repeating: 65, count: 1_000))
    #expect(text.isDeflated)
    #expect(text.bytes.count < 30)
    #expect(text.size == 1_000)
  }

  @Test func weighsAFileAsGzipDoes() {
    let packed = PackedBytes(deflating: Array(repeating: 65, count: 1_000))
    #expect(packed.gzipSize == packed.bytes.count + 18)
  }

  /// Some more than what a host sends, since no codes are fitted to the file.
  @Test func boundsWhatHostsSend() {
    var numbers = SeededNumbers(seed: 6)
    let words = (0..<200).map { _ in String(numbers.next() % 100_000, radix: 26) }
    let text = (0..<5_000).map { _ in words[Int(numbers.next() % 200)] }.joined(separator: " ")
    let noise = (0..<50_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
    let files: [[UInt8]] = [
      [], [7], Array("abcdefgh".utf8), Array("abcdefghi".utf8), Array(repeating: 65, count: 100_000),
      Array(text.utf8), noise, noise + noise[20_000...], Array(text.utf8.dropLast(3)),
    ]
    for (number, file) in files.enumerated() {
      let packed = PackedBytes(deflating: file, .usual).gzipSize
      #expect(gzipSizeBound(of: file) >= packed, "file \(number)")
      #expect(gzipSizeBound(of: file) <= packed * 3 / 2 + 1_000, "file \(number)")
    }
  }
}
