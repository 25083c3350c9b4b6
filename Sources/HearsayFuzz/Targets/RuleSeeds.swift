/// Rules and texts that make sense, for mutations to start from.
enum RuleSeeds {
  static let files = [
    """
    language xx
      quotes   « » “ ”
      abbreviations title  Mr., Dr.

    lexicon say
      why      Verbs that hand words to a source.
      neutral  say/says/said/saying, call for/calls for/called for
      deny     deny/denies/denied

    outlet gazette
      name     The Gazette
      aliases  Gazette, Газета
      kind     newspaper
      control  state XX

    rule said
      why      The plainest of all.
      pattern  <source: source> ,? <cue: verb @say> that? <content: clause>
      pattern  <content: quote> ,? <cue: verb @say> <source: source>
      unless   not @say
      where    not in quote
      then     attribute content to source, stance of cue
      match    {source: Oda} {cue: said} {content: it rained}.
      skip     It rained.

    """,
    """
    language xx
      quotes   " "

    lexicon day
      why      Days.
      name     Monday, Tuesday, the day after

    caveat unverified
      label    Not verified
      why      Nobody checked.

    fragment when
      why      When.
      pattern  on ( @day | ..3 of ..2 )
      pattern  %never?  today

    fragment never
      why      A fragment in a fragment.
      pattern  ( never | not ..2 once )

    rule far
      why      Gaps and edges.
      pattern  ^ ..12 <cue: a/b/c> ..12 ( x | y z? | ..3 w )? ..12 <content: clause> $
      pattern  <content: <clause> <quote>> %when
      then     caveat unverified on content
      match    a b
      skip     c

    rule farther
      why      What overlaps.
      status   draft
      scope    block
      pattern  ( a | a a | a a a ) ( a | a a | a a a )? ..9 <cue: b>
      over     far
      then     note \\( here \\)
      match    a {cue: b}
      todo match  b
      skip     c

    """,
  ]

  static let texts = [
    "Oda said it rained on Monday. «It did not», denied Mr. Kay of the Gazette, calling for rain.",
    "a a a a b b a x y z w a a a b a, a b\n\nnever today not at all once on the day after of c",
    "“a “b” c, said Oda. The Gazette",
  ]

  static let pieces = [
    "\n  ", "\nrule r\n", "\nlexicon l\n", "\nfragment f\n", "\noutlet o\n", "extends ", "replaces ", "pattern  ",
    "unless   ", "where    ", "then     ", "match    ", "skip     ", "over     ", "why      x", "( ", " )", " | ",
    "<x: ",
    "<source: source>", "<content: clause>", "> ", "? ", "..12 ", "..", "@say", "@say.deny", "%when", "verb @",
    "passive @",
    "^ ", " $", "\\", "{source: ", "}", "attribute content to source", ", via via", "stance of cue", "not in quote",
    "source is unnamed", " a", " b", " said", ",", "/", "\n===\n",
  ]
}
