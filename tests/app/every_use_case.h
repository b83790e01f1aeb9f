// Every use case by name, for tests that walk them all: `call(name, member)` is given each.
#pragma once

#include "app/accounts.h"
#include "app/app_world.h"
#include "app/audit.h"
#include "app/audit_log.h"
#include "app/carers.h"
#include "app/consents.h"
#include "app/disposals.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/event_export.h"
#include "app/find.h"
#include "app/handovers.h"
#include "app/kind_words.h"
#include "app/letters.h"
#include "app/local_guides.h"
#include "app/meetings.h"
#include "app/merges.h"
#include "app/note_templates.h"
#include "app/notes.h"
#include "app/plans.h"
#include "app/policies.h"
#include "app/report_views.h"
#include "app/restrictions.h"
#include "app/retention.h"
#include "app/story.h"
#include "app/team.h"
#include "app/travel.h"
#include "app/waits.h"
#include "app/why_case.h"

#include <concepts>
#include <string_view>

namespace holdfast::test {

/// A value of whatever kind a use case asks for, with nothing in it.
template <class Given>
Given nothing()
{
    if constexpr (std::same_as<Given, OutwardPlace>)
        return {"AL1", MapPlace::make(51'752'700, -340'000, "made up").value(), 0};
    else
        return Given{};
}

/// These look at what was typed, and miss a command or a reason, before they ask who it is: that tells nothing of the
/// store.
inline constexpr std::string_view lookFirst[] = {
    "carers.logCall",    "cases.record",        "cases.undo",         "consents.error",      "consents.outside",
    "consents.record",   "disposals.propose",   "disposals.withdraw", "disposals.confirm",   "documents.attach",
    "handovers.answer",  "handovers.write",     "letters.finalise",   "letters.sent",        "meetings.back",
    "meetings.record",   "meetings.start",      "merges.apart",       "merges.join",         "notes.sign",
    "plans.agree",       "restrictions.decide", "restrictions.open",  "restrictions.review", "retention.keep",
    "retention.suspend", "retention.lift",      "story.write",        "team.reassign"};

template <class Call>
void callAboutPeople(Call& call)
{
    call("people.search", &app::People::search);
    call("people.find", &app::People::find);
    call("people.alike", &app::People::alike);
    call("people.register", &app::People::registerPerson);
    call("people.save", &app::People::save);
    call("cases.open", &app::Cases::open);
    call("cases.preview", &app::Cases::preview);
    call("cases.record", &app::Cases::record);
    call("cases.undo", &app::Cases::undo);
    call("cases.protocols", &app::Cases::protocolsNamed);
    call("assessments.draft", &app::Assessments::draft);
    call("assessments.saveDraft", &app::Assessments::saveDraft);
    call("assessments.preview", &app::Assessments::preview);
    call("assessments.sign", &app::Assessments::sign);
    call("assessments.signed", &app::Assessments::signedForms);
    call("carers.list", &app::Carers::list);
    call("carers.search", &app::Carers::search);
    call("carers.save", &app::Carers::save);
    call("carers.logCall", &app::Carers::logCall);
    call("carers.undoCall", &app::Carers::undoCall);
    call("carers.calledBack", &app::Carers::setCalledBack);
    call("carers.owed", &app::Carers::owed);
    call("consents.list", &app::Consents::list);
    call("consents.recipients", &app::Consents::recipients);
    call("consents.record", &app::Consents::record);
    call("consents.error", &app::Consents::enterInError);
    call("consents.outside", &app::Consents::shareOutside);
    call("merges.compare", &app::Merges::compare);
    call("merges.join", &app::Merges::join);
    call("merges.apart", &app::Merges::takeApart);
    call("story.open", &app::Stories::open);
    call("story.brief", &app::Stories::brief);
    call("story.write", &app::Stories::write);
    call("story.confirm", &app::Stories::confirmRead);
    call("story.again", &app::Stories::toldAgain);
    call("story.back", &app::Stories::takeBack);
    call("story.preview", &app::Stories::previewPassport);
    call("story.passport", &app::Stories::passport);
    call("why", &app::WhyCase::explain);
    call("find", &app::Find::ask);
    call("find.more", &app::Find::more);
    call("restrictions.brief", &app::Restrictions::brief);
    call("restrictions.state", &app::Restrictions::state);
    call("restrictions.decide", &app::Restrictions::decide);
    call("restrictions.open", &app::Restrictions::open);
    call("restrictions.back", &app::Restrictions::giveBack);
    call("restrictions.list", &app::Restrictions::emergencies);
    call("restrictions.toReview", &app::Restrictions::toReview);
    call("restrictions.review", &app::Restrictions::review);
    call("disposals.compare", &app::Disposals::compare);
    call("disposals.look", &app::Disposals::look);
    call("disposals.propose", &app::Disposals::propose);
    call("disposals.withdraw", &app::Disposals::withdraw);
    call("disposals.confirm", &app::Disposals::confirm);
    call("disposals.finishClearing", &app::Disposals::finishClearing);
    call("disposals.awaiting", &app::Disposals::awaiting);
    call("disposals.toConfirm", &app::Disposals::toConfirm);
    call("disposals.done", &app::Disposals::done);
    call("retention.list", &app::Retention::list);
    call("retention.whole", &app::Retention::whole);
    call("retention.keep", &app::Retention::keep);
    call("retention.suspend", &app::Retention::suspendAll);
    call("retention.lift", &app::Retention::lift);
    call("audit.check", &app::Audit::check);
    call("audit.anchor", &app::Audit::anchor);
    call("audit.page", &app::AuditLog::page);
    call("audit.csv", &app::AuditLog::csv);
    call("audit.paper", &app::AuditLog::forPaper);
    call("audit.looked", &app::AuditLog::whoLooked);
}

template <class Call>
void callAboutPapers(Call& call)
{
    call("documents.attach", &app::Documents::attach);
    call("documents.read", &app::Documents::read);
    call("documents.out", &app::Documents::takenOut);
    call("drafts.versions", &app::Drafts::versions);
    call("drafts.back", &app::Drafts::putBack);
    call("drafts.cutOff", &app::Drafts::cutOff);
    call("drafts.recovered", &app::Drafts::recovered);
    call("drafts.keep", &app::Drafts::keepRecovered);
    call("drafts.discard", &app::Drafts::discardRecovered);
    call("drafts.leave", &app::Drafts::leave);
    call("drafts.sheet", &app::Drafts::sheet);
    call("drafts.saveSheet", &app::Drafts::saveSheet);
    call("drafts.endSheet", &app::Drafts::endSheet);
    call("handovers.begin", &app::Handovers::begin);
    call("handovers.write", &app::Handovers::write);
    call("handovers.answer", &app::Handovers::answer);
    call("handovers.of", &app::Handovers::of);
    call("handovers.waiting", &app::Handovers::waiting);
    call("handovers.paper", &app::Handovers::onPaper);
    call("letters.list", &app::Letters::list);
    call("letters.begin", &app::Letters::begin);
    call("letters.draft", &app::Letters::draft);
    call("letters.saveDraft", &app::Letters::saveDraft);
    call("letters.discard", &app::Letters::discard);
    call("letters.remake", &app::Letters::remake);
    using Quoted = Result<std::vector<engine::VerdictCitation>>;
    const auto quoted = [&]<class Of>(const char* name,
                                      Quoted (app::Letters::*use)(const app::Session&, const PersonId&, const Of&)) {
        call(name, use);
    };
    quoted.template operator()<std::string>("letters.quoted", &app::Letters::quoted);
    quoted.template operator()<DocumentId>("letters.quotedKept", &app::Letters::quoted);
    call("letters.finalise", &app::Letters::finalise);
    call("letters.sent", &app::Letters::markSent);
    call("letters.head", &app::Letters::letterhead);
    call("letters.saveHead", &app::Letters::saveLetterhead);
    call("notes.list", &app::Notes::list);
    call("notes.begin", &app::Notes::begin);
    call("notes.draft", &app::Notes::draft);
    call("notes.saveDraft", &app::Notes::saveDraft);
    call("notes.discard", &app::Notes::discard);
    call("notes.sign", &app::Notes::sign);
    call("notes.error", &app::Notes::enterInError);
    call("notes.pin", &app::Notes::pin);
    call("notes.read", &app::Notes::markRead);
    call("notes.readers", &app::Notes::readers);
    call("notes.unread", &app::Notes::unread);
    call("notes.paper", &app::Notes::onPaper);
    call("templates.list", &app::NoteTemplates::list);
    call("templates.save", &app::NoteTemplates::save);
    call("templates.remove", &app::NoteTemplates::remove);
    call("plans.list", &app::Plans::list);
    call("plans.begin", &app::Plans::begin);
    call("plans.saveDraft", &app::Plans::saveDraft);
    call("plans.discard", &app::Plans::discard);
    call("plans.agree", &app::Plans::agree);
    call("plans.mark", &app::Plans::mark);
    call("plans.paper", &app::Plans::onPaper);
    call("words.list", &app::KindWords::list);
    call("words.use", &app::KindWords::inUse);
    call("words.save", &app::KindWords::save);
    call("words.on", &app::KindWords::setOn);
    call("words.came", &app::KindWords::asItCame);
}

template <class Call>
void callAboutTheTeam(Call& call)
{
    call("accounts.list", &app::Accounts::list);
    call("directory.list", &app::DirectoryOfServices::list);
    call("directory.save", &app::DirectoryOfServices::save);
    call("directory.preview", &app::DirectoryOfServices::previewImport);
    call("directory.import", &app::DirectoryOfServices::import);
    call("directory.export", &app::DirectoryOfServices::exportCsv);
    call("export.events", &app::EventExport::write);
    call("guides.list", &app::LocalGuides::list);
    call("guides.add", &app::LocalGuides::add);
    call("guides.withdraw", &app::LocalGuides::withdraw);
    call("guides.back", &app::LocalGuides::bringBack);
    call("meetings.board", &app::Meetings::board);
    call("meetings.start", &app::Meetings::start);
    call("meetings.save", &app::Meetings::save);
    call("meetings.finish", &app::Meetings::finish);
    call("meetings.begin", &app::Meetings::begin);
    call("meetings.saveDraft", &app::Meetings::saveDraft);
    call("meetings.record", &app::Meetings::record);
    call("meetings.back", &app::Meetings::takeBack);
    call("meetings.minutes", &app::Meetings::minutes);
    call("policies.view", &app::Policies::view);
    call("policies.read", &app::Policies::read);
    call("policies.kept", &app::Policies::kept);
    call("policies.force", &app::Policies::putInForce);
    call("policies.sign", &app::Policies::signOff);
    call("policies.bench", &app::Policies::bench);
    call("reports.whole", &app::ReportViews::whole);
    call("reports.cases", &app::ReportViews::cases);
    call("reports.choices", &app::ReportViews::choices);
    call("reports.bounces", &app::Reports::bounceDocument);
    call("team.overview", &app::Team::overview);
    call("team.held", &app::Team::heldBy);
    call("team.reassign", &app::Team::reassign);
    call("team.back", &app::Team::takeBack);
    call("team.cover", &app::Team::arrangeCover);
    call("team.endCover", &app::Team::endCover);
    call("team.declines", &app::Team::declines);
    call("team.look", &app::Team::look);
    call("travel.codes", &app::Travel::outwardCodes);
    call("travel.save", &app::Travel::save);
    call("travel.remove", &app::Travel::remove);
    call("travel.preview", &app::Travel::previewImport);
    call("travel.import", &app::Travel::import);
    call("travel.export", &app::Travel::exportCsv);
    call("travel.type", &app::Travel::typeDistance);
    call("waits", &app::Waits::expected);
    call("workers.list", &app::Workers::list);
    call("workers.save", &app::Workers::save);
    call("worklist.today", &app::Worklist::today);
    call("worklist.referrals", &app::Worklist::referrals);
    call("worklist.totals", &app::Worklist::referralTotals);
    call("worklist.sweep", &app::Worklist::sweep);
}

template <class Call>
void callEveryUseCase(Call& call)
{
    callAboutPeople(call);
    callAboutPapers(call);
    callAboutTheTeam(call);
}

}  // namespace holdfast::test
