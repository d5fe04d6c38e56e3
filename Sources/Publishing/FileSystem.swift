import Glibc

/// What writing a site asks of a file system: the seam at which tests make every single operation fail.
///
/// All names are one part of a path, looked up in an open folder, and no symbolic link is ever followed but on the way to
/// the output folder itself.
package protocol FileSystem: Sendable {
  /// Follows symbolic links: the publisher named this folder.
  func openFolder(atPath path: String) throws(SystemError) -> Descriptor
  func makeFolder(atPath path: String) throws(SystemError)

  func openFolder(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor
  func makeFolder(_ name: String, in folder: Descriptor) throws(SystemError)
  func removeFolder(_ name: String, in folder: Descriptor) throws(SystemError)
  /// The names in a folder, in no order, without `.` and `..`.
  func names(in folder: Descriptor) throws(SystemError) -> [String]

  /// Opens an existing file to be read; never waits for the other end of a pipe.
  func openFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor
  /// Makes a file to be written; an entry of this name is an error.
  func createFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor
  /// Opens a file, made when it is missing, and locks it until it is closed; `isLocked` when another has the lock.
  func openLock(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor
  func status(of file: Descriptor) throws(SystemError) -> FileStatus
  func status(of name: String, in folder: Descriptor) throws(SystemError) -> FileStatus
  /// Reads as many bytes as asked for into the start of the buffer, or as there are, and says how many.
  func read(_ count: Int, from file: Descriptor, into buffer: inout [UInt8]) throws(SystemError) -> Int
  /// Writes all bytes.
  func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError)
  /// Returns when the content of a file or the names in a folder would outlast a power cut.
  func synchronize(_ descriptor: Descriptor) throws(SystemError)
  /// The descriptor is gone even when an error says that what was written through it is not on disk.
  func close(_ descriptor: Descriptor) throws(SystemError)

  func rename(_ name: String, in folder: Descriptor, to newName: String, in newFolder: Descriptor) throws(SystemError)
  func removeFile(_ name: String, in folder: Descriptor) throws(SystemError)
}

/// An open file or folder.
package struct Descriptor: Sendable, Hashable {
  package let number: Int32

  package init(number: Int32) { self.number = number }
}

/// What stands under a name.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable { case file, folder, symbolicLink, other }

  package let kind: Kind
  package let size: Int
  /// The file system's number for the file, which stays when it is renamed.
  package let fileNumber: UInt64

  package init(kind: Kind, size: Int, fileNumber: UInt64) {
    self.kind = kind
    self.size = size
    self.fileNumber = fileNumber
  }
}

/// Why the system refused: an error number of POSIX.
package struct SystemError: Error, Sendable, Hashable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static let notFound = SystemError(number: ENOENT)
  package static let exists = SystemError(number: EEXIST)
  package static let isLocked = SystemError(number: EWOULDBLOCK)
  package static let diskIsFull = SystemError(number: ENOSPC)
  package static let inputOutput = SystemError(number: EIO)
  package static let isFolder = SystemError(number: EISDIR)

  /// Whether nothing of ours can stand at the path: it, or a folder on the way, is missing or is no folder.
  var isAbsence: Bool { [ENOENT, ENOTDIR, ELOOP].contains(number) }

  /// Whether a folder stays because something is in it or mounted on it.
  var isOccupation: Bool { [ENOTEMPTY, EEXIST, EBUSY].contains(number) }

  /// The cause in a few words that begin a sentence.
  package var reason: String {
    switch number {
    case ENOSPC: "The disk is full"
    case EDQUOT: "The disk quota is used up"
    case EROFS: "The disk is read-only"
    case EACCES, EPERM: "Permission denied"
    default: String(cString: strerror(number))
    }
  }
}
