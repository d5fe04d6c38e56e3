/// The media type of a file, by the ending of its name; what is not known is bytes to be saved.
func mediaType(of name: String) -> String {
  let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return mediaTypes[ending] ?? "application/octet-stream"
}

private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "json": "application/json", "geojson": "application/geo+json", "xml": "application/xml",
  "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
  "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
  "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
  "pdf": "application/pdf", "zip": "application/zip", "epub": "application/epub+zip", "woff2": "font/woff2",
  "woff": "font/woff", "mp3": "audio/mpeg", "mp4": "video/mp4", "webmanifest": "application/manifest+json",
]
