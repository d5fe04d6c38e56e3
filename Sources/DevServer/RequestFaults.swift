import NIOCore
import NIOHTTP1

/// Answers what is no request, or too large a one, with a sentence, and closes the connection once that could be read.
final class RequestFaults: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private var isAnswering = false

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let fault = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    guard !isAnswering else { return context.close(promise: nil) }
    isAnswering = true
    let answer =
      fault == .headerOverflow
      ? HTTPAnswer(.requestHeaderFieldsTooLarge, "The preview reads requests of at most 32 kB.")
      : HTTPAnswer(.badRequest, "The preview does not understand this request.")
    var head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: answer.headers)
    head.headers.add(name: "Content-Length", value: String(answer.body.count))
    head.headers.add(name: "Connection", value: "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    // A connection that is closed with bytes unread is reset, and the answer lost with it.
    let channel = context.channel
    context.close(mode: .output, promise: nil)
    context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head: isAnswering = true
    case .body: break
    case .end: isAnswering = false
    }
    context.write(data, promise: promise)
  }
}
