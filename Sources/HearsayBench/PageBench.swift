import CLibXML2
import HearsayIngest
import HearsayRulebook
import HearsayRules

/// Reads generated pages, beside libxml2's bare parse of the same bytes in the same run: what finding the story costs more.
enum PageBench {
  static func run() throws {
    guard let rulebook = Rulebook.builtIn(builtInRules) else {
      throw ChildProcess.Failure(description: "the built-in rules can't be used")
    }
    let reader = HTMLReader(rulebook)
    let pages = (0..<60).map { PageGenerator(seed: UInt64($0) + 1).page() }
    let size = pages.reduce(0) { $0 + $1.count }
    var bare = Double.infinity
    var full = Double.infinity
    var blocks = 0
    for _ in 0..<7 {
      bare = min(bare, ProcessorTime.of { for page in pages { parse(page) } })
      blocks = 0
      full = min(full, ProcessorTime.of { for page in pages { blocks += reader.blockCount(ofPage: page) } })
    }
    let rate = Double(pages.count) / full
    print("\(pages.count) generated pages of \(size / pages.count / 1000) KB, \(blocks) blocks; best of 7 rounds\n")
    print(Table.pad("libxml2, events only", 28) + "\(Table.fixed(Double(pages.count) / bare, 0)) pages a second")
    print(Table.pad("story, facts and blocks", 28) + "\(Table.fixed(rate, 0)) pages a second\n")
    Table.goal("reading a page, times the bare parse", full / bare, 1.5, atMost: true)
    Table.goal("pages a processor second", rate, 1000, atMost: false)
  }

  /// What libxml2 does at the least: all events, and nobody who listens.
  private static func parse(_ page: [UInt8]) {
    page.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        let parser = hearsay_html_parser(
          base, Int32(clamping: bytes.count), nil, { _, _, _ in }, { _, _ in }, { _, _, _ in })
      else { return }
      htmlParseDocument(parser)
      htmlFreeParserCtxt(parser)
    }
  }
}

/// Makes a news page of about 84 KB: menus, data in its head, a story with pictures and boxes, cards for other stories.
struct PageGenerator {
  private var stories: StoryGenerator

  init(seed: UInt64) { stories = StoryGenerator(seed: seed) }

  func page() -> [UInt8] {
    var stories = stories
    let story = stories.next()
    let paragraphs = story.text.split(separator: "\n\n").map(String.init)
    var html =
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(story.title) | The Tarn Echo</title>"
    for i in 0..<40 {
      html += "<meta name=\"x-\(i)\" content=\"\(i * 7919)\"><link rel=\"preload\" href=\"/static/\(i).js\">"
    }
    html +=
      "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\""
      + story.title
      + "\",\"datePublished\":\"2025-02-11T07:40:00Z\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ina Solberg\"}]}</script>"
    html +=
      "<style>" + String(repeating: ".tile--wide{margin:0 auto;padding:4px}", count: 120)
      + "</style></head><body class=\"page page--story\">"
    html += "<header class=\"site-header\"><nav class=\"main-nav\"><ul>"
    for i in 0..<120 {
      html += "<li class=\"nav-item nav-item-\(i)\"><a class=\"nav-link\" href=\"/section/\(i)\">Section \(i)</a></li>"
    }
    html +=
      "</ul></nav></header><main class=\"layout\"><article class=\"story\"><h1 class=\"headline\">\(story.title)</h1>"
    html +=
      "<div class=\"byline\">By <a rel=\"author\" href=\"/by/1\">Ina Solberg</a></div><time datetime=\"2025-02-11\">11 February 2025</time><div class=\"article-body\">"
    for (i, paragraph) in paragraphs.enumerated() {
      html += "<p class=\"paragraph\">\(paragraph)</p>\n"
      if i % 4 == 3 {
        html +=
          "<figure class=\"image\"><img src=\"/i/\(i).jpg\" alt=\"\" width=\"640\" height=\"360\" loading=\"lazy\"><figcaption class=\"caption\">A picture of the quay. Photo: Pol Renner</figcaption></figure>"
        html +=
          "<div class=\"ad-slot\" id=\"ad-\(i)\" data-size=\"300x250\"><script>window.ads&&window.ads.push({slot:\(i)});</script></div>"
      }
    }
    html += "</div></article><aside class=\"sidebar\">"
    for i in 0..<150 {
      let card = stories.next().title
      html +=
        "<div class=\"card card--teaser\"><a class=\"card__link\" href=\"/news/\(i)\"><div class=\"card__image\"><img src=\"/t/\(i).jpg\" alt=\"\"></div><h3 class=\"card__title\">\(card)</h3></a><span class=\"card__meta\">3 min read</span></div>\n"
    }
    html +=
      "</aside></main><footer class=\"site-footer\"><p>© The Tarn Echo</p></footer><script>"
      + String(repeating: "(function(a,b){return a<b?a:b})(1,2);", count: 300) + "</script></body></html>"
    return Array(html.utf8)
  }
}
