import Testing

/// What every source keeps to.
struct SourceTests {
  private static let longest = 300

  /// A longer file says why in its first comment, with the words "This file is long".
  @Test func filesHoldAtMostThreeHundredLines() {
    let long = Repository.files(below: "Sources", "Tests", "Plugins").filter { file in
      let firstComment = file.lines.first { $0.hasPrefix("//") } ?? ""
      return file.lines.count - 1 > Self.longest && !firstComment.contains("This file is long")
    }
    #expect(long.map(\.path) == [])
  }

  /// Over all its extensions, in whatever files they stand: small files must not hide a type that knows everything.
  @Test func typesHoldAtMostTwelveHundredLines() {
    var lines: [String: Int] = [:]
    for file in Repository.files(below: "Sources") {
      for (name, count) in file.linesOfTypes { lines["\(file.target).\(name)", default: 0] += count }
    }
    #expect(lines.count > 500)
    #expect(lines.filter { $0.value > 1_200 } == [:])
  }

  /// The day is a parameter from the command line down, so that the same sources give the same bytes.
  @Test func onlyTheCommandReadsTheClock() {
    let clocks = /\bDate\(\)|\bDate\.now\b|\bgettimeofday\(|\bclock_gettime\(|\btime\(nil\)|\bautoupdatingCurrent\b/
    let offences = sources(besides: "hubwright").flatMap { $0.lines(matching: clocks) }
    #expect(offences == [])
  }

  /// A machine's own language and time zone would show in what is built.
  @Test func onlyTheCommandAsksForTheMachinesSettings() {
    let settings = /\b(?:Locale|TimeZone|Calendar)\.current\b|\bProcessInfo\.processInfo\.environment\b|\bgetenv\(/
    let offences = sources(besides: "hubwright").flatMap { $0.lines(matching: settings) }
    #expect(offences == [])
  }

  @Test(arguments: ["try!", "as!", "fatalError("])
  func sourcesNeverSay(_ words: String) {
    let offences = Repository.files(below: "Sources").filter { $0.text.contains(words) }
    #expect(offences.map(\.path) == [])
  }

  /// What could not be read or made is a fault and never an empty value.
  @Test func nothingIsMadeOfAFailure() {
    let habits = /\btry\?.*\?\?|\bcontents\(atPath:.*\?\?/
    let offences = Repository.files(below: "Sources").flatMap { $0.lines(matching: habits) }
    #expect(offences == [])
  }

  /// A percent sign in an address that somebody wrote by hand ends no script.
  @Test func scriptsSurviveAddressesWithPercentSigns() {
    let scripts = Repository.files(below: "templates", "Sources/DevServer/Preview", suffixes: [".js"])
    #expect(scripts.count > 5)
    let decoding = scripts.flatMap { $0.lines(matching: /decodeURI/) }
    #expect(decoding.count >= 3)
    #expect(decoding.filter { !$0.contains("try { return decodeURIComponent(text); } catch (error)") } == [])
  }

  /// What pages are made of is known when reading is done; later stages touch no disk but to write the site, and to watch the sources.
  @Test func onlyReadingAndPublishingTouchTheDisk() {
    let disk =
      /\bFileManager\b|\bFileHandle\b|\bcontentsOf(?:File|:\s*URL)|\b(?:open|openat|opendir|stat|lstat|realpath)\((?:atPath|path|location|file|"\/)/
    let watchers = ["Sources/DevServer/FolderTree.swift", "Sources/DevServer/InotifyWatcher.swift"]
    let touching = Repository.files(below: "Sources").filter { file in
      !["Content", "Publishing", "hubwright", "embed-theme"].contains(file.target) && !watchers.contains(file.path)
    }
    #expect(touching.flatMap { $0.lines(matching: disk) } == [])
  }

  /// The compiler makes generic code for the types of other modules only where it is public.
  @Test func onlyTheShapesOfViewsArePublic() {
    let declarations = /\bpublic (?:func|struct|enum|final)/
    let offences = Repository.files(below: "Sources").flatMap { $0.lines(matching: declarations) }
    #expect(offences.allSatisfy { $0.hasPrefix("Sources/Templating/TemplateShape.swift:") }, "\(offences)")
  }

  @Test func filesAreNamedForOneThing() {
    let drawers = /(?:Manager|Helper|Util|Utilities|Misc|Common)s?\.swift$/
    #expect(Repository.files(below: "Sources").map(\.path).filter { $0.contains(drawers) } == [])
  }

  private func sources(besides target: String) -> [RepositoryFile] {
    Repository.files(below: "Sources").filter { $0.target != target }
  }
}
