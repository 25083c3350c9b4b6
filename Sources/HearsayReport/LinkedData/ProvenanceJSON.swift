/// PROV-JSON (W3C member submission): the same records by kind.
struct ProvenanceJSON {
  let provenance: Provenance

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.object("prefix") { json in
        json.member("hs", "urn:hearsay:terms#")
        json.member("schema", "https://schema.org/")
      }
      json.object("entity") { json in
        for entity in provenance.entities {
          json.member(dynamic: entity.id) { json in
            json.object { json in
              types(entity.types, to: &json)
              json.member("prov:label", ifAny: entity.label)
              json.member("prov:value", ifAny: entity.value)
              facts(entity.facts, to: &json)
            }
          }
        }
      }
      json.object("agent") { json in
        for agent in provenance.agents {
          json.member(dynamic: agent.id) { json in
            json.object { json in
              types([agent.isPerson ? "prov:Person" : "prov:Organization"], to: &json)
              json.member("prov:label", agent.label)
              facts(agent.facts, to: &json)
            }
          }
        }
      }
      relations(to: &json)
    }
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  private func relations(to json: inout JSONWriter) {
    var derived: [(String, String, String?)] = []
    var attributed: [(String, String)] = []
    var members: [(String, String)] = []
    for relation in provenance.relations {
      switch relation {
      case .derived(let to, let from): derived.append((to, from, nil))
      case .quoted(let to, let from): derived.append((to, from, "prov:Quotation"))
      case .primarySource(let to, of: let from): derived.append((to, from, "prov:PrimarySource"))
      case .attributed(let what, to: let whom): attributed.append((what, whom))
      case .member(of: let whole, let part): members.append((whole, part))
      }
    }
    json.object("wasDerivedFrom") { json in
      for (i, item) in derived.enumerated() {
        json.member(dynamic: "_:d\(i + 1)") { json in
          json.object { json in
            json.member("prov:generatedEntity", item.0)
            json.member("prov:usedEntity", item.1)
            if let type = item.2 { types([type], to: &json) }
          }
        }
      }
    }
    pairs("wasAttributedTo", "a", attributed, ("prov:entity", "prov:agent"), to: &json)
    pairs("hadMember", "m", members, ("prov:collection", "prov:entity"), to: &json)
  }

  private func pairs(
    _ key: StaticString, _ letter: String, _ items: [(String, String)], _ names: (StaticString, StaticString),
    to json: inout JSONWriter
  ) {
    json.object(key) { json in
      for (i, item) in items.enumerated() {
        json.member(dynamic: "_:\(letter)\(i + 1)") { json in
          json.object { json in
            json.member(names.0, item.0)
            json.member(names.1, item.1)
          }
        }
      }
    }
  }

  private func types(_ types: [String], to json: inout JSONWriter) {
    json.objects("prov:type", types) { type, json in
      json.member("$", type)
      json.member("type", "prov:QUALIFIED_NAME")
    }
  }

  /// Values of one name stand in an array, because an object can't say a key twice.
  private func facts(_ facts: [(name: String, value: Provenance.Fact)], to json: inout JSONWriter) {
    for name in Glance.unique(facts.map(\.name)) {
      let values = facts.filter { $0.name == name }.map(\.value)
      json.member(dynamic: name) { json in
        if values.count > 1 { json.beginArray() }
        for value in values {
          switch value {
          case .text(let text): json.string(text)
          case .flag(let flag):
            json.object { json in
              json.member("$", flag ? "true" : "false")
              json.member("type", "xsd:boolean")
            }
          }
        }
        if values.count > 1 { json.endArray() }
      }
    }
  }
}
