import Glibc

/// The disk itself, by the system calls of POSIX.
package struct PosixFileSystem: FileSystem {
  package init() {}

  package func openFolder(atPath path: String) throws(SystemError) -> Descriptor {
    try descriptor { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  package func makeFolder(atPath path: String) throws(SystemError) {
    try check { mkdir(path, folderMode) }
  }

  package func openFolder(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try descriptor { openat(folder.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  }

  package func makeFolder(_ name: String, in folder: Descriptor) throws(SystemError) {
    try check { mkdirat(folder.number, name, folderMode) }
  }

  package func removeFolder(_ name: String, in folder: Descriptor) throws(SystemError) {
    try check { unlinkat(folder.number, name, AT_REMOVEDIR) }
  }

  package func names(in folder: Descriptor) throws(SystemError) -> [String] {
    // A descriptor of its own, since its reading position and its closing belong to the stream.
    let listed = try openFolder(".", in: folder)
    guard let stream = fdopendir(listed.number) else {
      let error = SystemError(number: errno)
      try close(listed)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(number: errno) }
    return names
  }

  package func openFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try descriptor { openat(folder.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
  }

  package func createFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try descriptor { openat(folder.number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, fileMode) }
  }

  package func openLock(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let lock = try descriptor { openat(folder.number, name, flags, fileMode) }
    do {
      try check { flock(lock.number, LOCK_EX | LOCK_NB) }
    } catch {
      try close(lock)
      throw error
    }
    return lock
  }

  package func status(of file: Descriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    try check { fstat(file.number, &status) }
    return FileStatus(status)
  }

  package func status(of name: String, in folder: Descriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    try check { fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  package func read(_ count: Int, from file: Descriptor, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    let wanted = min(count, buffer.count)
    var filled = 0
    while filled < wanted {
      let count = buffer.withUnsafeMutableBytes { buffer in
        systemRead(file.number, UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<wanted]))
      }
      if count > 0 { filled += count }
      if count == 0 { break }
      if count < 0, errno != EINTR { throw SystemError(number: errno) }
    }
    return filled
  }

  package func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file.number, UnsafeRawBufferPointer(rebasing: $0[written...])) }
      if count > 0 { written += count }
      if count == 0 { throw .inputOutput }
      if count < 0, errno != EINTR { throw SystemError(number: errno) }
    }
  }

  package func synchronize(_ descriptor: Descriptor) throws(SystemError) {
    do {
      try check { fsync(descriptor.number) }
    } catch let error where error.number == EINVAL || error.number == ENOTSUP {
      return  // Some network file systems cannot do it for folders, and order their changes themselves.
    }
  }

  package func close(_ descriptor: Descriptor) throws(SystemError) {
    // A program that another thread is just starting has a copy of the descriptor, which would keep its lock.
    _ = flock(descriptor.number, LOCK_UN)
    // Never tried again: after EINTR the number may already be another file's.
    if systemClose(descriptor.number) != 0, errno != EINTR { throw SystemError(number: errno) }
  }

  package func rename(
    _ name: String, in folder: Descriptor, to newName: String, in newFolder: Descriptor
  ) throws(SystemError) {
    try check { renameat(folder.number, name, newFolder.number, newName) }
  }

  package func removeFile(_ name: String, in folder: Descriptor) throws(SystemError) {
    try check { unlinkat(folder.number, name, 0) }
  }

  private func descriptor(_ call: () -> Int32) throws(SystemError) -> Descriptor {
    while true {
      let number = call()
      if number >= 0 { return Descriptor(number: number) }
      if errno != EINTR { throw SystemError(number: errno) }
    }
  }

  private func check(_ call: () -> Int32) throws(SystemError) {
    while call() != 0 {
      if errno != EINTR { throw SystemError(number: errno) }
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .other
    }
    self.init(kind: kind, size: Int(status.st_size), fileNumber: UInt64(status.st_ino))
  }
}

/// Before the umask, which takes from them what the publisher's account does not grant.
private let fileMode: mode_t = 0o644
private let folderMode: mode_t = 0o755

// Inside the type, its own functions hide the system's of the same name.
private func systemRead(_ number: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(number, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(number, bytes.baseAddress, bytes.count)
}

private func systemClose(_ number: Int32) -> Int32 {
  close(number)
}
