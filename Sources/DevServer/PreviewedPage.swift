/// A finished page with what the preview adds as it is served: the script that reloads it, and above its content the faults
/// that keep a newer one from being built.
func previewed(_ page: [UInt8], _ preview: Preview) -> [UInt8] {
  let head = Array(PreviewParts.head(of: preview).utf8)
  // Neither can stand earlier in a page: texts are escaped, and so is what data blocks hold.
  guard let end = page.firstIndex(of: Array("</head>".utf8)) else { return page + head }
  var bytes = Array(page[..<end]) + head
  let rest = page[end...]
  guard let faults = preview.faults, let body = rest.firstIndex(of: Array("<body".utf8)),
    let opened = rest[body...].firstIndex(of: UInt8(ascii: ">"))
  else { return bytes + rest }
  bytes += rest[...opened] + Array(PreviewParts.panel(faults).utf8) + rest[(opened + 1)...]
  return bytes
}

/// The page that stands for every page while no site could be built yet.
func pageOfFaults(_ preview: Preview) -> [UInt8] {
  let faults = preview.faults ?? "The site is being built."
  return Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>The hub has errors</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    \(PreviewParts.head(of: preview))</head>
    <body>
    \(PreviewParts.panel(faults))</body>
    </html>

    """.utf8)
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where a run of bytes first begins.
  fileprivate func firstIndex(of run: [UInt8]) -> Int? {
    guard let first = run.first, count >= run.count else { return nil }
    var start = startIndex
    while start <= endIndex - run.count, let found = self[start..<(endIndex - run.count + 1)].firstIndex(of: first) {
      if self[found..<(found + run.count)].elementsEqual(run) { return found }
      start = found + 1
    }
    return nil
  }
}
