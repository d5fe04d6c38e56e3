import Glibc

/// Why the preview cannot listen.
package enum ListenFailure: Error, Sendable, Equatable {
  /// Another program listens on the port.
  case portIsTaken
  /// An error number of POSIX.
  case system(Int32)
}

/// A socket that only programs on this machine can reach: the one place of the project that opens any.
struct LoopbackSocket: Sendable {
  private let descriptor: Int32

  /// Listens on 127.0.0.1, and on ::1 where the machine has it.
  static func listen(on port: UInt16) throws(ListenFailure) -> [LoopbackSocket] {
    let version4 = try listen(family: AF_INET, port: port)
    do {
      return [version4, try listen(family: AF_INET6, port: port)]
    } catch .portIsTaken {
      version4.close()
      throw .portIsTaken
    } catch {
      return [version4]
    }
  }

  private static func listen(family: Int32, port: UInt16) throws(ListenFailure) -> LoopbackSocket {
    let socket = LoopbackSocket(descriptor: systemSocket(family, Int32(SOCK_STREAM.rawValue)))
    guard socket.descriptor >= 0 else { throw .system(errno) }
    _ = fcntl(socket.descriptor, F_SETFD, FD_CLOEXEC)
    socket.set(SOL_SOCKET, SO_REUSEADDR, Int32(1))
    guard socket.bind(family: family, port: port) == 0, systemListen(socket.descriptor, 64) == 0 else {
      let number = errno
      socket.close()
      throw number == EADDRINUSE ? .portIsTaken : .system(number)
    }
    return socket
  }

  private func bind(family: Int32, port: UInt16) -> Int32 {
    if family == AF_INET {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
      return bind(&address)
    }
    set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, Int32(1))
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    inet_pton(AF_INET6, "::1", &address.sin6_addr)
    return bind(&address)
  }

  private func bind<Address>(_ address: inout Address) -> Int32 {
    let length = socklen_t(MemoryLayout<Address>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { systemBind(descriptor, $0, length) }
    }
  }

  private func set<Value>(_ level: Int32, _ option: Int32, _ value: Value) {
    withUnsafePointer(to: value) { pointer in
      _ = setsockopt(descriptor, level, option, pointer, socklen_t(MemoryLayout<Value>.size))
    }
  }

}

// MARK: Connections

extension LoopbackSocket {
  /// Waits for the next connection; nil where the socket was closed.
  func accept() -> LoopbackSocket? {
    while true {
      let accepted = systemAccept(descriptor)
      if accepted >= 0 {
        let connection = LoopbackSocket(descriptor: accepted)
        connection.prepare()
        return connection
      }
      // Out of descriptors or a connection that was given up: the next may do.
      guard [EINTR, ECONNABORTED, EMFILE, ENFILE, ENOMEM].contains(errno) else { return nil }
      if errno != EINTR { usleep(20_000) }
    }
  }

  private func prepare() {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A head and a body that are written after each other shall not wait for each other's arrival.
    set(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
    set(SOL_SOCKET, SO_RCVTIMEO, timeval(tv_sec: 30, tv_usec: 0))
    set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: 10, tv_usec: 0))
  }

  /// Some bytes, at most so many; none where the other side is done or silent for half a minute.
  func read(atMost count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      repeat { length = max(-1, recv(descriptor, buffer.baseAddress, count, 0)) } while length < 0 && errno == EINTR
      length = max(0, length)
    }
  }

  /// Whether all bytes could be sent.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = send(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Whether the other side has gone; a preview's pages say nothing once they listen.
  var isAbandoned: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) != 0
  }

  func close() { _ = systemClose(descriptor) }
}

// The system's functions, whose names are hidden where methods have them too.
private func systemSocket(_ family: Int32, _ kind: Int32) -> Int32 { socket(family, kind, 0) }
private func systemBind(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
  bind(descriptor, address, length)
}
private func systemListen(_ descriptor: Int32, _ waiting: Int32) -> Int32 { listen(descriptor, waiting) }
private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
