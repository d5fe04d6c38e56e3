import Linking

/// Why a site could not be written, and what that means for the one that is there.
package struct WriteFailure: Error, Sendable, Equatable {
  package enum Operation: String, Sendable {
    case open = "opened"
    case lock = "locked"
    case make = "made"
    case list = "listed"
    case read
    case write = "written"
    case replace = "put in place"
    case remove = "removed"
  }

  package enum Cause: Sendable, Hashable {
    case system(SystemError)
    case anotherBuild
    case folderInPlaceOfFile
    case fileInPlaceOfFolder
    case symbolicLinkInPlaceOfFolder
    case neitherFileNorFolder
    case strangersFile
    /// The folder holds the site of the hub with this address.
    case siteOfAnotherHub(OutputPath)
  }

  package let operation: Operation
  /// The path as the publisher knows it, with the output folder.
  package let path: String
  package let cause: Cause
  /// False once files were being put in place: the site is then partly new, and the next build completes it.
  package private(set) var siteIsUnchanged = true

  init(operation: Operation, path: String, cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }

  var whenSiteHasChanged: WriteFailure {
    var failure = self
    failure.siteIsUnchanged = false
    return failure
  }

  /// One plain sentence that says what happened and how the site is now.
  package var sentence: String {
    let outcome = siteIsUnchanged ? "the site is as it was" : "the site is partly new until the next build"
    return switch cause {
    case .system(let error): "\(error.reason): \(path) could not be \(operation.rawValue); \(outcome)."
    case .anotherBuild: "Another build is writing to \(path); start again when it has finished."
    case .folderInPlaceOfFile:
      "\(path) is a folder that no build made, and the site needs a file there; \(outcome)."
    case .fileInPlaceOfFolder:
      "\(path) is a file that no build wrote, and the site needs a folder there; \(outcome)."
    case .symbolicLinkInPlaceOfFolder:
      "\(path) is a symbolic link, and the site needs a folder of its own there; \(outcome)."
    case .strangersFile:
      "\(path) is a file that no build is known to have written, and the site needs its place; \(outcome). Name another folder with --output, or replace such files with --force."
    case .siteOfAnotherHub(let address):
      "\(path) holds the site of the hub at \(address), which would be removed; \(outcome). Name another folder with --output, or replace the site with --force."
    case .neitherFileNorFolder:
      "\(path) is neither a file nor a folder, and the site needs its place; \(outcome)."
    }
  }
}
