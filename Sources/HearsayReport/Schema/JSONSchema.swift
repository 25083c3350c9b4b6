/// The published schemas of the JSON that the commands print: `hearsay schema NAME`.
///
/// They say what a program may rely on: named members are there with these types. Members may be added without a new number,
/// so none of the schemas forbids further ones.
public struct JSONSchema: Sendable {
  public let name: String
  /// Which output it is for.
  public let summary: String
  /// JSON Schema, draft 2020-12.
  public let text: String

  public static let all: [JSONSchema] = [story, report, dossier, diff, ingest]

  public static func named(_ name: String) -> JSONSchema? { all.first { $0.name == name } }

  /// What several schemas say alike: spans, links, caveats.
  static let shared = """
      "span": {
        "type": "object", "required": ["start", "end", "text"],
        "properties": {
          "start": { "type": "integer", "minimum": 0, "description": "code points before it in the story's text" },
          "end": { "type": "integer", "minimum": 0, "description": "half-open" },
          "text": { "type": "string" }
        }
      },
      "spans": { "type": "array", "items": { "$ref": "#/$defs/span" } },
      "attributionID": { "type": "string", "pattern": "^a[1-9][0-9]*$" },
      "grade": { "enum": ["G0", "G1", "G2", "G3", "G4", "G5", "G6"] },
      "level": { "enum": ["error", "warning", "note"] }
    """
}
