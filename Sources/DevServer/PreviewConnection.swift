import Dispatch
import NIOCore
import NIOHTTP1
import Synchronization

/// The connection of a browser: its requests, one after the other, or the stream of events of a page that is open.
final class PreviewConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let current: CurrentPreview
  private let waiting: WaitingConnections
  private var request: HTTPRequestHead?
  /// Whether the connection ends with the answer.
  private var isLast = false
  private var deadline: Scheduled<Void>?

  /// How long a browser may take to send a whole request, or to take an answer.
  private let patience: TimeAmount

  init(_ current: CurrentPreview, _ waiting: WaitingConnections, patience: TimeAmount) {
    self.current = current
    self.waiting = waiting
    self.patience = patience
  }

  func channelActive(context: ChannelHandlerContext) {
    waitForRequest(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    waiting.remove(context.channel)
    current.forget(context.channel)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      // Who waits for leave to send more gets the answer in its place (RFC 9110, section 10.1.1), and what is sent all the same is not read.
      guard !head.headers.contains(name: "Expect") else {
        isLast = true
        return reply(to: head, context)
      }
      request = head
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      reply(to: request, context)
    }
  }

  /// A peer that went away, or that does not speak HTTP and was told so.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func waitForRequest(_ context: ChannelHandlerContext) {
    waiting.add(context.channel)
    expectSomething(context)
  }

  private func expectSomething(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }

  /// Pages are rendered aside, so that a large file holds up no other connection.
  private func reply(to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    waiting.remove(context.channel)
    deadline?.cancel()
    let (current, port) = (current, context.channel.port)
    let answered = context.eventLoop.makePromise(of: Answer.self)
    answered.futureResult.assumeIsolated().whenSuccess { answer in
      guard context.channel.isActive else { return }
      switch answer {
      case .once(let answer): self.send(answer, to: request, context)
      case .events: self.sendEvents(to: request, context)
      }
    }
    DispatchQueue.global().async { answered.succeed(answer(request, current.value, port: port)) }
  }

  private func send(_ answer: HTTPAnswer, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    // What comes behind a head that is refused is not read.
    let staysOpen = request.isKeepAlive && answer.status != .badRequest && !isLast
    var head = HTTPResponseHead(version: request.version, status: answer.status, headers: answer.headers)
    head.headers.add(name: "Content-Length", value: String(answer.body.count))
    head.headers.add(name: "Connection", value: staysOpen ? "keep-alive" : "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD, !answer.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    expectSomething(context)
    let isSent = context.eventLoop.makePromise(of: Void.self)
    isSent.futureResult.assumeIsolated().whenComplete { _ in
      guard context.channel.isActive else { return }
      if staysOpen { self.waitForRequest(context) } else { context.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: isSent)
  }

  /// Names the state now and whenever there is another, for as long as the page is open (the HTML standard, "Server-sent events").
  private func sendEvents(to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let headers = HTTPHeaders([
      ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("Connection", "close"),
    ])
    let head = HTTPResponseHead(version: request.version, status: .ok, headers: headers)
    context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    current.tell(context.channel)
  }
}

/// The newest preview, and the pages that are told of the next.
final class CurrentPreview: Sendable {
  private struct State: Sendable {
    var preview: Preview
    var listeners: [ObjectIdentifier: any Channel] = [:]
  }

  private let state: Mutex<State>

  init(_ preview: Preview) { state = Mutex(State(preview: preview)) }

  var value: Preview { state.withLock { $0.preview } }

  func replace(with preview: Preview) {
    state.withLock {
      $0.preview = preview
      for channel in $0.listeners.values { Self.send(preview.state, to: channel) }
    }
  }

  /// Tells a connection the state now and, until it is forgotten, each one after.
  func tell(_ channel: any Channel) {
    state.withLock {
      $0.listeners[ObjectIdentifier(channel)] = channel
      Self.send($0.preview.state, to: channel)
    }
  }

  func forget(_ channel: any Channel) {
    state.withLock { _ = $0.listeners.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  /// In the connection's own turn: a write that fails closes it, which is told to who holds the lock here.
  private static func send(_ state: String, to channel: any Channel) {
    channel.eventLoop.execute {
      let event = ByteBuffer(string: "data: \(state)\n\n")
      channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(event)), promise: nil)
    }
  }
}

/// The connections whose next request has not come; of too many, the one that has waited longest makes room.
final class WaitingConnections: Sendable {
  private let channels = Mutex<[any Channel]>([])
  private static let most = 200

  func add(_ channel: any Channel) {
    let oldest = channels.withLock { channels -> (any Channel)? in
      channels.append(channel)
      return channels.count > Self.most ? channels.removeFirst() : nil
    }
    oldest?.close(promise: nil)
  }

  func remove(_ channel: any Channel) {
    channels.withLock { $0.removeAll { $0 === channel } }
  }
}
