import Formats
import Testing

struct PictureSizeTests {
  private static let png: [UInt8] =
    [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 0x2C, 0, 0, 0, 200]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0]
  /// An APP0 segment of four bytes, then the head of a progressive frame.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC2, 0, 11, 8, 1, 0xE0, 2, 0x80, 3]
  private static let lossy: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [
      0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x64, 0x40, 50, 0,
    ]
  private static let lossless: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F, 99, 0x40, 12, 0]
  private static let extended: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]

  /// Three bytes for each of its sides.
  private static let large: [UInt8] = Array(extended.dropLast(6)) + [0x0E, 1, 1, 0x1D, 2, 1]
  /// Fourteen bits for each of its sides, over bytes that they share.
  private static let largeLossless: [UInt8] = Array(lossless.dropLast(4)) + [0x2B, 0xC1, 0xFF, 0x0F]

  @Test(arguments: [
    (large, 65_807, 66_078), (largeLossless, 300, 16_384), (png, 300, 200), (gif, 320, 240), (jpeg, 640, 480),
    (lossy, 100, 50), (lossless, 100, 50), (extended, 100, 50),
    (Array(#"<?xml version="1.0"?><svg xmlns="a" width="120px" height='80'><g/></svg>"#.utf8), 120, 80),
    (Array(#"<svg width="100%" height="100%" viewBox="0 0 300.4 150">"#.utf8), 300, 150),
    (Array(#"<svg stroke-width="3" viewBox="0,0,30,15">"#.utf8), 30, 15),
    (Array("<svg\nwidth=\"12\"\n\theight='8'>".utf8), 12, 8), (Array("<svg\twidth='12'\theight=\"8.6\">".utf8), 12, 9),
    (Array("<svg\nwidth='1' height='100000'>".utf8), 1, 100_000),
    (Array("<svg width='5' viewBox='0 0 300 150'>".utf8), 300, 150),
  ])
  func readsTheSizeOfEachFormat(_ head: [UInt8], _ width: Int, _ height: Int) {
    let size = PictureSize(ofHead: head)
    #expect(size?.width == width)
    #expect(size?.height == height)
  }

  @Test(arguments: [png, gif, jpeg, lossy, lossless, extended])
  func saysNothingOfAHeadThatIsCutOff(_ head: [UInt8]) {
    for count in 0..<head.count where count < head.count - 1 {
      let size = PictureSize(ofHead: Array(head.prefix(count)))
      #expect(size == nil || count >= head.count - 4, "\(count) bytes")
    }
  }

  @Test(arguments: [
    "", "no picture", "<svg>", "<svg width=\"1em\" height=\"2em\">", "<svg width=\"0\" height=\"5\">",
    "<svg viewBox=\"0 0 1\">", "<svg width=\"3\" height=\"100001\">", "<svg width=\"0.9\" height=\"5\">",
    "<svg data-width=\"3\" data-height=\"5\">", "<svg viewBox=\"0 0 1 1 1\">", "<svg width=\"3\" height=\"5\"",
    "<svg width=\"1e99\" height=\"5\">",
  ])
  func saysNothingWhereThereIsNoSize(_ text: String) {
    #expect(PictureSize(ofHead: Array(text.utf8)) == nil)
  }

  @Test func readsNoEndlessChainOfSegments() {
    #expect(PictureSize(ofHead: [0xFF, 0xD8] + Array(repeating: 0xFF, count: 70_000)) == nil)
    #expect(PictureSize(ofHead: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0]) == nil)
  }
}
