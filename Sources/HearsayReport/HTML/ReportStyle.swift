/// The style sheet of the HTML report: light, dark and print.
///
/// Every pair of colours has a contrast of at least 4.5 to 1, frames and lines of 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), and no
/// meaning hangs on colour alone: levels are words, links are underlined, lines are dashed.
enum ReportStyle {
  static let sheet = """
    :root { --ink: #1b1c20; --paper: #ffffff; --soft: #f4f5f7; --faint: #55575f; --line: #81848e; --link: #17498a;
      --error: #9c1020; --warning: #714400; --note: #17498a; --content: #e7eefb; --source: #fdf0d5; --cue: #e9f5e6; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ededf1; --paper: #17181c; --soft: #22242a; --faint: #b6b9c3; --line: #858995; --link: #a5ccff;
        --error: #ffa3ab; --warning: #f0c878; --note: #a5ccff; --content: #24344f; --source: #4a3a1b; --cue: #233f2a; } }
    * { box-sizing: border-box; }
    html { font: 100%/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink);
      background: var(--paper); }
    body { margin: 0 auto; max-width: 74rem; padding: 1rem 1.25rem 4rem; overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.2rem 0 0.6rem; }
    h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.4rem 0 0.6rem; border-bottom: 1px solid var(--line); padding-bottom: 0.2rem; }
    h3 { font-size: 1.08rem; margin: 1.8rem 0 0.5rem; }
    p, li, dd, blockquote { max-width: 72ch; }
    a { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.35rem 1.1rem; list-style: none; margin: 0; padding: 0.6rem 0; }
    nav a { display: inline-block; min-height: 24px; }
    code { font: 0.92em ui-monospace, "DejaVu Sans Mono", monospace; }
    .faint { color: var(--faint); }
    .bottom { font-size: 1.1rem; border-left: 5px solid var(--link); padding: 0.6rem 1rem; background: var(--soft); }
    blockquote { margin: 0.6rem 0; padding: 0.5rem 1rem; border-left: 4px solid var(--line); background: var(--soft); }
    blockquote p { margin: 0; }
    dl { margin: 0.5rem 0; }
    dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0.2rem 1rem; padding: 0.28rem 0;
      border-bottom: 1px solid var(--soft); }
    dt { color: var(--faint); font-weight: 600; }
    dd { margin: 0; }
    dl.fix > div { grid-template-columns: 6rem 1fr; border: 0; padding: 0.1rem 0; }
    .fixes > li { margin: 0 0 1.2rem; padding-left: 0.3rem; }
    .fixes > li > p { margin: 0 0 0.2rem; }
    .level { font-weight: 700; border: 1.5px solid currentColor; border-radius: 3px; padding: 0 0.35rem; }
    .error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
    ins { text-decoration: none; font-weight: 600; border-bottom: 2px solid var(--line); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    caption { text-align: left; color: var(--faint); padding: 0.3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--line); }
    tbody th { font-weight: 400; white-space: nowrap; }
    .of-6 td:nth-child(3) { width: 30%; } .of-6 td:nth-child(5), .of-6 td:nth-child(6) { width: 20%; }
    tr:target, li:target, :target > mark { outline: 3px solid var(--link); }
    figure { margin: 0.6rem 0; }
    figcaption { color: var(--faint); }
    svg { display: block; max-width: none; font: 13px system-ui, "DejaVu Sans", sans-serif; }
    svg text { fill: var(--ink); }
    svg .box { fill: var(--soft); stroke: var(--line); stroke-width: 1.5; }
    svg .anonymous { stroke-dasharray: 5 4; }
    svg .way { fill: none; stroke: var(--faint); }
    svg .implied { stroke-dasharray: 6 5; }
    svg .head { fill: var(--faint); }
    .story { border: 1px solid var(--line); border-radius: 4px; padding: 0.2rem 1rem; }
    .story p { margin: 0.7rem 0; padding-left: 3rem; position: relative; }
    .story .number { position: absolute; left: 0; color: var(--faint); font-size: 0.85rem; }
    .story .out { color: var(--faint); font-size: 0.9rem; }
    mark { color: inherit; background: none; }
    mark.content { background: var(--content); }
    mark.source { background: var(--source); border-bottom: 2px solid currentColor; }
    mark.cue { background: var(--cue); font-weight: 600; }
    mark.caveat { border-bottom: 3px double currentColor; }
    mark.found { text-decoration: underline wavy 1.5px; text-underline-offset: 0.2em; }
    sup a { padding: 0 0.15rem; }
    @media (max-width: 40rem) { dl > div, dl.fix > div { grid-template-columns: 1fr; } .story p { padding-left: 0; padding-top: 1.2rem; }
      .story .number { top: 0; } }
    @media print {
      :root { --ink: #000; --paper: #fff; --soft: #f4f5f7; --faint: #444; --line: #777; --link: #000;
        --error: #000; --warning: #000; --note: #000; --content: #eef1f7; --source: #f7f0e0; --cue: #edf5ea; }
      @page { margin: 16mm 14mm; }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      p, li, dd, blockquote { max-width: 96ch; }
      nav, .skip { display: none; }
      a { text-decoration: none; }
      a[href^="http"]::after { content: " (" attr(href) ")"; }
      h1, h2, h3 { break-after: avoid; }
      tr, .fixes > li, dl > div, blockquote, .bottom { break-inside: avoid; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; }
      .short { break-inside: avoid; }
      svg { max-width: 100%; height: auto; }
      table { font-size: 8pt; }
      tbody th { white-space: normal; } }
    """
}
