import CivilTime
import Content

/// A small hub on an invented process, which builds and passes every check, with what its forge needs to check and publish it.
package struct HubSkeleton: Sendable {
  package struct File: Sendable {
    /// Relative to the hub.
    package let path: String
    package let text: String
    package let isProgram: Bool

    init(_ path: String, _ text: String, isProgram: Bool = false) {
      self.path = path
      self.text = text
      self.isProgram = isProgram
    }
  }

  package let files: [File]

  /// `source` is the address of the program's own repository, from which a forge builds it.
  package init(today: CivilDate, source: String) {
    files =
      Self.content(today) + Automation.files(source: source) + [
        File("README.md", Self.readme), File(".gitignore", "/public/\n/.hubwright/program/\n.DS_Store\n"),
        File(".gitattributes", "site-content/published.txt merge=union\n"),
        File(".vscode/settings.json", Self.editorSettings),
        File(".vscode/extensions.json", "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n"),
      ]
  }

  private static func content(_ today: CivilDate) -> [File] {
    [
      File("site-content/hub.yaml", hub), File("site-content/pages/about.md", about),
      File("site-content/explainers/how-the-talks-work.md", explainer(today)),
      File("site-content/guides/speak-at-a-session.md", guide(today)),
      File("site-content/issues/water-levels.md", issue),
      File("site-content/meetings/meetings.yaml", meetings(today)),
      File("site-content/glossary/glossary.yaml", glossary),
    ]
  }

  /// Where a hub keeps the JSON Schemas that its files name, for editors.
  package static let schemas = ".hubwright/schemas"

  private static let hub = """
    # yaml-language-server: $schema=../\(schemas)/hub.json
    title: Lake Talks Hub
    summary: An example, about talks that were made up. Replace it with your own.
    address: https://hub.example.org/
    language: en
    time_zone: Etc/UTC
    meeting_types:
      - id: session
        title: Session of the talks
    sections:
      - folder: explainers
        kind: explainer
        title: Explainers
      - folder: guides
        kind: guide
        title: Guides
      - folder: pages
        kind: page
        title: About
    start_here: [how-the-talks-work, speak-at-a-session]

    """

  private static func schemaLine(_ name: String) -> String {
    "# yaml-language-server: $schema=../../\(schemas)/\(name).json"
  }

  private static let about = """
    ---
    \(schemaLine("page"))
    title: About this hub
    summary: Who makes it, and how to reach us.
    ---

    Say here who makes the hub, for whom, and how readers reach you.

    """

  private static func explainer(_ today: CivilDate) -> String {
    """
    ---
    \(schemaLine("explainer"))
    title: How the talks work
    summary: The states around an invented lake meet once a year. This is what happens there.
    date: \(today.isoText)
    issues: [water-levels]
    ---

    The states around the lake meet in [[session-1|their first session]]. What they talk about most is
    [how high the water stands](../issues/water-levels.md).

    ## Before a session

    Read the guide on [how to speak there](../guides/speak-at-a-session.md) early.

    ## After a session

    Write down what was decided while you remember it, and say where you know it from.

    """
  }

  private static func guide(_ today: CivilDate) -> String {
    """
    ---
    \(schemaLine("guide"))
    title: Speak at a session
    summary: How an observer gets the floor.
    date: \(today.isoText)
    meetings: [session-1]
    ---

    ## Ask for the floor

    These are the days to keep in mind:

    ```{deadlines}
    meeting: session-1
    ```

    ## Say one thing

    > [!TIP]
    > A slot is short: choose the one sentence that you want to be remembered.

    """
  }

  private static let issue = """
    ---
    \(schemaLine("issue"))
    title: Water levels
    summary: How high the lake stands, and who decides it.
    stance: to-watch
    ---

    Whoever opens the gates decides how much water is left for the others.

    """

  private static func meetings(_ today: CivilDate) -> String {
    let start = today.adding(days: 90)
    return """
      \(schemaLine("meeting-list"))
      # What has no source is marked, and readers see that it is not confirmed.
      - id: session-1
        title: First session of the talks
        type: session
        start: \(start.isoText)
        end: \(start.adding(days: 2).isoText)
        confidence: memory
        note: This meeting was made up as an example.
        issues: [water-levels]
        deadlines:
          - title: Ask for the floor
            rule: 4 weeks before the opening

      """
  }

  private static let glossary = """
    \(schemaLine("term-list"))
    - id: observer
      title: Observer
      meaning: Somebody who may attend and ask for the floor, and has no vote.

    """

  /// Which schema an editor holds against which lists of records; documents name theirs in their first lines.
  private static let editorSettings: String = {
    let lists = Kind.records.compactMap { kind in
      kind.recordFolder.map { "    \"\(schemas)/\(kind.rawValue)-list.json\": \"site-content/\($0)/*.yaml\"" }
    }
    let all = ["    \"\(schemas)/hub.json\": \"site-content/hub.yaml\""] + lists
    return "{\n  \"yaml.schemas\": {\n" + all.joined(separator: ",\n")
      + "\n  },\n  \"files.insertFinalNewline\": true\n}\n"
  }()

  private static let readme = """
    # A hub

    The texts and facts of this hub are in `site-content/`: articles in Markdown, facts as records. Hubwright builds the site from them.

    ```sh
    hubwright serve                    # shows the hub in the browser, and every change as soon as it is saved
    hubwright new meeting "Session 2"  # begins a document: explainer, guide, issue, meeting …
    hubwright check                    # says what is wrong, and how to mend it
    hubwright build                    # writes the site to public/
    hubwright record                   # writes the addresses of the site down, so that none gets lost
    hubwright explain meeting          # says what a kind, a field or a message means
    ```

    The example is about talks that were made up. Replace it with your own: begin with `site-content/hub.yaml`.

    ## Publish

    Every proposed change is checked, and what comes to the branch `main` is published. Keep the files of your forge, and delete the others:

    - GitHub: `.github/workflows/hub.yml`. Under Settings, Pages, choose GitHub Actions as the source.
    - GitLab: `.gitlab-ci.yml`.
    - Codeberg: `.woodpecker/hub.yaml`. Add a secret `codeberg_token` that may write to the repository; the site goes to the branch `pages`.

    They build the program from the repository that the variable `HUBWRIGHT` names. Set `address` in `hub.yaml` to where the site is.

    """
}
