#include "app/audit_log.h"

namespace holdfast::app {

AuditKind kindOf(Action action)
{
    switch (action) {
        using enum Action;
    case signIn:
    case changePassphrase: return AuditKind::signedIn;

    case viewWorklist:
    case searchPeople:
    case findInRecord:
    case viewPerson:
    case viewReferrals:
    case viewReports:
    case viewReportCases:
    case viewTeam:
    case viewLetters:
    case openDocument:
    case viewNotes:
    case readNote:
    case viewConsent:
    case viewCarers:
    case viewStory:
    case confirmStoryRead:
    case viewPlans:
    case viewMeetings:
    case viewAudit: return AuditKind::looked;

    case registerPerson:
    case editPerson:
    case mergePeople:
    case takePeopleApart:
    case draftAssessment:
    case signAssessment:
    case sendReferral:
    case recordResponse:
    case recordContact:
    case recordAttempt:
    case workChallenge:
    case handStepOn:
    case recordHandover:
    case changeWorker:
    case recordPersonsChoice:
    case planAftercare:
    case closeJointly:
    case recordMdt:
    case reopen:
    case secondLook:
    case enterInError:
    case recordDeath:
    case recordGoodExperience:
    case reassignPeople:
    case restrictPeople:
    case reviewRetention:
    case proposeDisposal:
    case confirmDisposal:
    case arrangeCover:
    case writeLetter:
    case keepDrafts:
    case recordLetterSent:
    case attachDocument:
    case writeNote:
    case signNote:
    case pinNote:
    case noteInError:
    case recordConsent:
    case overrideConsent:
    case editCarer:
    case recordCarerCall:
    case writeStory:
    case writeHandover:
    case agreeHandover:
    case writePlan:
    case agreePlan:
    case runMeeting: return AuditKind::changed;

    case exportReports:
    case exportEvents:
    case exportDocument:
    case exportNotes:
    case exportPassport:
    case exportPlan:
    case exportMeeting:
    case exportAudit:
    case exportRetention:
    case printWhoLooked: return AuditKind::takenOut;

    case openRestricted:
    case reviewEmergencies: return AuditKind::emergency;

    case viewDirectory:
    case editDirectory:
    case importDirectory:
    case editPlaces:
    case viewWaits:
    case viewWorkers:
    case manageWorkers:
    case viewNoteTemplates:
    case editNoteTemplates:
    case viewWordList:
    case editWordList:
    case setLetterhead:
    case viewPolicy:
    case loadPolicy:
    case putPolicyInForce:
    case signOffCitation:
    case viewLocalGuides:
    case keepLocalGuides:
    case checkStore:
    case backUpStore:
    case planBackups:
    case backUpWhenDue:
    case restoreStore:
    case checkAudit:
    case anchorAudit:
    case manageAccounts:
    case makePractice: break;
    }
    return AuditKind::kept;
}

}  // namespace holdfast::app
