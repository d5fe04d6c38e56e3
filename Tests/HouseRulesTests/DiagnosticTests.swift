import Diagnostics
import Testing

/// What a writer can count on in every message.
struct DiagnosticTests {
  @Test(arguments: DiagnosticCode.allCases)
  func explainsEveryCode(_ code: DiagnosticCode) {
    #expect(code.explanation.count > 20)
    #expect(code.explanation.hasSuffix("."))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func namesEveryCodeInWordsAndHyphens(_ code: DiagnosticCode) {
    #expect(code.rawValue.wholeMatch(of: /[a-z]+(?:-[a-z]+)*/) != nil)
  }

  @Test func reportsEveryCodeSomewhere() {
    let sources = Repository.files(below: "Sources").filter { !$0.path.hasSuffix("/DiagnosticCode.swift") }
    let unused = DiagnosticCode.allCases.filter { code in
      !sources.contains { $0.text.contains(".\(code)") }
    }
    #expect(unused == [])
  }
}
