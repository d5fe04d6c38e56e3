/// The pictures that `hub.yaml` names.
package struct HubPictures: Sendable {
  /// What other sites show with a link to a page that has no picture of its own.
  package var shared: OutputPath?
  /// What stands before the hub's name.
  package var logo: OutputPath?
  package var favicon: OutputPath?

  var all: [OutputPath] { [shared, logo, favicon].compactMap(\.self) }
}
