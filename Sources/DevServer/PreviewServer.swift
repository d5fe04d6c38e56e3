import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Why the preview cannot listen.
package enum ListenFailure: Error, Sendable, Equatable {
  /// Another program listens on the port.
  case portIsTaken
  /// An error number of POSIX.
  case system(Int32)
}

/// Serves the newest preview to this machine alone, and tells open pages when there is a newer one: the one place of the project
/// that opens sockets.
package final class PreviewServer: Sendable {
  package let port: Int
  private let listeners: [any Channel]
  private let current: CurrentPreview

  /// Listens on one of the ports, the first that is free; port 0 stands for any. A connection is closed that takes longer than
  /// `patience` to send a whole request, or to take an answer.
  package init(
    ports: [UInt16], preview: Preview, patience: Duration = .seconds(30)
  ) throws(ListenFailure) {
    let current = CurrentPreview(preview)
    let bootstrap = Self.bootstrap(current, TimeAmount(patience))
    self.current = current
    for port in ports {
      do {
        listeners = try Self.listen(on: Int(port), bootstrap)
        self.port = listeners[0].port
        return
      } catch .portIsTaken {
        continue
      }
    }
    throw .portIsTaken
  }

  deinit {
    for listener in listeners { listener.close(promise: nil) }
  }

  /// Shows another preview: pages that are open ask for it at once.
  package func show(_ preview: Preview) { current.replace(with: preview) }

  /// One thread moves the bytes of all connections; it is never stopped.
  private static let eventLoop = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  private static func bootstrap(_ current: CurrentPreview, _ patience: TimeAmount) -> ServerBootstrap {
    let waiting = WaitingConnections()
    return ServerBootstrap(group: eventLoop)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // A head and a body that are written after each other shall not wait for each other's arrival.
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(HTTPResponseEncoder())
          try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: .ofBrowsers)))
          try pipeline.addHandler(HTTPServerPipelineHandler())
          try pipeline.addHandler(RequestFaults())
          try pipeline.addHandler(PreviewConnection(current, waiting, patience: patience))
        }
      }
  }

  /// Listens on 127.0.0.1, and on ::1 where the machine has it.
  private static func listen(on port: Int, _ bootstrap: ServerBootstrap) throws(ListenFailure) -> [any Channel] {
    let version4 = try listen(at: "127.0.0.1", port, bootstrap)
    do {
      return [version4, try listen(at: "::1", version4.port, bootstrap)]
    } catch .portIsTaken {
      version4.close(promise: nil)
      // A port that the system chose may be taken at the other address alone.
      if port == 0 { return try listen(on: port, bootstrap) }
      throw .portIsTaken
    } catch {
      return [version4]
    }
  }

  private static func listen(
    at address: String, _ port: Int, _ bootstrap: ServerBootstrap
  ) throws(ListenFailure) -> any Channel {
    do {
      return try bootstrap.bind(to: SocketAddress(ipAddress: address, port: port)).wait()
    } catch {
      let number = (error as? IOError)?.errnoCode ?? EIO
      throw number == EADDRINUSE ? .portIsTaken : .system(number)
    }
  }
}

extension NIOHTTPDecoderLimitConfiguration {
  /// Far more than a browser says.
  fileprivate static var ofBrowsers: Self {
    var limits = Self()
    limits.maxHeaderFieldSize = 16_384
    limits.maxHeaderListSize = 32_768
    limits.maxHeaderFieldCount = 100
    return limits
  }
}

extension Channel {
  /// The port of this side.
  var port: Int { localAddress?.port ?? 0 }
}
