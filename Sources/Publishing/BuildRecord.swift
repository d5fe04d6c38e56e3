import Formats
import Linking
import OutputFiles

/// What a build writes down for the next one: a title with the format's version, lines of a word and a path, and a digest
/// of all that, by which damage is noticed.
struct BuildRecord: Equatable {
  struct Line: Equatable {
    let word: String
    let path: OutputPath
  }

  let title: String
  var lines: [Line] = []

  func encoded() -> [UInt8] {
    var bytes = Array(title.utf8)
    bytes.append(newline)
    for line in lines {
      bytes.append(contentsOf: line.word.utf8)
      bytes.append(space)
      bytes.append(contentsOf: line.path.text.utf8)
      bytes.append(newline)
    }
    bytes.append(contentsOf: Self.ending(of: bytes[...]))
    return bytes
  }

  init(title: String) { self.title = title }

  /// Refuses what is not whole to the last byte: a path of a damaged record could be the name of a stranger's file.
  init?(title: String, decoding bytes: [UInt8]) {
    self.title = title
    let endingLength = Self.ending(of: []).count
    let body = bytes.dropLast(endingLength)
    guard bytes.count > endingLength, bytes.suffix(endingLength).elementsEqual(Self.ending(of: body)) else {
      return nil
    }
    let rows = body.split(separator: newline, omittingEmptySubsequences: false)
    guard rows.count > 1, rows[0].elementsEqual(title.utf8), rows[rows.count - 1].isEmpty else { return nil }
    for row in rows.dropFirst().dropLast() {
      guard let gap = row.firstIndex(of: space), let path = OutputPath(utf8: row[(gap + 1)...]) else { return nil }
      lines.append(Line(word: String(decoding: row[..<gap], as: UTF8.self), path: path))
    }
  }

  /// The last line: a digest that finds accidents; against forgery nothing here helps but the check of every path.
  private static func ending(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array("end \(fnv1a(bytes).hexadecimal(digits: 16))\n".utf8)
  }
}

/// Every file of the site as the last whole build left it, with its size, sorted by path; before them, whose site it is.
struct Manifest: Equatable {
  struct File: Equatable {
    let path: OutputPath
    let size: Int
  }

  static let name = ".hubwright-manifest"
  private static let title = "hubwright-manifest 1"
  private static let ownerWord = "hub"

  /// The hub's address without its scheme; nil in manifests of hubs that have none which is a path.
  let owner: OutputPath?
  let files: [File]

  init(owner: OutputPath? = nil, files: [File]) {
    self.owner = owner
    self.files = files
  }

  init?(decoding bytes: [UInt8]) {
    guard let record = BuildRecord(title: Self.title, decoding: bytes) else { return nil }
    var files: [File] = []
    var owner: OutputPath?
    for line in record.lines {
      if line.word == Self.ownerWord {
        owner = line.path
        continue
      }
      guard let size = Int(line.word), size >= 0 else { return nil }
      files.append(File(path: line.path, size: size))
    }
    self.owner = owner
    self.files = files
  }

  func encoded() -> [UInt8] {
    var record = BuildRecord(title: Self.title)
    record.lines = owner.map { [BuildRecord.Line(word: Self.ownerWord, path: $0)] } ?? []
    record.lines += files.map { BuildRecord.Line(word: String($0.size), path: $0.path) }
    return record.encoded()
  }
}

/// What a build is about to do, on disk from before its first temporary file until after its manifest.
struct UnfinishedList: Equatable {
  /// A file that comes in a stranger's place: the path is the build's from the moment its file has this number.
  struct Replacement: Equatable {
    let path: OutputPath
    let fileNumber: UInt64
  }

  static let name = ".hubwright-unfinished"
  private static let title = "hubwright-unfinished 1"

  /// Where temporary files may lie; those left empty may go.
  var folders: [OutputPath] = []
  /// What this build, or an unfinished one before it, may have put in place, and what it removes.
  var files: [OutputPath] = []
  var replacements: [Replacement] = []

  init() {}

  init?(decoding bytes: [UInt8]) {
    guard let record = BuildRecord(title: Self.title, decoding: bytes) else { return nil }
    for line in record.lines {
      if line.word == "folder" {
        folders.append(line.path)
      } else if line.word == "file" {
        files.append(line.path)
      } else if let fileNumber = UInt64(line.word) {
        replacements.append(Replacement(path: line.path, fileNumber: fileNumber))
      } else {
        return nil
      }
    }
  }

  func encoded() -> [UInt8] {
    var record = BuildRecord(title: Self.title)
    record.lines += folders.map { BuildRecord.Line(word: "folder", path: $0) }
    record.lines += files.map { BuildRecord.Line(word: "file", path: $0) }
    record.lines += replacements.map { BuildRecord.Line(word: String($0.fileNumber), path: $0.path) }
    return record.encoded()
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
