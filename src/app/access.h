// Who may do what. Every use case asks authorise() and nothing else; what the table does not grant is denied.
#pragma once

#include "base/result.h"
#include "domain/worker.h"

#include <optional>
#include <string_view>

namespace holdfast::app {

enum class Action : std::uint8_t {
    viewWorklist,
    searchPeople,
    findInRecord,
    viewPerson,
    registerPerson,
    editPerson,
    mergePeople,
    takePeopleApart,
    draftAssessment,
    signAssessment,
    sendReferral,
    recordResponse,
    recordContact,
    recordAttempt,
    workChallenge,
    handStepOn,
    recordHandover,
    changeWorker,
    recordPersonsChoice,
    planAftercare,
    closeJointly,
    recordMdt,
    reopen,
    secondLook,
    enterInError,
    recordDeath,
    recordGoodExperience,
    viewReferrals,
    viewDirectory,
    editDirectory,
    importDirectory,
    editPlaces,
    viewWaits,
    viewReports,
    exportReports,
    exportEvents,
    viewReportCases,
    viewWorkers,
    manageWorkers,
    viewTeam,
    reassignPeople,
    arrangeCover,
    viewLetters,
    writeLetter,
    keepDrafts,
    recordLetterSent,
    openDocument,
    attachDocument,
    exportDocument,
    viewNotes,
    writeNote,
    signNote,
    readNote,
    pinNote,
    noteInError,
    exportNotes,
    viewNoteTemplates,
    editNoteTemplates,
    viewConsent,
    recordConsent,
    overrideConsent,
    viewCarers,
    editCarer,
    recordCarerCall,
    viewStory,
    writeStory,
    confirmStoryRead,
    exportPassport,
    writeHandover,
    agreeHandover,
    viewWordList,
    editWordList,
    viewPlans,
    writePlan,
    agreePlan,
    exportPlan,
    viewMeetings,
    runMeeting,
    exportMeeting,
    setLetterhead,
    viewPolicy,
    loadPolicy,
    putPolicyInForce,
    signOffCitation,
    viewLocalGuides,
    keepLocalGuides,
    checkStore,
    backUpStore,
    planBackups,
    backUpWhenDue,
    restoreStore,
    viewAudit,
    exportAudit,
    printWhoLooked,
    checkAudit,
    anchorAudit,
    signIn,
    makePractice,
    changePassphrase,
    manageAccounts,
};
inline constexpr std::size_t actionCount = static_cast<std::size_t>(Action::manageAccounts) + 1;

// Names<Action> is in access.cpp's table order; nameOf(Action) is what the audit stores.
std::string_view nameOf(Action action);
/// Nothing for a name that no action has.
std::optional<Action> actionNamed(std::string_view name);

/// Done, or ErrorCode::forbidden. An inactive worker may do nothing.
Result<Done> authorise(const Worker& actor, Action action);

}  // namespace holdfast::app
