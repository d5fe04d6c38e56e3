import CivilTime
import Content
import Diagnostics
import Digests
import Foundation
import Linking
import Outputs

/// What a build or a check came to, as far as it is shown.
package struct FinishedWork: Sendable {
  /// As the hub rates them.
  package let findings: [Diagnostic]
  package let summary: WorkSummary

  package init(findings: [Diagnostic], summary: WorkSummary) {
    self.findings = findings
    self.summary = summary
  }
}

/// What is said of work in numbers and words.
package struct WorkSummary: Sendable, Equatable, Codable {
  /// How many files the site has; 0 of a check.
  package let files: Int
  package let documents: Int
  /// What is said at the end, as it is printed.
  package let closing: String

  package init(files: Int = 0, documents: Int, closing: String) {
    self.files = files
    self.documents = documents
    self.closing = closing
  }
}

/// Remembers in a hub's folder what its last build and its last check came to, so that neither is done again where it would come
/// to the same: where no source, no file of the site, no option, no commit, nothing of the program and no state of a meeting is
/// another.
///
/// The store is safe to delete, and what is damaged, missing or cannot be written counts as absent.
package struct WorkStore: Sendable {
  package enum Task: Sendable {
    case check
    /// `output` is the folder of the site.
    case build(output: String)
  }

  private let request: BuildRequest
  private let task: Task
  private let inputs: WorkInputs
  /// The instant for which hours count; nil where a day was asked for.
  private let instant: Timestamp?

  /// Looks at the sources as they are now, so before a build reads them. Nil where the work must be done in any case: where it is
  /// signed, knows no clock, or where this machine cannot tell what it would read.
  package init?(for request: BuildRequest, _ task: Task) {
    guard request.signer == nil, request.asOf != nil || request.instant != nil,
      let inputs = WorkInputs(of: request, isBuild: task.output != nil)
    else { return nil }
    self.request = request
    self.task = task
    self.inputs = inputs
    instant = request.asOf == nil ? request.instant?() : nil
  }

  /// What the work would come to; nil where it has to be done.
  package func finished() -> FinishedWork? {
    guard let record = WorkRecord(in: folder, name: task.name), record.inputs == inputs.digest.hexadecimal,
      record.isTrue(at: instant), record.outputs == outputs
    else { return nil }
    return record.work(inHub: request.hub)
  }

  /// Keeps what the work came to, as long as it can be known to hold.
  ///
  /// A source that changed within the last two seconds could change again without the file system's clock telling (FAT counts by two
  /// seconds), so then nothing is kept; `settling` is a parameter for tests.
  package func keep(_ work: FinishedWork, of graph: ContentGraph, settling: Int64 = 2_000_000_000) {
    guard inputs.youngest < inputs.readAt - settling else { return WorkRecord.remove(from: folder, name: task.name) }
    let record = WorkRecord(
      inputs: inputs.digest.hexadecimal, outputs: outputs, timeZone: graph.hub.timeZone, since: instant,
      until: NextChange(after: graph)?.instant, work)
    record.write(in: folder, name: task.name)
  }

  private var folder: String { "\(request.hub)/.hubwright" }

  private var outputs: String? { task.output.map { siteStamp(of: $0)?.hexadecimal ?? "" } }
}

extension WorkStore.Task {
  fileprivate var output: String? {
    guard case .build(let output) = self else { return nil }
    return output
  }

  fileprivate var name: String { output == nil ? "check" : "build" }
}
