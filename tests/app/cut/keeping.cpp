// Who may see a record, how long it is kept and how it goes; and what was noted of all that.
#include "app/audit.h"
#include "app/audit_log.h"
#include "app/check.h"
#include "app/cut/walk.h"
#include "app/disposals.h"
#include "app/restricted_world.h"
#include "app/retention.h"
#include "db/transaction.h"
#include "domain/calendar.h"
#include "store/meta_repository.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

void restrictAndOpen(Walk& walk, const RestrictedCase& of)
{
    AppWorld& world = walk.world;
    const PersonId& person = of.person.id;
    walk.answer(&app::Restrictions::decide, world.joanne,
                app::RestrictInput{person, true, of.named, "She works here", world.command()});
    walk.answer(&app::Restrictions::brief, world.priya, person);
    walk.answer(&app::Restrictions::state, world.joanne, person);
    const auto opened =
        walk.answer(&app::Restrictions::open, of.hale,
                    app::EmergencyInput{"943 476 5919", "", {}, "She rang from the bridge", world.command()});
    const EmergencyId emergency = opened.value().id;
    walk.answer(&app::Restrictions::toReview, world.joanne);
    walk.answer(&app::Restrictions::giveBack, of.hale, emergency);
    walk.answer(&app::Restrictions::emergencies, world.joanne, true);
    walk.answer(&app::Restrictions::review, world.joanne, emergency, std::string{"Rightly so"}, world.command());
}

void keepLonger(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const Date until = londonDate(world.clock.now()) + days{400};
    const auto kept = walk.answer(&app::Retention::keep, world.joanne,
                                  app::KeepInput{person, until, "The coroner asked for it", world.command()});
    walk.answer(&app::Retention::list, world.joanne, app::RetentionQuestion{});
    walk.answer(&app::Retention::whole, world.joanne, app::RetentionQuestion{});
    walk.answer(&app::Retention::lift, world.joanne, kept.id, std::string{"The inquest is over"}, world.command());
    const auto all =
        walk.answer(&app::Retention::suspendAll, world.joanne, std::string{"A public inquiry"}, world.command());
    must(app::Retention{*world.workspace}.lift(world.joanne, all.id, "It has reported", world.command()));
}

/// Removed, but what was rewritten afterwards was not done to the end: told as well, and made good by asking once more.
void confirm(Walk& walk, const DisposalId& disposal)
{
    AppWorld& world = walk.world;
    const CommandId command = world.command();
    walk.cutOther("disposals.confirm", [&]() -> std::optional<Error> {
        const auto done = app::Disposals{*world.workspace}.confirm(world.rowan, disposal, command);
        if (done && !done->cleared)
            return Error{ErrorCode::unavailable, "store", "not cleared"};
        return problemOf(done);
    });
}

/// As after a program that ended before it had rewritten anything.
void finish(Walk& walk)
{
    AppWorld& world = walk.world;
    {
        db::Transaction transaction{world.workspace->connection(), db::Access::write};
        store::MetaRepository{world.workspace->connection()}.set(store::metaUncleared, "a disposal");
        transaction.commit();
    }
    walk.cutOther("disposals.finishClearing", [&]() -> std::optional<Error> {
        const auto done = app::Disposals{*world.workspace}.finishClearing(world.joanne);
        if (done && !*done)
            return Error{ErrorCode::unavailable, "store", "not cleared"};
        return problemOf(done);
    });
}

void letGo(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    walk.answer(&app::Disposals::compare, world.joanne, person);
    const auto first = walk.answer(&app::Disposals::propose, world.joanne,
                                   app::DisposalInput{person, "Died; nobody asked since.", world.command()});
    walk.answer(&app::Disposals::withdraw, world.joanne, first, world.command());
    const auto second =
        must(app::Disposals{*world.workspace}.propose(world.joanne, {person, "Died long ago.", world.command()}));
    walk.answer(&app::Disposals::look, world.joanne, second);
    walk.answer(&app::Disposals::awaiting, world.joanne);
    walk.answer(&app::Disposals::toConfirm, world.rowan);
    confirm(walk, second);
    finish(walk);
    walk.answer(&app::Disposals::done, world.joanne);
}

void readTheAudit(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::Audit audit{*world.workspace};
    walk.answer(&app::AuditLog::page, world.joanne, app::AuditQuestion{});
    walk.answer(&app::AuditLog::csv, world.joanne, app::AuditQuestion{});
    walk.answer(&app::AuditLog::forPaper, world.joanne, app::AuditQuestion{});
    walk.answer(&app::AuditLog::whoLooked, world.joanne, person);
    walk.answer(&app::Audit::check, world.joanne, std::vector<std::string>{});
    walk.answer(&app::Audit::anchor, world.joanne);
    walk.cutOther("audit.aheadOfClock", [&] { return problemOf(audit.aheadOfClock()); });
    for (const bool rebuild : {false, true})
        walk.cutOther("checkStore",
                      [&] { return problemOf(app::checkStore(*world.workspace, world.joanne, rebuild)); });
}

}  // namespace

void Keeping::walk(Walk& walk)
{
    AppWorld& world = walk.world;
    const RestrictedCase of{world};
    restrictAndOpen(walk, of);
    readTheAudit(walk, of.person.id);
    world.recorded(of.other.id, event::PersonDied{londonDate(world.clock.now())});
    world.clock.advance(days{21 * 366});
    must(world.worklist().sweep(world.priya));
    keepLonger(walk, of.other.id);
    letGo(walk, of.other.id);
}

}  // namespace holdfast::test::cut
