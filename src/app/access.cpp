#include "app/access.h"

#include <algorithm>
#include <array>

namespace holdfast::app {
namespace {

constexpr bool yes = true;
constexpr bool no = false;

struct Row {
    Action action;
    std::string_view name;
    std::array<bool, 4> granted;  ///< keyworker, coordinator, supervisor, administrator: the order of Role
};

// The whole rule book. An administrator keeps the store and the lists of services and workers, and sees no person.
// clang-format off
constexpr std::array<Row, actionCount> table{{
    //                                                         keyw. coord. superv. admin.
    {Action::viewWorklist,        "view_worklist",         {yes,  yes,   yes,    no}},
    {Action::searchPeople,        "search_people",         {yes,  yes,   yes,    no}},
    {Action::findInRecord,          "find_in_record",        {yes,  yes,   yes,   no}},
    {Action::viewPerson,          "view_person",           {yes,  yes,   yes,    no}},
    {Action::registerPerson,      "register_person",       {yes,  yes,   yes,    no}},
    {Action::editPerson,          "edit_person",           {yes,  yes,   yes,    no}},
    {Action::mergePeople,         "merge_people",          {no,   yes,   yes,    no}},
    {Action::takePeopleApart,     "take_people_apart",     {no,   yes,   yes,    no}},
    {Action::draftAssessment,     "draft_assessment",      {yes,  yes,   yes,    no}},
    {Action::signAssessment,      "sign_assessment",       {yes,  yes,   yes,    no}},
    {Action::sendReferral,        "send_referral",         {yes,  yes,   yes,    no}},
    {Action::recordResponse,      "record_response",       {yes,  yes,   yes,    no}},
    {Action::recordContact,       "record_contact",        {yes,  yes,   yes,    no}},
    {Action::recordAttempt,       "record_attempt",        {yes,  yes,   yes,    no}},
    {Action::workChallenge,       "work_challenge",        {yes,  yes,   yes,    no}},
    {Action::handStepOn,          "hand_step_on",          {no,   no,    yes,    no}},
    {Action::recordHandover,      "record_handover",       {yes,  yes,   yes,    no}},
    {Action::changeWorker,        "change_worker",         {yes,  yes,   yes,    no}},
    {Action::recordPersonsChoice, "record_persons_choice", {yes,  yes,   yes,    no}},
    {Action::planAftercare,       "plan_aftercare",        {yes,  yes,   yes,    no}},
    {Action::closeJointly,        "close_jointly",         {no,   yes,   yes,    no}},
    {Action::recordMdt,           "record_mdt",            {yes,  yes,   yes,    no}},
    {Action::reopen,              "reopen",                {yes,  yes,   yes,    no}},
    {Action::secondLook,          "second_look",           {no,   yes,   yes,    no}},
    {Action::enterInError,        "enter_in_error",        {yes,  yes,   yes,    no}},
    {Action::recordDeath,         "record_death",          {yes,  yes,   yes,    no}},
    {Action::recordGoodExperience,  "record_good_experience", {yes,  yes,   yes,   no}},
    {Action::viewReferrals,       "view_referrals",        {yes,  yes,   yes,    no}},
    {Action::viewDirectory,       "view_directory",        {yes,  yes,   yes,    yes}},
    {Action::editDirectory,       "edit_directory",        {no,   yes,   yes,    yes}},
    {Action::importDirectory,     "import_directory",      {no,   no,    yes,    yes}},
    {Action::editPlaces,          "edit_places",           {no,   no,    yes,    yes}},
    {Action::viewWaits,           "view_waits",            {yes,  yes,   yes,    yes}},
    {Action::viewReports,         "view_reports",          {yes,  yes,   yes,    no}},
    {Action::exportReports,       "export_reports",        {no,   yes,   yes,    no}},
    {Action::exportEvents,        "export_events",         {no,   no,    yes,    no}},
    {Action::viewReportCases,     "view_report_cases",     {no,   yes,   yes,    no}},
    {Action::viewWorkers,         "view_workers",          {yes,  yes,   yes,    yes}},
    {Action::manageWorkers,       "manage_workers",        {no,   no,    yes,    yes}},
    {Action::viewTeam,            "view_team",             {no,   yes,   yes,    no}},
    {Action::reassignPeople,      "reassign_people",       {no,   yes,   yes,    no}},
    {Action::arrangeCover,        "arrange_cover",         {no,   yes,   yes,    no}},
    {Action::viewLetters,         "view_letters",          {yes,  yes,   yes,    no}},
    {Action::writeLetter,         "write_letter",          {yes,  yes,   yes,    no}},
    {Action::keepDrafts,          "keep_drafts",           {yes,  yes,   yes,    yes}},
    {Action::recordLetterSent,    "record_letter_sent",    {yes,  yes,   yes,    no}},
    {Action::openDocument,        "open_document",         {yes,  yes,   yes,    no}},
    {Action::attachDocument,      "attach_document",       {yes,  yes,   yes,    no}},
    {Action::exportDocument,      "export_document",       {yes,  yes,   yes,    no}},
    {Action::viewNotes,           "view_notes",            {yes,  yes,   yes,    no}},
    {Action::writeNote,           "write_note",            {yes,  yes,   yes,    no}},
    {Action::signNote,            "sign_note",             {yes,  yes,   yes,    no}},
    {Action::readNote,            "read_note",             {yes,  yes,   yes,    no}},
    {Action::pinNote,             "pin_note",              {yes,  yes,   yes,    no}},
    {Action::noteInError,         "note_in_error",         {yes,  yes,   yes,    no}},
    {Action::exportNotes,         "export_notes",          {yes,  yes,   yes,    no}},
    {Action::viewNoteTemplates,   "view_note_templates",   {yes,  yes,   yes,    no}},
    {Action::editNoteTemplates,   "edit_note_templates",   {no,   yes,   yes,    no}},
    {Action::viewConsent,           "view_consent",          {yes,  yes,   yes,   no}},
    {Action::recordConsent,         "record_consent",        {yes,  yes,   yes,   no}},
    {Action::overrideConsent,       "override_consent",      {no,   yes,   yes,   no}},
    {Action::viewCarers,            "view_carers",           {yes,  yes,   yes,   no}},
    {Action::editCarer,             "edit_carer",            {yes,  yes,   yes,   no}},
    {Action::recordCarerCall,       "record_carer_call",     {yes,  yes,   yes,   no}},
    {Action::viewStory,             "view_story",            {yes,  yes,   yes,   no}},
    {Action::writeStory,            "write_story",           {yes,  yes,   yes,   no}},
    {Action::confirmStoryRead,      "confirm_story_read",    {yes,  yes,   yes,   no}},
    {Action::exportPassport,        "export_passport",       {yes,  yes,   yes,   no}},
    {Action::writeHandover,         "write_handover",        {yes,  yes,   yes,   no}},
    {Action::agreeHandover,         "agree_handover",        {yes,  yes,   yes,   no}},
    {Action::viewWordList,          "view_word_list",        {yes,  yes,   yes,   yes}},
    {Action::editWordList,          "edit_word_list",        {no,   yes,   yes,   no}},
    {Action::viewPlans,             "view_plans",            {yes,  yes,   yes,   no}},
    {Action::writePlan,             "write_plan",            {yes,  yes,   yes,   no}},
    {Action::agreePlan,             "agree_plan",            {yes,  yes,   yes,   no}},
    {Action::exportPlan,            "export_plan",           {yes,  yes,   yes,   no}},
    {Action::viewMeetings,          "view_meetings",         {yes,  yes,   yes,   no}},
    {Action::runMeeting,            "run_meeting",           {no,   yes,   yes,   no}},
    {Action::exportMeeting,         "export_meeting",        {no,   yes,   yes,   no}},
    {Action::setLetterhead,       "set_letterhead",        {no,   yes,   yes,    yes}},
    {Action::viewPolicy,          "view_policy",           {yes,  yes,   yes,    yes}},
    {Action::loadPolicy,          "load_policy",           {no,   no,    yes,    yes}},
    {Action::putPolicyInForce,    "put_policy_in_force",   {no,   no,    yes,    yes}},
    {Action::signOffCitation,     "sign_off_citation",     {no,   no,    yes,    yes}},
    {Action::viewLocalGuides,     "view_local_guides",     {yes,  yes,   yes,    yes}},
    {Action::keepLocalGuides,     "keep_local_guides",     {no,   no,    yes,    yes}},
    {Action::checkStore,          "check_store",           {no,   no,    yes,    yes}},
    {Action::backUpStore,         "back_up_store",         {no,   no,    yes,    yes}},
    {Action::planBackups,         "plan_backups",          {no,   no,    yes,    yes}},
    {Action::backUpWhenDue,       "back_up_when_due",      {yes,  yes,   yes,    yes}},
    {Action::restoreStore,        "restore_store",         {no,   no,    yes,    yes}},
    {Action::viewAudit,           "view_audit",            {no,   no,    yes,    no}},
    {Action::exportAudit,         "export_audit",          {no,   no,    yes,    no}},
    {Action::printWhoLooked,      "print_who_looked",      {no,   yes,   yes,    no}},
    {Action::checkAudit,          "check_audit",           {no,   no,    yes,    yes}},
    {Action::anchorAudit,         "anchor_audit",          {no,   no,    yes,    yes}},
    {Action::signIn,              "sign_in",               {yes,  yes,   yes,    yes}},
    {Action::makePractice,        "make_practice",         {no,   no,    no,     yes}},
    {Action::changePassphrase,    "change_passphrase",     {yes,  yes,   yes,    yes}},
    {Action::manageAccounts,      "manage_accounts",       {no,   no,    yes,    yes}},
    {Action::restrictPeople,      "restrict_people",       {no,   no,    yes,    no}},
    {Action::openRestricted,      "open_restricted",       {yes,  yes,   yes,    no}},
    {Action::reviewEmergencies,   "review_emergencies",    {no,   no,    yes,    no}},
    {Action::reviewRetention,     "review_retention",      {no,   no,    yes,    no}},
    {Action::exportRetention,     "export_retention",      {no,   no,    yes,    no}},
    {Action::proposeDisposal,     "propose_disposal",      {no,   no,    yes,    no}},
    {Action::confirmDisposal,     "confirm_disposal",      {no,   no,    yes,    yes}},
}};
// clang-format on

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].action) != i)
            return false;
    return true;
}
static_assert(inOrder(), "the table is looked up by position");

}  // namespace

std::string_view nameOf(Action action)
{
    return table[static_cast<std::size_t>(action)].name;
}

std::optional<Action> actionNamed(std::string_view name)
{
    const auto row = std::ranges::find(table, name, &Row::name);
    return row == table.end() ? std::nullopt : std::optional{row->action};
}

Result<Done> authorise(const Worker& actor, Action action)
{
    const auto role = static_cast<std::size_t>(actor.role);
    const auto row = static_cast<std::size_t>(action);
    if (actor.active && !actor.id.empty() && row < table.size() && role < table[row].granted.size() &&
        table[row].granted[role])
        return Done{};
    return Error{ErrorCode::forbidden, row < table.size() ? std::string{table[row].name} : std::string{"action"},
                 "the role of this worker does not allow it"};
}

}  // namespace holdfast::app
