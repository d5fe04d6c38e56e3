import Diagnostics

/// A place to which the built site is sent, as `publish` in `hub.yaml` names it.
package struct PublishTarget: Sendable, Equatable {
  /// Each is served by a program that knows its protocol; but for a folder of this machine.
  package enum Place: Sendable, Equatable {
    case folder(String)
    /// What rsync takes, such as `me@host.example:/var/www/hub`.
    case rsync(String)
    case git(address: String, branch: String)
    /// What rclone takes, such as `remote:bucket/folder`.
    case rclone(String)
  }

  package let id: String
  package let place: Place

  package init(id: String, place: Place) {
    self.id = id
    self.place = place
  }
}

extension FieldReader {
  mutating func publishTargets(_ name: String, _ meaning: StaticString) -> [PublishTarget] {
    var ids: Set<String> = []
    return sharing(.shared) { fields in
      fields.groups(name, "a target", meaning) { fields in
        guard let target = PublishTarget.read(&fields) else { return nil }
        if ids.insert(target.id).inserted { return target }
        fields.diagnostics.append(
          Diagnostic(
            .duplicateID, "'\(target.id)' is the id of one item of '\(name)', and this is a second", at: fields.place,
            help: "Name another, or take it out"))
        return nil
      }
    }
  }
}

extension PublishTarget {
  static func read(_ fields: inout FieldReader) -> Self? {
    let id = fields.identifier("id", required: true, "The name by which `hubwright publish` is told of it.")
    let folder = fields.engineAddress("folder", "A folder of this machine.")
    let rsync = fields.engineAddress(
      "rsync", "A folder of another machine, reached over SSH by rsync, such as me@host.example:/var/www/hub.")
    let git = fields.engineAddress("git", "A repository of git whose branch a host shows as a site.")
    let branch = fields.engineAddress("branch", "That branch; pages, where none is named.")
    let rclone = fields.engineAddress("rclone", "A place that rclone knows, such as remote:bucket/folder.")
    let places: [Place] = [
      folder.map { .folder($0) }, rsync.map { .rsync($0) }, git.map { .git(address: $0, branch: branch ?? "pages") },
      rclone.map { .rclone($0) },
    ].compactMap(\.self)
    fields.requireAny(!places.isEmpty, of: "folder", "rsync", "git", "rclone")
    guard let id, let place = places.first else { return nil }
    guard places.count == 1 else {
      fields.diagnostics.append(
        Diagnostic(
          .wrongType, "a target is one place, and '\(id)' names \(places.count)", at: fields.place,
          help: "Make a target of each"))
      return nil
    }
    return Self(id: id, place: place)
  }
}

extension FieldReader {
  /// What another program takes as a place: never an option of that program, and never with a password in it.
  fileprivate mutating func engineAddress(_ name: String, _ meaning: StaticString) -> String? {
    guard let text = text(name, meaning) else { return nil }
    guard let (message, help) = reasonAgainst(text, in: name) else { return text }
    diagnostics.append(Diagnostic(.invalidAddress, message, at: place(of: name) ?? place, help: help))
    return nil
  }

  private func reasonAgainst(_ text: String, in name: String) -> (message: String, help: String)? {
    if text.isEmpty || text.hasPrefix("-") || text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      return ("'\(name)' holds no place that a program could be told of", "Begin it with a letter or a slash")
    }
    let hasPassword =
      text.contains(/:\/\/[^\/@]*:[^\/@]*@/) || name == "rclone" && text.contains(/^:[^:]*,/)
    if hasPassword {
      return (
        "'\(name)' holds what looks like a password, and everybody who has the hub can read hub.yaml",
        "Leave it to the program's own store: ssh-agent, git's credential helpers, or 'rclone config'"
      )
    }
    if name == "rclone", !text.contains(":") {
      return ("'rclone' names a remote and a folder, such as remote:hub", "List your remotes with 'rclone listremotes'")
    }
    return nil
  }
}
