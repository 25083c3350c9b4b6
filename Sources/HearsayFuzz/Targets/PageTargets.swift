extension FuzzTarget {
  static let pages = story("pages", ending: "html", seeds: PageSeeds.pages, pieces: PageSeeds.pieces)
  static let feeds = story("feeds", ending: "xml", seeds: PageSeeds.feeds, pieces: PageSeeds.pieces)
  static let newsJSON = story("news-json", ending: "json", seeds: PageSeeds.json, pieces: StorySeeds.jsonPieces)
}

/// Pages, feeds and agencies' items that make sense, for cases to be made of.
enum PageSeeds {
  private static let prose =
    "<p>The bridge was closed on Monday, the mayor said, and nobody knows for how long.</p>"
    + "<p>“We will look again in the spring,” Ana Roe told <a href=\"https://sarnwire.example/a\">Sarn Wire</a>.</p>"

  static let pages = [
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge closed | The Tarn Echo</title>"
      + "<meta property=\"og:title\" content=\"Bridge closed\"><script type=\"application/ld+json\">"
      + "{\"@graph\":[{\"@id\":\"#a\",\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"author\":[{\"@id\":\"#b\"}],"
      + "\"datePublished\":\"2025-02-11T07:40:00Z\"},{\"@id\":\"#b\",\"@type\":\"Person\",\"name\":\"Ina Solberg\"}]}</script></head>"
      + "<body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Bridge closed</h1><div class=byline>By Ina Solberg</div>"
      + "<time datetime=2025-02-11>11 February 2025</time><figure><img><figcaption>The bridge. Photo: Pol Renner</figcaption></figure>"
      + prose + "<aside class=related><h3>Related</h3><a href=/x>Another story</a></aside><blockquote>" + prose
      + "</blockquote><table><tr><th>Year<td>2024<tr><th>Cracks<td>nine</table><ul><li>One<li>Two</ul></article></body></html>",
    "<html><meta http-equiv=content-type content=\"text/html; charset=windows-1251\"><div itemscope itemtype=NewsArticle>"
      + "<span itemprop=datePublished content=2024-01-02></span><div itemprop=articleBody>" + prose
      + "<br><br>x<br>y</div></div>",
    "<div hidden><!-- <p> --><script>if(a<b){\"</p>\"}</script><b><i></b></i>" + prose,
  ]

  static let feeds = [
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Echo</title><item><title>A &amp; b</title><guid>1</guid>"
      + "<pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate><content:encoded><![CDATA[" + prose
      + "]]></content:encoded></item>"
      + "<item><description>&lt;p&gt;Short.&lt;/p&gt;</description></item></channel></rss>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><id>x</id><link href=\"https://f.example/1\"/>"
      + "<content type=\"xhtml\"><div>" + prose
      + "</div></content><author><name>Ana Roe</name></author></entry></feed>",
  ]

  static let json = [
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"7\",\"title\":\"T\",\"content_html\":\"<p>x y z.</p>\"}]}",
    "{\"uri\":\"u\",\"headlines\":[{\"value\":\"H\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>x y z.</p>\"}]}",
    "{\n\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"H\",\"articleBody\":\"One.\\n\\nTwo.\"}",
  ]

  static let pieces = [
    "<p>", "</p>", "<div class=\"", "\">", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "]]>", "&amp;", "&#x",
    "&#0;", "<td>",
    "<li>", "<h1>", "<a href='", "<br><br>", "<!DOCTYPE html>", "<item>", "</item>", "<entry>", "{\"@type\":", "\u{0}",
    "article-body",
  ]
}
