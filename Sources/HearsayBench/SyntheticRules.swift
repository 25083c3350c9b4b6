/// Rules in any number, in the shapes of the shipped ones and each with an anchor of its own.
enum SyntheticRules {
  /// A file with a rule for each anchor. One in eight asks for a lexicon of its own in place of a word.
  static func file(_ anchors: [String]) -> [UInt8] {
    var text = ""
    for (number, word) in anchors.enumerated() { text += rule(number, word) }
    return Array(text.utf8)
  }

  private static func rule(_ number: Int, _ word: String) -> String {
    let body: String
    switch number % 8 {
    case 0:
      body = """
          pattern  <source: source> %gap? <date>? <cue: \(word)> that? <content: clause>
          where    not in quote
          then     attribute content to source
        """
    case 1:
      body = """
          pattern  <cue: \(word)> ( by | of )? <source: source> ,? <content: clause>
          then     attribute content to source
        """
    case 2:
      body = """
          pattern  <content: clause> , <cue: \(word)> <source: source> %tail? $
          unless   ( no | not ) \(word)
          then     attribute content to source
        """
    case 3:
      body = """
          pattern  <via: outlet> ..6 \(word) <source: source>
          then     hop via from source
        """
    case 4:
      body = """
          pattern  ( a | the )? ..2 <cue: \(word)> of ..4 <content: clause>
          pattern  <cue: \(word) ( for | against )> <content: clause>
          then     caveat unverified on content
        """
    case 5:
      body = """
          pattern  <content: quote> ,? <source: source> <cue: \(word)>
          then     attribute content to source, direct
        """
    case 6:
      body = """
          pattern  <cue: \(word)> ..10 ( because | since ) <content: clause>
          then     note \(word)
        """
    default:
      return """
        lexicon synthetic-\(number)
          why      Made for a measurement.
          plain    \(word), \(word)s/\(word)ed
          other    \(word)ing, \(word) off

        rule synthetic-\(number)
          why      Made for a measurement.
          pattern  <source: source> %gap? <cue: verb @synthetic-\(number)> <content: clause>
          where    not in quote
          then     attribute content to source, stance of cue
          match    {source: Mara Quill} {cue: \(word)s} {content: the pier}.
          skip     Nothing of the kind.


        """
    }
    return """
      rule synthetic-\(number)
        why      Made for a measurement.
      \(body)
        match    nothing
        skip     nothing


      """
  }
}
