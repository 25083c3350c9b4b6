/// All checks that need more than a pattern, by id. Those that are patterns alone stand in the rulebook, as rules with a
/// `finding` action; so do level, title and reason of every check.
enum CheckTable {
  static let all: [Check] = [
    Check("VAGUE-01", VagueChecks.agentlessOpening),
    Check("VAGUE-02", VagueChecks.impersonalSources),
    Check("VAGUE-03", VagueChecks.hearsayAdverbs),
    Check("ANON-01", AnonymityChecks.noReason),
    Check("ANON-02", AnonymityChecks.bareDescription),
    Check("ANON-03", SingleSourceCheck.look),
    Check("ANON-04", AnonymityChecks.roteReason),
    Check("ANON-05", AnonymityChecks.noAccess),
    Check("ANON-06", AnonymousVoiceChecks.opinion),
    Check("ANON-07", AnonymousVoiceChecks.pejorative),
    Check("ANON-08", AnonymousVoiceChecks.manyQuotations),
    Check("ANON-10", AnonymousVoiceChecks.share),
    Check("NUM-01", CountChecks.pluralForOne),
    Check("NUM-02", CountChecks.overlap),
    Check("CHAIN-02", ChainChecks.impliedRelay),
    Check("CHAIN-04", ChainChecks.quotedAtSecondHand),
    Check("CAV-01", VerificationChecks.relayWithoutVerification),
    Check("CAV-02", VerificationChecks.unclearScope),
    Check("HEAD-01", HeadlineChecks.attributionLost),
    Check("HEAD-03", HeadlineChecks.hedgeLost),
    Check("RTR-01", ReplyChecks.notSought),
    Check("RTR-02", ReplyChecks.outcomeMissing),
    Check("DENY-01", ReplyChecks.narrowDenial),
    Check("VERB-01", VerbChecks.loaded),
    Check("VERB-02", VerbChecks.mindReading),
    Check("QUOTE-01", QuotationChecks.fragments),
    Check("SPK-01", QuotationChecks.noSpeaker),
    Check("FIG-01", FigureCheck.look),
    Check("TYPO-01", QuotationChecks.unmatchedMarks),
  ]

  /// Checks that compare the headline with the body.
  static let needHeadline: Set<String> = ["HEAD-01", "HEAD-03"]
}
