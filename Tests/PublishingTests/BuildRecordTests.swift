import OutputFiles
import Outputs
import Testing

@testable import Publishing

@Suite struct BuildRecordTests {
  private let manifest: Manifest
  private let list: UnfinishedList

  init() throws {
    manifest = Manifest(files: [
      .init(path: try "404.html".outputPath(), size: 12), .init(path: try "a b/é.html".outputPath(), size: 0),
    ])
    var list = UnfinishedList()
    list.folders = [try "a b".outputPath()]
    list.files = [try "404.html".outputPath(), try "folder".outputPath()]
    list.replacements = [.init(path: try "a b/é.html".outputPath(), fileNumber: .max)]
    self.list = list
  }

  @Test func writesAManifestThatPeopleCanRead() {
    let text = "hubwright-manifest 1\n12 404.html\n0 a b/é.html\nend 189bc720a1276b09\n"
    #expect(String(decoding: manifest.encoded(), as: UTF8.self) == text)
  }

  @Test func writesAListThatPeopleCanRead() {
    let text = """
      hubwright-unfinished 1
      folder a b
      file 404.html
      file folder
      18446744073709551615 a b/é.html
      end 0e366ef30fbf75aa

      """
    #expect(String(decoding: list.encoded(), as: UTF8.self) == text)
  }

  /// The digest of the empty text and of "a" and "foobar" as the draft gives them.
  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func endsWithADigest(_ text: String, _ digest: String) {
    #expect(forgedRecord(text) == text + "end \(digest)\n")
  }

  @Test func readsWhatItWrote() {
    #expect(Manifest(decoding: manifest.encoded()) == manifest)
    #expect(UnfinishedList(decoding: list.encoded()) == list)
    #expect(Manifest(decoding: Manifest(files: []).encoded()) == Manifest(files: []))
    #expect(UnfinishedList(decoding: UnfinishedList().encoded()) == UnfinishedList())
  }

  @Test func refusesARecordWithAnyByteChangedOrCut() {
    let bytes = manifest.encoded()
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x01
      #expect(Manifest(decoding: changed) == nil, "byte \(index)")
      #expect(Manifest(decoding: Array(bytes[..<index])) == nil, "cut at \(index)")
    }
  }

  @Test(arguments: [
    "", "hubwright-manifest 1", "hubwright-manifest 2\n", "hubwright-unfinished 1\n", "hubwright-manifest 1\n\n",
    "hubwright-manifest 1\na.html\n", "hubwright-manifest 1\n 1 a.html\n", "hubwright-manifest 1\n1 \n",
    "hubwright-manifest 1\n-x a.html\n", "hubwright-manifest 1\n1 ../a.html\n", "hubwright-manifest 1\n1 a\u{0}b\n",
    "hubwright-manifest 1\n99999999999999999999 a.html\n", "hubwright-manifest 1\n1 a.html",
    "hubwright-manifest 1\n1 .hubwright-lock\n", "hubwright-manifest 1\r\n1 a.html\r\n",
  ])
  func refusesAManifestOfAnotherForm(_ text: String) {
    #expect(Manifest(decoding: Array(forgedRecord(text).utf8)) == nil)
  }

  @Test(arguments: ["12x a", "FILE a", "file ../a", "folder /", "-1 a", "file"])
  func refusesAListOfAnotherForm(_ line: String) {
    #expect(UnfinishedList(decoding: Array(forgedRecord("hubwright-unfinished 1\n\(line)\n").utf8)) == nil)
  }
}

/// A record with its right digest, as somebody would make it who knows the format; computed here anew, so that the writer's
/// own is checked by it.
func forgedRecord(_ text: String) -> String {
  var digest: UInt64 = 14_695_981_039_346_656_037
  for byte in text.utf8 {
    digest ^= UInt64(byte)
    digest = digest &* 1_099_511_628_211
  }
  let digits = String(digest, radix: 16)
  return "\(text)end \(String(repeating: "0", count: 16 - digits.count))\(digits)\n"
}
