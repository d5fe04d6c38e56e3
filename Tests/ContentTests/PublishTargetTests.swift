import Content
import Diagnostics
import TestSupport
import Testing

struct PublishTargetTests {
  private func read(_ text: String) -> (targets: [PublishTarget], faults: [String], messages: [String]) {
    let marked = MarkedText(
      "title: A hub\naddress: https://hub.example.org/\nlanguage: en\ntime_zone: Europe/Zurich\n" + text)
    let (hub, diagnostics) = parseHub(marked.file("site-content/hub.yaml"))
    return (hub?.publishing ?? [], marked.faults(diagnostics), diagnostics.map(\.message))
  }

  @Test func readsEachKindOfPlace() {
    let (targets, faults, _) = read(
      """
      publish:
        - { id: web, folder: /srv/hub }
        - { id: server, rsync: "me@host.example:/var/www" }
        - { id: pages, git: "git@forge.example:me/hub.git" }
        - { id: site, git: "https://forge.example/me/hub.git", branch: gh-pages }
        - { id: store, rclone: "s3:hub/site" }
      """)
    #expect(faults == [])
    #expect(
      targets == [
        PublishTarget(id: "web", place: .folder("/srv/hub")),
        PublishTarget(id: "server", place: .rsync("me@host.example:/var/www")),
        PublishTarget(id: "pages", place: .git(address: "git@forge.example:me/hub.git", branch: "pages")),
        PublishTarget(id: "site", place: .git(address: "https://forge.example/me/hub.git", branch: "gh-pages")),
        PublishTarget(id: "store", place: .rclone("s3:hub/site")),
      ])
  }

  @Test(arguments: [
    "git: \"https://me:word@forge.example/hub.git\"", "rsync: \"rsync://me:word@host.example/hub\"",
    "rclone: \":sftp,host=host.example,pass=word:hub\"",
  ])
  func refusesPasswords(_ place: String) {
    let (targets, _, messages) = read("publish: [{ id: web, \(place) }]")
    #expect(targets == [])
    #expect(messages.count == 1)
    #expect(
      messages.first?.hasSuffix("holds what looks like a password, and everybody who has the hub can read hub.yaml")
        == true)
    #expect(messages.first?.contains("word@") == false)
  }

  @Test(arguments: [
    ("{ id: web }", "a target has a folder, rsync, git or rclone"),
    ("{ id: web, folder: a, git: b }", "a target is one place, and 'web' names 2"),
    ("{ id: web, rsync: --rsh=sh }", "'rsync' holds no place that a program could be told of"),
    ("{ id: web, rclone: folder }", "'rclone' names a remote and a folder, such as remote:hub"),
    (
      "{ id: web, folder: a }, { id: web, folder: b }", "'web' is the id of one item of 'publish', and this is a second"
    ),
  ])
  func saysWhatIsNoTarget(_ items: String, _ message: String) {
    #expect(read("publish: [\(items)]").messages == [message])
  }
}
