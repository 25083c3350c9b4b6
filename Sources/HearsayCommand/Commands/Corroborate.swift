import Hearsay
import HearsayCorroboration
import HearsayReport

extension Command {
  static let corroborate = Command(
    "corroborate", operands: "STORY…", summary: "stories as one dossier: claims, origins, scores",
    discussion: """
      Reads the stories together, brings their statements together as claims, and
      counts the independent origins behind each: whoever relays, copies or prints
      an agency's text adds nothing. The JSON is hearsay.dossier/1.
      """,
    options: [.unverified, .owners, .score] + Option.analysis + Option.reading + Option.common
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(shelf: command.rules.shelf)
    let (stories, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      return { story in desk.attribute(desk.document(story)) }
    }
    var options = Corroborator.Options()
    options.ownersTogether = arguments.ownersTogether
    let dossier = pipeline.corroborate(stories, options: options)
    var sheet = Sheet(usesColor: command.usesColor)
    switch command.format {
    case .text:
      DossierText(
        isVerbose: arguments.isVerbose, listsUnverified: arguments.listsUnverified, score: arguments.score
      ).write(dossier, to: &sheet.terminal)
    case .json, .jsonl:
      let json = DossierJSON(listsUnverified: arguments.listsUnverified, score: arguments.score)
      json.write(dossier, isLines: command.format == .jsonl, to: &sheet.json)
    }
    try command.write(sheet)
    try command.close()
    return hasProblems ? .failure : .success
  }
}
