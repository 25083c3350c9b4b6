import HearsayAttribution
import HearsayCorroboration

/// The chains of a story in plain characters: sources that take the same way share one arrow.
///
///     harbour official          ──┐
///     another harbour official  ··┴─► The Quay Times ─► The Harbour Ledger ─► reader
enum ChainDrawing {
  static func lines(_ story: AttributedStory) -> [String] { lines([story]) }

  /// Sources of several stories that take the same way share an arrow too.
  static func lines(_ stories: [AttributedStory]) -> [String] {
    var ways: [(tail: [Link], sources: [(name: String, isStated: Bool)])] = []
    for (story, attribution) in stories.flatMap({ story in story.attributions.map { (story, $0) } })
    where !attribution.chain.isEmpty {
      let chain = story.drawnChain(attribution, isAlone: stories.count == 1)
      let isUnnamed = chain.count == 1
      let tail = isUnnamed ? chain : Array(chain.dropFirst())
      let name = isUnnamed ? "(?)" : chain[0].name
      let source = (name: Words.shortened(name, to: 34), isStated: tail.first?.stated ?? true)
      let known = ways.firstIndex { way in
        way.tail.count == tail.count && zip(way.tail, tail).allSatisfy { $0.isSame(as: $1) }
      }
      guard let known else {
        ways.append((tail, [source]))
        continue
      }
      if let other = ways[known].sources.firstIndex(where: {
        NameWords.spelling($0.name) == NameWords.spelling(source.name)
      }) {
        if source.isStated { ways[known].sources[other].isStated = true }
      } else {
        ways[known].sources.append(source)
      }
    }
    let width = ways.flatMap(\.sources).map { columns($0.name) }.max() ?? 0
    return ways.flatMap { way -> [String] in
      way.sources.enumerated().map { i, source in
        let isLast = i == way.sources.count - 1
        var line = source.name + String(repeating: " ", count: width - columns(source.name) + 1)
        line += source.isStated ? "──" : "··"
        if way.sources.count > 1 { line += isLast ? "┴" : i == 0 ? "┐" : "┤" }
        if isLast {
          line += "─► " + way.tail.map { Escaping.line($0.name) }.joined(separator: " ─► ") + " ─► reader"
        }
        return line
      }
    }
  }

  static let key = "── stated in the text   ·· implied by it   (?) nobody is named"
}
