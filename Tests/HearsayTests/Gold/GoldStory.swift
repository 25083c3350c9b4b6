import Foundation
import HearsayTestSupport

/// What a person found in a story of Fixtures/stories; see gold.json.
struct GoldStory: Decodable {
  struct Statement: Decodable {
    let content: [String]
    let source: String
    let anonymous: Bool
    let chain: [String]
    /// Other chains that are right as well.
    let chainAlternatives: [[String]]?
    let caveats: [String]
    /// What one annotator would take and another would not: it counts only when it is found.
    let optional: Bool?
  }

  let story: String
  let attributions: [Statement]

  static func all() throws -> [GoldStory] {
    struct File: Decodable { let stories: [GoldStory] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = try Data(contentsOf: Checkout.file("Fixtures/stories/gold.json"))
    return try decoder.decode(File.self, from: data).stories
  }
}
