#include "app/access.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace holdfast;
using app::Action;

namespace {

struct Expected {
    Action action;
    const char* who;  ///< k keyworker, c coordinator, s supervisor, a administrator
};

// Written out a second time on purpose: a cell that changes must be changed in both places.
constexpr Expected expected[] = {
    {Action::viewWorklist, "kcs"},
    {Action::searchPeople, "kcs"},
    {Action::findInRecord, "kcs"},
    {Action::viewPerson, "kcs"},
    {Action::registerPerson, "kcs"},
    {Action::editPerson, "kcs"},
    {Action::draftAssessment, "kcs"},
    {Action::signAssessment, "kcs"},
    {Action::sendReferral, "kcs"},
    {Action::recordResponse, "kcs"},
    {Action::recordContact, "kcs"},
    {Action::recordAttempt, "kcs"},
    {Action::workChallenge, "kcs"},
    {Action::handStepOn, "s"},
    {Action::viewTeam, "cs"},
    {Action::reassignPeople, "cs"},
    {Action::arrangeCover, "cs"},
    {Action::recordHandover, "kcs"},
    {Action::changeWorker, "kcs"},
    {Action::recordPersonsChoice, "kcs"},
    {Action::planAftercare, "kcs"},
    {Action::closeJointly, "cs"},
    {Action::recordMdt, "kcs"},
    {Action::reopen, "kcs"},
    {Action::secondLook, "cs"},
    {Action::enterInError, "kcs"},
    {Action::recordDeath, "kcs"},
    {Action::viewReferrals, "kcs"},
    {Action::viewDirectory, "kcsa"},
    {Action::editDirectory, "csa"},
    {Action::importDirectory, "sa"},
    {Action::editPlaces, "sa"},
    {Action::viewWaits, "kcsa"},
    {Action::viewReports, "kcs"},
    {Action::exportReports, "cs"},
    {Action::viewWorkers, "kcsa"},
    {Action::exportEvents, "s"},
    {Action::manageWorkers, "sa"},
    {Action::viewLetters, "kcs"},
    {Action::writeLetter, "kcs"},
    {Action::keepDrafts, "kcsa"},
    {Action::recordLetterSent, "kcs"},
    {Action::openDocument, "kcs"},
    {Action::attachDocument, "kcs"},
    {Action::exportDocument, "kcs"},
    {Action::viewNotes, "kcs"},
    {Action::writeNote, "kcs"},
    {Action::signNote, "kcs"},
    {Action::readNote, "kcs"},
    {Action::pinNote, "kcs"},
    {Action::noteInError, "kcs"},
    {Action::exportNotes, "kcs"},
    {Action::viewNoteTemplates, "kcs"},
    {Action::editNoteTemplates, "cs"},
    {Action::recordGoodExperience, "kcs"},
    {Action::viewConsent, "kcs"},
    {Action::recordConsent, "kcs"},
    {Action::overrideConsent, "cs"},
    {Action::viewCarers, "kcs"},
    {Action::editCarer, "kcs"},
    {Action::recordCarerCall, "kcs"},
    {Action::viewPlans, "kcs"},
    {Action::writePlan, "kcs"},
    {Action::agreePlan, "kcs"},
    {Action::exportPlan, "kcs"},
    {Action::viewMeetings, "kcs"},
    {Action::runMeeting, "cs"},
    {Action::exportMeeting, "cs"},
    {Action::viewStory, "kcs"},
    {Action::writeStory, "kcs"},
    {Action::confirmStoryRead, "kcs"},
    {Action::exportPassport, "kcs"},
    {Action::writeHandover, "kcs"},
    {Action::agreeHandover, "kcs"},
    {Action::viewWordList, "kcsa"},
    {Action::editWordList, "cs"},
    {Action::setLetterhead, "csa"},
    {Action::viewPolicy, "kcsa"},
    {Action::loadPolicy, "sa"},
    {Action::putPolicyInForce, "sa"},
    {Action::signOffCitation, "sa"},
    {Action::viewLocalGuides, "kcsa"},
    {Action::keepLocalGuides, "sa"},
    {Action::mergePeople, "cs"},
    {Action::takePeopleApart, "cs"},
    {Action::checkStore, "sa"},
    {Action::backUpStore, "sa"},
    {Action::planBackups, "sa"},
    {Action::backUpWhenDue, "kcsa"},
    {Action::restoreStore, "sa"},
    {Action::viewAudit, "s"},
    {Action::exportAudit, "s"},
    {Action::printWhoLooked, "cs"},
    {Action::checkAudit, "sa"},
    {Action::signIn, "kcsa"},
    {Action::anchorAudit, "sa"},
    {Action::makePractice, "a"},
    {Action::viewReportCases, "cs"},
    {Action::changePassphrase, "kcsa"},
    {Action::manageAccounts, "sa"},
    {Action::restrictPeople, "s"},
    {Action::openRestricted, "kcs"},
    {Action::reviewEmergencies, "s"},
    {Action::reviewRetention, "s"},
    {Action::exportRetention, "s"},
    {Action::proposeDisposal, "s"},
    {Action::confirmDisposal, "sa"},
};

constexpr std::pair<Role, char> roles[] = {
    {Role::keyworker, 'k'}, {Role::coordinator, 'c'}, {Role::supervisor, 's'}, {Role::administrator, 'a'}};

Worker actor(Role role)
{
    Worker worker;
    worker.id = WorkerId{"w"};
    worker.role = role;
    return worker;
}

}  // namespace

TEST_CASE("every role may do what the table grants and nothing else")
{
    REQUIRE(std::size(expected) == app::actionCount);
    for (const Expected& row : expected)
        for (const auto& [role, letter] : roles) {
            INFO(app::nameOf(row.action) << " as " << nameOf(role));
            const bool granted = std::string_view{row.who}.find(letter) != std::string_view::npos;
            const auto answer = app::authorise(actor(role), row.action);
            CHECK(answer.has_value() == granted);
            if (!answer)
                CHECK(answer.error().code == ErrorCode::forbidden);
        }
}

TEST_CASE("a worker who has left may do nothing")
{
    for (const Expected& row : expected)
        for (const auto& [role, letter] : roles) {
            Worker left = actor(role);
            left.active = false;
            CHECK_FALSE(app::authorise(left, row.action));
        }
}

TEST_CASE("an action or a role from outside the table is denied")
{
    CHECK_FALSE(app::authorise(actor(Role::administrator), static_cast<Action>(app::actionCount)));
    CHECK_FALSE(app::authorise(actor(static_cast<Role>(4)), Action::viewDirectory));
    CHECK_FALSE(app::authorise(Worker{}, Action::viewDirectory));
}

TEST_CASE("every action has a name of its own for the audit")
{
    std::set<std::string_view> names;
    for (const Expected& row : expected)
        names.insert(app::nameOf(row.action));
    CHECK(names.size() == app::actionCount);
}
