import Content
import Diagnostics
import Explaining
import TestSupport
import Testing

/// Every field of every kind is documented, and what its documentation shows as right and wrong is so.
struct FieldTests {
  @Test func everyFieldSaysWhatItMeans() {
    let silent = DocumentedField.all.filter { field in
      field.description.meaning.count < 8 || !field.description.meaning.hasSuffix(".")
    }
    #expect(silent.map(\.path) == [])
  }

  @Test(arguments: Kind.allCases)
  func takesTheLeastThatIsShown(_ kind: Kind) throws {
    #expect(try faults(of: kind, kind.sample, of: nil) == [])
  }

  @Test(arguments: Kind.allCases)
  func takesEveryRightValue(_ kind: Kind) throws {
    for field in Self.ofOriginals(kind.fields) where !kind.sample.contains(where: { $0.name == field.name }) {
      #expect(try faults(of: kind, kind.sample, of: (field.name, field.shape.rightValue)) == [], "\(field.name)")
    }
  }

  @Test(arguments: Kind.allCases)
  func refusesEveryWrongValue(_ kind: Kind) throws {
    for field in Self.ofOriginals(kind.fields) {
      let rest = kind.sample.filter { $0.name != field.name }
      let wrong = field.shape.wrongValue
      #expect(try faults(of: kind, rest, of: (field.name, wrong.yaml)) == [wrong.code.rawValue], "\(field.name)")
    }
  }

  @Test func refusesEveryWrongValueOfTheHub() throws {
    let required = HubDescription.fields.filter(\.isRequired)
    for field in Self.ofOriginals(HubDescription.fields) {
      let rest = required.filter { $0.name != field.name }
      let yaml = rest.sampleLines + "\(field.name): \(field.shape.wrongValue.yaml)\n"
      let found = parseHub(MarkedText(yaml).file("hub.yaml")).diagnostics.map(\.code)
      #expect(found == [field.shape.wrongValue.code], "\(field.name)")
    }
  }

  /// Without what a translation alone may say.
  private static func ofOriginals(_ fields: [FieldDescription]) -> [FieldDescription] {
    fields.filter { $0.name != "reviewed" }
  }

  /// The codes that reading a document of the kind gives.
  private func faults(of kind: Kind, _ fields: [FieldDescription], of extra: (name: String, yaml: String)?) throws
    -> [String]
  {
    let text = fields.sampleLines + (extra.map { "\($0.name): \($0.yaml)\n" } ?? "")
    let headings = kind == CaseStudy.kind ? CaseStudy.kind.headings.map { "\n## \($0)\n" }.joined() : ""
    let folder = kind.recordFolder ?? "texts"
    let hub = """
      title: A hub
      address: https://hub.example.org/
      language: en
      time_zone: UTC
      sections:
        - {folder: texts, kind: \(kind.isArticle ? kind.rawValue : "article"), title: Texts}

      """
    let site = try SiteFixture("-- /site-content/hub.yaml --\n\(hub)-- \(folder)/a.md --\n---\n\(text)---\n\(headings)")
    return site.read().diagnostics.map(\.code.rawValue)
  }
}
