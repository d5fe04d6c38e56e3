import Formats
import TestSupport
import Testing

struct PackedBytesTests {
  /// Some that deflating makes smaller and some that it does not, of more than one block, too.
  private static let files: [[UInt8]] = {
    var numbers = SeededNumbers(seed: 5)
    return [
      [], [7], Array(repeating: 65, count: 100_000),
      Array(String(repeating: "Ein Satz, noch ein Satz. ", count: 999).utf8),
      (0..<150_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) },
    ]
  }()

  @Test func packsAsGzip() throws {
    for (number, file) in Self.files.enumerated() {
      let packed = PackedBytes(deflating: file).gzipped()
      #expect(try UnpackedZip.ungzipped(packed, size: file.count) == file, "file \(number)")
    }
  }

  @Test func givesBackWhatItPacked() throws {
    for (number, file) in Self.files.enumerated() {
      #expect(PackedBytes(deflating: file).unpacked() == file, "file \(number)")
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

  /// Never less than what a host sends, where the parts of a file are alike, and not twice as much.
  @Test func estimatesWhatHostsSend() {
    var numbers = SeededNumbers(seed: 6)
    let words = (0..<200).map { _ in String(numbers.next() % 100_000, radix: 26) }
    func text(_ count: Int) -> [UInt8] {
      Array((0..<count).map { _ in words[Int(numbers.next() % 200)] }.joined(separator: " ").utf8)
    }
    let noise = (0..<50_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
    let files: [[UInt8]] = [[7], Array("abcdefghi".utf8), text(2_000), text(5_000), text(50_000), noise]
    for (number, file) in files.enumerated() {
      let packed = PackedBytes(deflating: file, .usual).gzipSize
      for sample in [512, 1_024] {
        let estimate = estimatedGzipSize(of: file, sample: sample)
        #expect((packed * 99 / 100 - 10...packed * 2).contains(estimate), "file \(number), sample of \(sample)")
      }
    }
    #expect(estimatedGzipSize(of: [], sample: 512) == 18)
  }
}
