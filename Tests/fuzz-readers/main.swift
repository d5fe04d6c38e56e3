// Gives bytes to one of the readers that take bytes from elsewhere, and traps where what comes out is not whole.
//
// `fuzz-readers READER …` is run by libFuzzer where it is built for it (`make fuzz-readers`), which then reads the other arguments; any
// other build reads the files that are named, once each, as a debugger wants it.

import Foundation

private var arguments = CommandLine.arguments
guard arguments.count > 1, let reader = Reader(rawValue: arguments[1]) else {
  FileHandle.standardError.write(
    Data("usage: fuzz-readers \(Reader.allCases.map(\.rawValue).joined(separator: "|")) FILE…\n".utf8))
  exit(64)
}

#if FUZZER
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ tryInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  private let trial = ReaderTrial(reader)
  // The reader's name is not the fuzzer's business.
  private var words: [UnsafeMutablePointer<CChar>?] = ([arguments[0]] + arguments[2...]).map { strdup($0) } + [nil]
  private let code = words.withUnsafeMutableBufferPointer { words -> Int32 in
    var count = Int32(words.count - 1)
    guard var start = words.baseAddress else { return 64 }
    return runFuzzer(&count, &start) { bytes, count in
      trial.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
  }
  exit(code)
#else
  private let trial = ReaderTrial(reader)
  for path in arguments[2...] {
    guard let data = FileManager.default.contents(atPath: path) else {
      FileHandle.standardError.write(Data("cannot read \(path)\n".utf8))
      exit(66)
    }
    trial.run([UInt8](data))
  }
#endif
