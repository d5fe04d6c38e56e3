import Content
import Linking
import Sites

/// What the head of a translated page says where nobody answers for the translation.
func reviewNotice(of page: Page, on site: Site, from place: Place) -> [NoticeView] {
  guard page.document.language != site.graph.hub.language, page.document.common.reviewed == nil else { return [] }
  let original = site.graph.version(of: page, in: site.graph.hub.language)
  return [notice(.noticeUnreviewedText, site.link(to: original, from: place), on: site)]
}

/// What the home page of another language than the hub's main one says where nobody answers for what words the whole hub.
func hubReviewNotice(on site: Site, from place: Place) -> [NoticeView] {
  guard !site.language.isMain else { return [] }
  let isHubReviewed = site.graph.hub.reviewed != nil || !site.graph.isWorded(in: site.language.code)
  guard site.words.reviewed == nil || !isHubReviewed else { return [] }
  return [notice(.noticeUnreviewedHub, site.link(to: PageAddress.path("index.html"), from: place), on: site)]
}

private func notice(_ text: Word, _ address: String, on site: Site) -> NoticeView {
  NoticeView(
    label: site.words[.noticeUnreviewed], text: site.words[text],
    links: [LinkView(title: site.words[.readOriginal], address: address)])
}
