/// One page of the handbook without its frame.
struct HandbookPage {
  var name: String
  var title: String
  /// What the page's own list of contents names.
  var sections: [(id: String, title: String)]
  var body: HTMLText
}

/// What all pages share: the head with the style, a link past the navigation, the navigation, the page's own contents.
struct HandbookFrame {
  private let page: HandbookPage

  init(_ page: HandbookPage) { self.page = page }

  private static let pages = [
    ("index.html", "Overview"), ("rules.html", "Rules"), ("words.html", "Words"), ("checks.html", "Checks"),
    ("outlets.html", "Outlets"),
  ]

  /// System fonts, and colours with at least seven to one between text and ground in both schemes.
  private static let style = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --faint: #4a4a4a; --line: #c9c9c4; \
    --mark: #fff0b8; --link: #0b3d91; }
    @media (prefers-color-scheme: dark) { :root { --ink: #f0efe9; --paper: #16171a; --faint: #c4c3bd; --line: #3d3f45; \
    --mark: #4d3f00; --link: #a9c8ff; } }
    body { margin: 0 auto; padding: 1rem; max-width: 48rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); \
    background: var(--paper); }
    a { color: var(--link); }
    a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: 0 0 1rem; }
    nav [aria-current] { font-weight: 700; }
    section { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 1.5rem; }
    h3 { font-family: ui-monospace, monospace; margin: 0 0 .25rem; }
    h4 { margin: .75rem 0 0; font-size: 1rem; }
    dt { font-weight: 600; } dd { margin: 0 0 .25rem 1.5rem; overflow-wrap: anywhere; }
    code { font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: 0 .15rem; }
    small, .guide, .place, caption { color: var(--faint); font-size: .9rem; }
    ul.examples { margin: .25rem 0; padding-left: 1.5rem; }
    .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
    caption { text-align: left; padding-bottom: .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
    @media print { nav, .skip { display: none; } }
    """

  var text: String {
    var html = HTMLText()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.element("title") { $0.text("\(page.title) – Hearsay") }
    html.raw("<style>\n\(Self.style)\n</style>\n</head>\n<body>\n")
    html.element("a", [("class", "skip"), ("href", "#content")]) { $0.text("To the content") }
    html.element("nav", [("aria-label", "Pages")]) {
      $0.element("ul") { list in
        for (file, title) in Self.pages {
          list.element("li") {
            $0.element("a", [("href", file)] + (file == page.name ? [("aria-current", "page")] : [])) { $0.text(title) }
          }
        }
      }
    }
    html.element("main", [("id", "content")]) { main in
      main.element("h1") { $0.text(page.title) }
      if page.sections.count > 1 {
        main.element("nav", [("aria-label", "On this page")]) {
          $0.element("ul") { list in
            for section in page.sections { list.element("li") { $0.link("#\(section.id)", section.title) } }
          }
        }
      }
      main.raw(page.body.out)
    }
    html.raw("</body>\n</html>\n")
    return html.out
  }
}
