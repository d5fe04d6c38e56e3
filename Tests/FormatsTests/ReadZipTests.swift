import CivilTime
import Formats
import TestSupport
import Testing

/// What others packed is read as far as it is whole, and never further.
struct ReadZipTests {
  private static let files: [String: [UInt8]] = [
    "a/b.txt": Array(repeating: 65, count: 5_000), "a/ü.txt": [1, 2, 3], "a/empty": [],
  ]
  private static let archive = ZipArchive(
    entries: files.map { ZipArchive.Entry(path: $0.key, PackedBytes(deflating: $0.value)) })

  @Test func readsWhatWasPacked() throws {
    let bytes = try Self.archive.encoded()
    let read = try readZip(bytes)
    #expect(Dictionary(uniqueKeysWithValues: read.entries.map { ($0.path, $0.content.unpacked()) }) == Self.files)
    #expect(read.modified == ZipArchive.earliestDate)
    #expect(read.isAsPacked(bytes))
  }

  @Test func readsPastAComment() throws {
    var bytes = try Self.archive.encoded()
    bytes[bytes.count - 2] = 3
    let read = try readZip(bytes + Array("PK!".utf8))
    #expect(read.entries.count == 3)
    #expect(!read.isAsPacked(bytes + Array("PK!".utf8)))
  }

  @Test func readsAnEmptyArchive() throws {
    let read = try readZip(try ZipArchive(entries: []).encoded())
    #expect(read.entries.isEmpty)
    #expect(read.modified == nil)
  }

  @Test func refusesWhatIsCutOff() throws {
    let bytes = try Self.archive.encoded()
    for length in bytes.indices {
      #expect(throws: UnreadableZip.self, "\(length) octets") { try readZip(Array(bytes[..<length])) }
    }
  }

  /// An archive of a few octets cannot have a machine ask for all of its memory.
  @Test func believesNoSizeThatCannotBe() throws {
    var bytes = try ZipArchive(entries: [ZipArchive.Entry(path: "a", PackedBytes(deflating: [1]))]).encoded()
    let directory = bytes.count - 22 - 47
    bytes.replaceSubrange((directory + 24)..<(directory + 28), with: [0xFF, 0xFF, 0xFF, 0x7F])
    let refusal = #expect(throws: UnreadableZip.self) { try readZip(bytes) }
    #expect(refusal?.reason == "says of 'a' what cannot be")
  }
}
