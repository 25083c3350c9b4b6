import HearsayAttribution
import HearsayStory

// What drawings need of chains beyond what the story says: a last station, and outlets told by what they are called.

extension AttributedStory {
  /// A chain up to who published the story, also where nobody knows who that is: whoever speaks in it has spoken to somebody.
  ///
  /// - Parameter isAlone: Whether no other story is drawn; among several the story's name tells which it is.
  func drawnChain(_ attribution: Attribution, isAlone: Bool) -> [Link] {
    guard document.publisher == nil, !attribution.chain.isEmpty else { return attribution.chain }
    return attribution.chain + [Link(name: isAlone ? "this outlet" : name, kind: .outlet, stated: false)]
  }
}

extension Link {
  /// An outlet by its id in the rulebook, else by its name.
  var outletKey: String { outlet ?? Publisher.id(for: name) }

  /// The same without what stands in small letters: "Tarn Courier newspaper" is the Tarn Courier.
  var bareOutletKey: String {
    let names = name.split(separator: " ").filter { $0.first?.isUppercase == true }
    return names.isEmpty ? outletKey : Publisher.id(for: names.joined(separator: " "))
  }
}
