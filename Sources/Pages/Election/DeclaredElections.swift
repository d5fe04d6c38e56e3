import Content
import Diagnostics
import Linking
import Sites

extension Site {
  /// The elections at a meeting in the order in which the hub's records declare them, since only writers know the order of posts.
  package func elections(at meeting: PageOf<Meeting>) -> [PageOf<Election>] {
    pages(referringTo: meeting, by: Election.meeting).sorted { left, right in
      let (first, second) = (left.document.place, right.document.place)
      return first.file.path == second.file.path ? first.start < second.start : first.file.path < second.file.path
    }
  }
}
