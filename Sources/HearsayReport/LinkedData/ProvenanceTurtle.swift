/// PROV-O in Turtle.
struct ProvenanceTurtle {
  let provenance: Provenance

  var text: String {
    var out = """
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix schema: <https://schema.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix hs: <urn:hearsay:terms#> .


      """
    for agent in provenance.agents {
      out += "\(agent.id) a prov:Agent, \(agent.isPerson ? "prov:Person" : "prov:Organization")"
      out += " ; rdfs:label \(string(agent.label))" + facts(agent.facts) + " .\n"
    }
    for entity in provenance.entities {
      out += "\(entity.id) a " + (["prov:Entity"] + entity.types).joined(separator: ", ")
      if let label = entity.label { out += " ; rdfs:label \(string(label))" }
      if let value = entity.value { out += " ; prov:value \(string(value))" }
      out += facts(entity.facts) + " .\n"
    }
    for relation in provenance.relations {
      switch relation {
      case .derived(let to, let from): out += "\(to) prov:wasDerivedFrom \(from) .\n"
      case .quoted(let to, let from): out += "\(to) prov:wasQuotedFrom \(from) .\n"
      case .primarySource(let to, of: let from): out += "\(to) prov:hadPrimarySource \(from) .\n"
      case .attributed(let what, to: let whom): out += "\(what) prov:wasAttributedTo \(whom) .\n"
      case .member(of: let whole, let part): out += "\(whole) prov:hadMember \(part) .\n"
      }
    }
    return out
  }

  private func facts(_ facts: [(name: String, value: Provenance.Fact)]) -> String {
    facts.map { fact in
      switch fact.value {
      case .text(let text): " ; \(fact.name) \(string(text))"
      case .flag(let flag): " ; \(fact.name) \(flag)"
      }
    }.joined()
  }

  private func string(_ text: String) -> String { "\"" + Escaping.turtle(text) + "\"" }
}
