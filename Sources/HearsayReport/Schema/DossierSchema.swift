import HearsayCorroboration

extension JSONSchema {
  static let dossier = JSONSchema(
    name: "dossier", summary: "hearsay.dossier/1: corroborate, and the dossier of a report",
    text: """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hearsay:schema:dossier:1",
        "title": "hearsay.dossier/1",
        "type": "object",
        "required": ["schema", "stories", "duplicates", "claims", "conflicts"],
        "properties": {
          "schema": { "const": "hearsay.dossier/1" },
          "stories": { "type": "array", "items": { "type": "object", "required": ["id", "path", "outlet", "headline", "published"] } },
          "duplicates": { "type": "array", "items": { "type": "array", "minItems": 2, "items": { "type": "string" } },
            "description": "copies of one text" },
          "claims": {
            "type": "array",
            "items": {
              "type": "object",
              "required": ["id", "text", "reports", "outlets", "origins", "counts", "credibility", "verified", "why", "warnings"],
              "properties": {
                "id": { "type": "string", "pattern": "^c[1-9][0-9]*$" },
                "text": { "type": "string" },
                "reports": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["story", "attribution", "content", "stance", "origin"],
                    "properties": {
                      "story": { "type": "string" },
                      "attribution": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/attributionID" }] },
                      "content": { "$ref": "#/$defs/spans" },
                      "stance": { "enum": ["for", "against", "neutral"] },
                      "origin": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/originID" }] }
                    }
                  }
                },
                "outlets": { "type": "array", "items": { "type": "string" } },
                "origins": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["id", "name", "grade", "anonymous", "stance", "reports", "joined"],
                    "properties": {
                      "id": { "$ref": "#/$defs/originID" }, "name": { "type": "string" }, "grade": { "$ref": "#/$defs/grade" },
                      "anonymous": { "type": "boolean" }, "stance": { "enum": ["for", "against", "neutral"] },
                      "reports": { "type": "array", "items": { "type": "integer", "minimum": 0 } },
                      "joined": { "type": "array", "items": { "type": "object", "required": ["why", "evidence"] } }
                    }
                  }
                },
                "utterances": {
                  "type": "array", "description": "that somebody said it, apart from what was said: who vouches for the words",
                  "items": {
                    "type": "object", "required": ["speaker", "origin", "stance", "heardBy"],
                    "properties": {
                      "speaker": { "type": "string" }, "origin": { "$ref": "#/$defs/originID" },
                      "stance": { "enum": ["for", "against"] }, "heardBy": { "type": "array", "items": { "type": "string" } }
                    }
                  }
                },
                "counts": {
                  "type": "object",
                  "required": ["reports", "articles", "texts", "outlets", "origins", "against", "onRecord"],
                  "additionalProperties": { "type": "integer", "minimum": 0 }
                },
                "score": {
                  "type": "object",
                  "properties": {
                    "value": { "$ref": "#/$defs/share" }, "low": { "$ref": "#/$defs/share" }, "high": { "$ref": "#/$defs/share" }
                  }
                },
                "credibility": { "type": "integer", "minimum": 1, "maximum": 6 },
                "verified": { "type": "boolean" },
                "why": { "type": "string" },
                "warnings": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["kind", "sentence"],
                    "properties": {
                      "kind": { "enum": [\(ClaimWarning.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))] },
                      "sentence": { "type": "string" }
                    }
                  }
                }
              }
            }
          },
          "conflicts": {
            "type": "array",
            "items": { "type": "object", "required": ["a", "b", "why"],
              "properties": { "a": { "type": "string" }, "b": { "type": "string" }, "why": { "type": "string" } } }
          }
        },
        "$defs": {
      \(shared),
          "originID": { "type": "string", "pattern": "^o[1-9][0-9]*$" },
          "share": { "type": "number", "minimum": 0, "maximum": 1 }
        }
      }

      """)
}
