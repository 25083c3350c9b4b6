import HearsayAudit

extension JSONSchema {
  static let diff = JSONSchema(
    name: "diff", summary: "hearsay.diff/1: diff --format json",
    text: """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hearsay:schema:diff:1",
        "title": "hearsay.diff/1",
        "type": "object",
        "required": ["schema", "old", "new", "changes", "notes"],
        "properties": {
          "schema": { "const": "hearsay.diff/1" },
          "old": { "$ref": "#/$defs/story" },
          "new": { "$ref": "#/$defs/story" },
          "changes": {
            "type": "array",
            "items": {
              "type": "object", "required": ["kind", "level", "message", "old", "new"],
              "properties": {
                "kind": { "enum": [\(SourcingChange.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))] },
                "level": { "$ref": "#/$defs/level" },
                "message": { "type": "string" },
                "old": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/span" }] },
                "new": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/span" }] },
                "edits": { "type": "array", "items": { "type": "object", "required": ["operation", "text"],
                  "properties": { "operation": { "enum": ["same", "deleted", "inserted"] }, "text": { "type": "string" } } } }
              }
            }
          },
          "notes": { "type": "array", "items": { "type": "string" } }
        },
        "$defs": {
      \(shared),
          "story": {
            "type": "object", "required": ["id", "path", "outlet", "counts"],
            "properties": {
              "id": { "type": "string" }, "path": { "type": ["string", "null"] }, "outlet": { "type": ["string", "null"] },
              "counts": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } }
            }
          }
        }
      }

      """)
}
