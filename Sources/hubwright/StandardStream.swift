import Foundation

/// Where the program speaks: what it was asked for on its standard output, all else on its standard error.
enum StandardStream: Int32 {
  case output = 1
  case errors = 2

  /// To be called before anything is opened. A stream that is closed is held by a file that takes nothing, since the next file to
  /// be opened would have its number, and what is said would be written into it; a reader that goes away ends no program, nor does a file that
  /// may not become so large (`ulimit -f`).
  static func prepare() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
  }

  /// Writes the text at once and whole. Where the standard output takes no more, the result is lost and the program ends as one whose
  /// machine failed; what is said aside decides nothing.
  func write(_ text: String) {
    let isWritten = Array(text.utf8).withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(rawValue, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count > 0 { written += count }
        if count == 0 || count < 0 && errno != EINTR { return false }
      }
      return true
    }
    guard !isWritten, self == .output else { return }
    StandardStream.errors.write("hubwright: \(String(cString: strerror(errno))): the result could not be written.\n")
    exit(74)
  }
}

/// Prints what the command was asked for.
func printResult(_ text: String) { StandardStream.output.write(text) }

/// Prints a line of what the command was asked for.
func printLine(_ line: String) { printResult(line + "\n") }
