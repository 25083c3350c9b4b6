/// Invented stories, small enough that a mutation hits something that matters.
enum StorySeeds {
  static let texts = [
    """
    Skerrin ferry will not sail, company says

    By Orla Quist, The Quay Times

    PORT ELLERY (Northshore Wire) — The Skerrin ferry will stay in port until Monday, two people familiar with the matter \
    told Radio Holmsey.

    “We have no choice,” said Helen Varga, a spokesperson for the line. “The pier is not safe, and ‘nobody’ wants to sail.”

    The Quay Times could not independently verify the claim. Reuters reported, citing an official who spoke on condition \
    of anonymity because he was not authorised to speak, that the pier had been closed.

    The mayor denied that. Asked for comment, the harbour board did not respond.

    """,
    "“Who paid?” the mayor asked.\n\n“Nobody,” she added, “and\n\n“nobody will.”\n\nAccording to the AP, 12 were hurt.\n",
    "*** \u{2022} Read more: https://quaytimes.example/a?b=c ***\nShare\nSign in\n\nA $4.5 million plan, U.S. officials say…\n",
  ]

  static let words = [
    "said ", "told Reuters ", "according to ", "“", "”", "\n\n", "\n“", ", ", ". ", " that ", "an official ",
    "The Quay Times ",
    "could not be verified", " denied ", "citing ", "on condition of anonymity", "By ", "(Reuters) — ", "’s ", "…",
  ]

  static let markdown = [
    """
    ---
    title: Skerrin ferry will not sail
    outlet: The Quay Times
    date: 2031-02-03
    authors: [Orla Quist, "Tomas Reik"]
    ---

    # Skerrin ferry will not sail

    The *Skerrin* ferry will **stay in port**, two people [told](https://quaytimes.example/1) Radio Holmsey.

    > “We have no choice,” said Helen Varga.

    - The mayor denied that.
    - The board `did not` respond.

    ```
    code
    ```

    """
  ]

  static let json = [
    #"{"id":"s1","title":"Ferry will not sail","outlet":"The Quay Times","date":"2031-02-03","url":"https://quaytimes.example/1","text":"The pier \u201cis closed\u201d, said Helen Varga.\n\nThe mayor denied it."}"#,
    #"{"headline":"A","byline":["Orla Quist"],"language":"en","body":"Officials said so. \ud83d\uddde \n Nobody else did.","extra":{"a":[1,2.5e-3,null,true]}}"#,
  ]

  static let jsonPieces = [
    "{", "}", "[", "]", ":", ",", "\"", "\\\"", "\\u", "\\ud83d", "\\udc00", "\\u0000", "\"text\":", "\"title\":",
    "null",
    "true", "1e5", "-0", "\n", "\\n", "\"blocks\":[", "\"date\":\"2031\"",
  ]
}
