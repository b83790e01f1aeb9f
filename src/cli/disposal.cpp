// `holdfast disposal list|propose|confirm|withdraw`: letting a record go, by two people.
#include "app/disposals.h"

#include "cli/commands.h"
#include "cli/stores.h"
#include "domain/calendar.h"
#include "exchange/json_output.h"

#include <ostream>

namespace holdfast::cli {
namespace {

using app::Disposals;

/// Of a rule that says no, in words; nothing for another error.
std::string_view refusalWords(const Error& error)
{
    if (error.where == "disposal.own")
        return "you proposed this yourself; somebody else has to confirm it";
    if (error.where == "disposal.changed")
        return "the record is not as it was when this was proposed; withdraw it, look again and propose it anew";
    if (error.where == "disposal.not_due")
        return "the time of this record is not over, so it stays";
    if (error.where == "disposal.kept")
        return "somebody decided to keep this record for longer; lift that first";
    return {};
}

int refused(const Arguments& arguments, Surroundings& around, Error error)
{
    if (const auto words = refusalWords(error); !words.empty()) {
        complain(around.err, {ErrorCode::invalid, arguments.operands.back(), std::string{words}});
        return exitNo;
    }
    if (error.where == "disposed")
        error = {ErrorCode::notFound, arguments.operands.back(), "its record was disposed of on " + error.detail};
    else if (error.where == "disposal" || error.where == "person")
        error = {error.code, arguments.operands.back(),
                 error.detail.empty() ? "expected what disposal list or retention list names" : error.detail};
    return complain(around.err, inStore(arguments, std::move(error)));
}

std::string contentsWords(const RecordContents& contents)
{
    std::string words;
    for (std::size_t i = 0; i < recordPartCount; ++i)
        if (contents.counts[i] > 0)
            words += (words.empty() ? "" : ", ") + std::string{nameOf(static_cast<RecordPart>(i))} + ' ' +
                     std::to_string(contents.counts[i]);
    return words;
}

std::string backupWords(const app::BackupTraces& backups)
{
    if (backups.server)
        return "Copies that the keeper of the server makes may hold it for as long as they are kept.\n";
    const std::string by = backups.until ? "Scheduled backups hold it until the first one made on or after " +
                                               formatDate(*backups.until) + ". "
                                         : "No schedule makes backups, so no day can be named when old ones are gone. ";
    return by +
           "Copies kept elsewhere, and files that a restore or an upgrade set aside, hold it until somebody deletes "
           "them.\n";
}

void show(Surroundings& around, const app::DisposalCase& found)
{
    around.out << "What goes: " << contentsWords(found.contents) << ".\n" << backupWords(found.backups);
}

std::string asJson(const std::vector<app::AwaitingDisposal>& awaiting, const std::vector<app::DisposalDone>& done,
                   bool cleared)
{
    exchange::JsonOut out;
    out.beginObject().key("awaiting").beginArray();
    for (const app::AwaitingDisposal& each : awaiting)
        out.beginObject()
            .member("disposal", each.disposal.id.str())
            .member("person", each.disposal.person.str())
            .member("name", each.personName)
            .member("proposed_by", each.proposerName)
            .member("proposed_at", formatInstant(each.disposal.at))
            .member("due", formatDate(each.disposal.dueOn))
            .member("rule", nameOf(each.disposal.rule))
            .member("reason", each.disposal.reason)
            .endObject();
    out.endArray().key("done").beginArray();
    for (const app::DisposalDone& each : done)
        out.beginObject()
            .member("disposal", each.id.str())
            .member("person", each.person.str())
            .member("rule", nameOf(each.rule))
            .member("proposed_by", each.proposerName)
            .member("proposed_at", formatInstant(each.proposedAt))
            .member("confirmed_by", each.confirmerName)
            .member("disposed_at", formatInstant(each.at))
            .endObject();
    out.endArray().member("cleared", cleared).endObject();
    return std::move(out).str() + '\n';
}

std::string asText(const std::vector<app::AwaitingDisposal>& awaiting, const std::vector<app::DisposalDone>& done)
{
    std::string text = std::to_string(awaiting.size()) + " proposed, " + std::to_string(done.size()) + " disposed of\n";
    for (const app::AwaitingDisposal& each : awaiting)
        text += "proposed " + each.disposal.id.str() + "  person " + each.disposal.person.str() +
                (each.personName.empty() ? "" : " (" + each.personName + ')') + "  by " + each.proposerName + " on " +
                formatDate(londonDate(each.disposal.at)) + ": " + each.disposal.reason + '\n';
    for (const app::DisposalDone& each : done)
        text += "disposed " + each.id.str() + "  person " + each.person.str() + "  on " +
                formatDate(londonDate(each.at)) + " by " + each.proposerName + " and " + each.confirmerName + '\n';
    return text;
}

constexpr std::string_view tracesMayStay =
    "Traces may stay in unused parts of the store's files while somebody else has it open, or where it is larger than "
    "1 GiB.\n";

int list(const Arguments& arguments, Surroundings& around, const OpenStore& opened, bool json)
{
    Disposals disposals{*opened.workspace};
    const auto awaiting = disposals.awaiting(opened.session);
    if (!awaiting)
        return complain(around.err, inStore(arguments, awaiting.error()));
    const auto done = disposals.done(opened.session);
    if (!done)
        return complain(around.err, inStore(arguments, done.error()));
    const auto cleared = disposals.finishClearing(opened.session);
    if (!cleared)
        return complain(around.err, inStore(arguments, cleared.error()));
    around.out << (json ? asJson(*awaiting, *done, *cleared) : asText(*awaiting, *done));
    if (!json && !*cleared)
        around.out << tracesMayStay;
    return exitDone;
}

int propose(const Arguments& arguments, Surroundings& around, const OpenStore& opened)
{
    Disposals disposals{*opened.workspace};
    const PersonId person{arguments.operands.back()};
    const auto found = disposals.compare(opened.session, person);
    if (!found)
        return refused(arguments, around, found.error());
    const auto made = disposals.propose(opened.session,
                                        {person, arguments.get("--reason"), opened.workspace->ids().make<CommandId>()});
    if (!made)
        return refused(arguments, around, made.error());
    around.out << "Proposed as " << made->str() << ". Nothing is gone until somebody else confirms it.\n";
    show(around, *found);
    return exitDone;
}

int confirm(const Arguments& arguments, Surroundings& around, const OpenStore& opened)
{
    Disposals disposals{*opened.workspace};
    const DisposalId disposal{arguments.operands.back()};
    const auto found = disposals.look(opened.session, disposal);
    if (!found)
        return refused(arguments, around, found.error());
    show(around, *found);
    const auto sure = saidYes(arguments, "It cannot be undone. Type yes to dispose of the record: ");
    if (!sure)
        return complain(around.err, sure.error());
    if (!*sure) {
        around.out << "Nothing was changed.\n";
        return exitNo;
    }
    const auto done = disposals.confirm(opened.session, disposal, opened.workspace->ids().make<CommandId>());
    if (!done)
        return refused(arguments, around, done.error());
    around.out << "The record was disposed of.\n";
    if (!done->cleared)
        around.out << tracesMayStay;
    return exitDone;
}

int withdraw(const Arguments& arguments, Surroundings& around, const OpenStore& opened)
{
    const auto done = Disposals{*opened.workspace}.withdraw(opened.session, DisposalId{arguments.operands.back()},
                                                            opened.workspace->ids().make<CommandId>());
    if (!done)
        return refused(arguments, around, done.error());
    around.out << "Withdrawn. The record stays.\n";
    return exitDone;
}

}  // namespace

int disposalCommand(const Arguments& arguments, Surroundings& around)
{
    const auto json = wantsJson(arguments);
    if (!json)
        return complain(around.err, json.error());
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const std::string& what = arguments.operands.front();
    if (what == "list")
        return list(arguments, around, *opened, *json);
    if (what == "propose")
        return propose(arguments, around, *opened);
    return what == "confirm" ? confirm(arguments, around, *opened) : withdraw(arguments, around, *opened);
}

}  // namespace holdfast::cli
