extension JSONSchema {
  static let story = JSONSchema(
    name: "story", summary: "hearsay.story/1: attribute, audit, and the stories of a report",
    text: """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hearsay:schema:story:1",
        "title": "hearsay.story/1",
        "description": "A story with who says what in it; `audit` adds findings and notAssessed.",
        "type": "object",
        "required": ["schema", "id", "path", "sha256", "outlet", "headline", "byline", "published", "language", "rulebook",
          "attributions", "caveats", "notes"],
        "properties": {
          "schema": { "const": "hearsay.story/1" },
          "id": { "type": "string" },
          "path": { "type": ["string", "null"] },
          "sha256": { "type": "string", "description": "of the input's bytes" },
          "outlet": {
            "oneOf": [
              { "type": "null" },
              { "type": "object", "required": ["id", "name", "how"],
                "properties": { "id": { "type": "string" }, "name": { "type": "string" },
                  "how": { "enum": ["stated", "given", "inferred"] } } }
            ]
          },
          "headline": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/span" }] },
          "byline": { "type": "array", "items": { "type": "string" } },
          "published": { "type": ["string", "null"] },
          "language": { "type": "string" },
          "rulebook": { "type": "object", "required": ["name", "sha256"],
            "properties": { "name": { "type": "string" }, "sha256": { "type": "string" } } },
          "text": { "type": "string", "description": "with --text" },
          "attributions": { "type": "array", "items": { "$ref": "#/$defs/attribution" } },
          "quotations": { "$ref": "#/$defs/spans",
            "description": "where nothing is attributed, as in a language that there are no rules for" },
          "caveats": {
            "type": "array",
            "items": {
              "type": "object", "required": ["caveat", "cue", "by", "covers", "rule"],
              "properties": {
                "caveat": { "type": "string" }, "cue": { "$ref": "#/$defs/spans" }, "by": { "type": ["string", "null"] },
                "covers": { "type": "array", "items": { "$ref": "#/$defs/attributionID" } }, "rule": { "type": "string" }
              }
            }
          },
          "notes": { "type": "array", "items": { "type": "string" } },
          "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
          "accepted": {
            "type": "array",
            "items": { "allOf": [{ "$ref": "#/$defs/finding" },
              { "type": "object", "required": ["how", "reason"],
                "properties": { "how": { "enum": ["accepted", "baseline"] }, "reason": { "type": "string", "minLength": 1 } } }] }
          },
          "notAssessed": {
            "type": "array",
            "items": { "type": "object", "required": ["check", "why"],
              "properties": { "check": { "type": "string" }, "why": { "type": "string" } } }
          }
        },
        "$defs": {
      \(shared),
          "attribution": {
            "type": "object",
            "required": ["id", "kind", "content", "cue", "source", "speaker", "stance", "chain", "caveats", "rule"],
            "properties": {
              "id": { "$ref": "#/$defs/attributionID" },
              "kind": { "enum": ["direct", "indirect", "mixed", "headline"] },
              "content": { "$ref": "#/$defs/spans" }, "cue": { "$ref": "#/$defs/spans" }, "source": { "$ref": "#/$defs/spans" },
              "speaker": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/speaker" }] },
              "stance": { "type": "string" },
              "within": { "$ref": "#/$defs/attributionID" },
              "chain": { "type": "array", "items": { "$ref": "#/$defs/link" }, "description": "from the origin to the publisher" },
              "caveats": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["caveat", "certainty", "by", "cue", "rule"],
                  "properties": { "caveat": { "type": "string" }, "certainty": { "enum": ["certain", "inferred"] },
                    "by": { "type": ["string", "null"] }, "cue": { "$ref": "#/$defs/spans" }, "rule": { "type": "string" } }
                }
              },
              "rule": { "type": "string" }
            }
          },
          "speaker": {
            "type": "object", "required": ["id", "name", "kind", "anonymous", "grade", "role", "count"],
            "properties": {
              "id": { "type": "string", "pattern": "^s[1-9][0-9]*$" },
              "name": { "type": "string" }, "kind": { "type": "string" }, "anonymous": { "type": "boolean" },
              "grade": { "$ref": "#/$defs/grade" }, "role": { "type": ["string", "null"] },
              "count": { "type": "object", "required": ["min", "max"],
                "properties": { "min": { "type": "integer" }, "max": { "type": ["integer", "null"], "description": "null for many" } } },
              "anonymity": { "type": "object", "required": ["at", "reason", "rote"],
                "properties": { "at": { "$ref": "#/$defs/span" }, "rote": { "type": "boolean" },
                  "reason": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/span" }] } } }
            }
          },
          "link": {
            "type": "object", "required": ["name", "kind", "stated"],
            "properties": { "name": { "type": "string" }, "kind": { "type": "string" }, "outlet": { "type": "string" },
              "stated": { "type": "boolean" }, "why": { "type": "string" } }
          },
          "finding": {
            "type": "object", "required": ["check", "level", "message", "at", "line", "column", "related"],
            "properties": {
              "check": { "type": "string" }, "level": { "$ref": "#/$defs/level" }, "message": { "type": "string" },
              "at": { "$ref": "#/$defs/span" },
              "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 },
              "related": { "type": "array", "items": { "type": "object", "required": ["message", "at"],
                "properties": { "message": { "type": "string" }, "at": { "$ref": "#/$defs/span" } } } },
              "elsewhere": { "type": "array", "description": "places in other stories",
                "items": { "type": "object", "required": ["message", "story", "text"],
                  "properties": { "message": { "type": "string" }, "story": { "type": "string" },
                    "text": { "type": "string" } } } },
              "rewrite": { "type": "string" }, "attribution": { "$ref": "#/$defs/attributionID" }, "rule": { "type": "string" }
            }
          }
        }
      }

      """)
}
