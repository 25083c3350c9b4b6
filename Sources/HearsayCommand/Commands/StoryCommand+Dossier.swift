import Hearsay
import HearsayAudit
import HearsayCorroboration
import HearsayReport
import HearsayStory
import Synchronization

/// Stories that are kept until it is known whether they are few enough to be set against one another.
///
/// Which stories are kept depends on their number only, never on which thread was faster: with more than
/// `Pipeline.largestDossier` of them none is compared, and a kept story is printed as any other.
final class Holding: Sendable {
  private let taken = Atomic<Int>(0)

  /// Whether the next story is one of the few.
  func hasRoom() -> Bool { taken.wrappingAdd(1, ordering: .relaxed).oldValue < Pipeline.largestDossier }
}

/// Stories with all that was found in them, alone and together.
struct SettledStories {
  var stories: [AuditedStory]
  var summary = AuditSummary()
  /// The acceptances that were used, by name.
  var rulings = Set<String>()
  var dossier: Dossier?
}

extension CheckSelection {
  /// Whether any check is wanted that needs several stories.
  var needsDossier: Bool { DossierAuditor.checks.contains { contains($0) } }
}

extension StoryCommand {
  /// Audits one story and keeps it, or, where there is no room, prints it.
  func heldWorker(
    _ selection: CheckSelection, _ rulings: Rulings, _ holding: Holding
  ) -> (Story, inout Sheet) -> Void {
    let keep = reportWorker(selection)
    let print = auditWorker(selection, rulings)
    return { story, sheet in
      if holding.hasRoom() { keep(story, &sheet) } else { print(story, &sheet) }
    }
  }

  /// Audits one story and keeps it.
  func reportWorker(_ selection: CheckSelection) -> (Story, inout Sheet) -> Void {
    let rulebook = rules.rulebook
    var desk = Pipeline(shelf: rules.shelf).makeDesk()
    return { story, sheet in
      let attributed = desk.attribute(desk.document(story))
      let result = selection.filter(desk.audit(attributed))
      sheet.paths.append(story.path ?? story.id)
      sheet.audited.append(
        AuditedStory(
          attributed, findings: result.findings, notAssessed: result.notAssessed,
          setApart: attributed.speakersSetApart(rulebook)))
    }
  }

  /// Sets stories against one another, and applies what the desk has ruled.
  ///
  /// - Parameter needsDossier: Whether the claims are wanted even where no check asks for them.
  func settle(
    _ stories: [AuditedStory], _ selection: CheckSelection, _ rulings: Rulings, needsDossier: Bool = false
  ) -> SettledStories {
    var settled = SettledStories(stories: stories)
    if stories.count > 1, needsDossier || selection.needsDossier {
      let pipeline = Pipeline(shelf: rules.shelf)
      let dossier = pipeline.corroborate(stories.map(\.story))
      settled.dossier = dossier
      if stories.count <= Pipeline.largestDossier {
        for (i, findings) in pipeline.audit(dossier).enumerated() {
          settled.stories[i].add(selection.filter(AuditResult(findings: findings, notAssessed: [])).findings)
          settled.stories[i].notAssessed.removeAll { DossierAuditor.checks.contains($0.check) }
        }
      }
    }
    for i in settled.stories.indices {
      settled.rulings.formUnion(rulings.apply(to: &settled.stories[i]))
      settled.summary.add(findings: settled.stories[i].findings, notAssessed: settled.stories[i].notAssessed)
    }
    return settled
  }

  /// Settles kept stories and prints them as `auditWorker` would have.
  ///
  /// - Parameter isAll: Whether they are all there are; part of a long list is no dossier.
  func release(
    _ stories: [AuditedStory], isAll: Bool, _ selection: CheckSelection, _ rulings: Rulings, to sheet: inout Sheet
  ) {
    let parts = isAll ? [stories] : stories.map { [$0] }
    for part in parts {
      let settled = settle(part, selection, rulings)
      sheet.rulings.formUnion(settled.rulings)
      sheet.summary.add(settled.summary)
      for audited in settled.stories { print(audited, to: &sheet) }
    }
  }

  func print(_ audited: AuditedStory, to sheet: inout Sheet) {
    if format == .text {
      AuditText(isVerbose: arguments.isVerbose).write(audited, to: &sheet.terminal)
    } else {
      AuditJSON(StoryJSON(rulebook: stamp, includesText: arguments.includesText)).write(audited, to: &sheet.json)
      sheet.endRecord()
    }
  }
}
