import Foundation

/// How many files the system lets the program open at once.
enum OpenFileLimit {
  /// A build holds a file of each thread open, and the folders on its way; the system's own libraries take a dozen.
  private static let least: rlim_t = 64

  /// Asks for as many as may be had; where those are too few, says so and ends, before anything fails half-way.
  static func raise() {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    if limit.rlim_cur < limit.rlim_max {
      let allowed = limit.rlim_cur
      limit.rlim_cur = min(limit.rlim_max, 4_096)
      if limit.rlim_cur < allowed || setrlimit(resource, &limit) != 0 { limit.rlim_cur = allowed }
    }
    guard limit.rlim_cur < least else { return }
    StandardStream.errors.write(
      "hubwright: the system lets a program open \(limit.rlim_cur) files at once, and a build needs \(least); "
        + "allow more with 'ulimit -n \(least * 4)'.\n")
    exit(74)
  }
}
