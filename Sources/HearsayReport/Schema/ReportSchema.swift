extension JSONSchema {
  static let report = JSONSchema(
    name: "report", summary: "hearsay.report/1: report --format json",
    text: """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hearsay:schema:report:1",
        "title": "hearsay.report/1",
        "description": "Stories as in hearsay.story/1, each with what the report says of it.",
        "type": "object",
        "required": ["schema", "version", "rulebook", "stories", "stale"],
        "properties": {
          "schema": { "const": "hearsay.report/1" },
          "version": { "type": "string" },
          "rulebook": { "type": "object", "required": ["name", "sha256"],
            "properties": { "name": { "type": "string" }, "sha256": { "type": "string" } } },
          "stale": { "$ref": "#/$defs/sentences", "description": "suppressions that fit nothing any more" },
          "stories": {
            "type": "array",
            "items": {
              "type": "object", "required": ["schema", "id", "attributions", "findings", "notAssessed", "report"],
              "properties": { "schema": { "const": "hearsay.story/1" }, "report": { "$ref": "#/$defs/report" } }
            }
          }
        },
        "$defs": {
          "sentences": { "type": "array", "items": { "type": "string" } },
          "report": {
            "type": "object",
            "required": ["bottomLine", "glance", "fixOrder", "strengths", "statements", "sourceSummary", "questions", "leftOut"],
            "properties": {
              "bottomLine": { "$ref": "#/$defs/sentences" },
              "glance": { "type": "array", "items": { "type": "object", "required": ["label", "value"],
                "properties": { "label": { "type": "string" }, "value": { "type": "string" } } } },
              "fixOrder": { "$ref": "#/$defs/sentences", "description": "CHECK@line:column, the gravest first" },
              "strengths": { "$ref": "#/$defs/sentences" },
              "statements": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["id", "place", "kind", "words", "who", "chain", "remarks"],
                  "properties": {
                    "id": { "type": "string", "pattern": "^[avo][1-9][0-9]*$" },
                    "place": { "type": "string", "pattern": "^[1-9][0-9]*:[1-9][0-9]*$" },
                    "kind": { "type": "string" }, "words": { "type": "string" }, "who": { "type": "string" },
                    "grade": { "enum": ["G0", "G1", "G2", "G3", "G4", "G5", "G6"] },
                    "chain": { "type": "string" }, "remarks": { "$ref": "#/$defs/sentences" }
                  }
                }
              },
              "sourceSummary": { "$ref": "#/$defs/sentences" },
              "questions": { "type": "array", "items": { "type": "object", "required": ["question", "bearsOn"],
                "properties": { "question": { "type": "string" }, "bearsOn": { "type": "integer", "minimum": 0 } } } },
              "leftOut": { "type": "array", "items": { "type": "object", "required": ["firstLine", "lastLine", "kind"],
                "properties": { "firstLine": { "type": "integer" }, "lastLine": { "type": "integer" }, "kind": { "type": "string" } } } }
            }
          }
        }
      }

      """)

  static let ingest = JSONSchema(
    name: "ingest", summary: "what ingest prints for each story",
    text: """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hearsay:schema:ingest:1",
        "title": "hearsay ingest",
        "type": "object",
        "required": ["path", "id", "text", "headline", "byline", "published", "outlet", "url", "language", "blocks"],
        "properties": {
          "path": { "type": ["string", "null"] },
          "id": { "type": "string" },
          "text": { "type": "string" },
          "headline": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/span" }] },
          "byline": { "type": "array", "items": { "type": "string" } },
          "published": { "type": ["string", "null"] },
          "outlet": { "type": ["string", "null"] },
          "url": { "type": ["string", "null"] },
          "language": { "type": "string" },
          "blocks": {
            "type": "array",
            "items": {
              "type": "object", "required": ["kind", "start", "end"],
              "properties": {
                "kind": { "enum": ["headline", "paragraph", "heading", "quote", "list", "caption", "byline", "dateline",
                  "teaser", "furniture"] },
                "start": { "type": "integer" }, "end": { "type": "integer" }
              }
            }
          },
          "sentences": { "$ref": "#/$defs/spans" },
          "notes": { "type": "array", "items": { "type": "string" } }
        },
        "$defs": {
      \(shared)
        }
      }

      """)
}
