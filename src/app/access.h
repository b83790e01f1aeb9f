// Who may do what. Every use case asks authorise() and nothing else; what the table does not grant is denied.
#pragma once

#include "base/result.h"
#include "domain/worker.h"

namespace holdfast::app {

enum class Action : std::uint8_t {
    viewWorklist,
    searchPeople,
    viewPerson,
    registerPerson,
    editPerson,
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
    viewReferrals,
    viewDirectory,
    editDirectory,
    importDirectory,
    editPlaces,
    viewWaits,
    viewReports,
    exportReports,
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
    setLetterhead,
    viewPolicy,
    loadPolicy,
    putPolicyInForce,
    signOffCitation,
    viewLocalGuides,
    keepLocalGuides,
    checkStore,
    makePractice,
};
inline constexpr std::size_t actionCount = static_cast<std::size_t>(Action::makePractice) + 1;

// Names<Action> is in access.cpp's table order; nameOf(Action) is what the audit stores.
std::string_view nameOf(Action action);

/// Done, or ErrorCode::forbidden. An inactive worker may do nothing.
Result<Done> authorise(const Worker& actor, Action action);

}  // namespace holdfast::app
