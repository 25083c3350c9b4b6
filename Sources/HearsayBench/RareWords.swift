/// Words that no language has, numbered, so that a benchmark has a vocabulary with a long tail: `velmora`, `drassik` …
enum RareWords {
  private static let onsets = ["v", "dr", "k", "sk", "b", "m", "pl", "t", "gr", "n", "h", "st", "l", "r", "f", "qu"]
  private static let vowels = ["e", "a", "o", "i", "u"]
  private static let codas = ["lm", "ss", "nd", "r", "x", "rk", "tt", "v"]
  private static let endings = ["ora", "ik", "une", "ask", "ely", "om", "arin", "ett", "ug", "ost"]

  /// How many there are: each number below it has a word of its own.
  static let count = onsets.count * vowels.count * codas.count * endings.count * 5

  static func word(_ number: Int) -> String {
    var rest = number % count
    func take<T>(_ list: [T]) -> T {
      defer { rest /= list.count }
      return list[rest % list.count]
    }
    let ending = take(endings)
    let coda = take(codas)
    let vowel = take(vowels)
    let onset = take(onsets)
    // A second vowel tells the five rounds apart.
    return onset + vowel + coda + ["", "a", "e", "i", "o"][rest % 5] + (rest % 5 == 0 ? "" : "l") + ending
  }
}
