// `holdfast audit verify` and `holdfast audit anchor`: is the trail of who saw and did what still the one that was written?
#include "app/audit.h"
#include "cli/commands.h"
#include "cli/stores.h"
#include "exchange/json_output.h"

#include <ostream>

namespace holdfast::cli {
namespace {

using Kind = AuditFault::Kind;

std::string entry(std::int64_t seq)
{
    return "entry " + std::to_string(seq);
}

std::string entries(const AuditFault& fault)
{
    return fault.first == fault.last ? entry(fault.first)
                                     : "entries " + std::to_string(fault.first) + " to " + std::to_string(fault.last);
}

std::string sentence(const AuditFault& fault)
{
    const bool one = fault.first == fault.last;
    switch (fault.kind) {
    case Kind::changed: return entry(fault.first) + " is not as it was written, or was put in";
    case Kind::removed: return entries(fault) + (one ? " was removed" : " were removed");
    case Kind::moved: return entry(fault.first) + " was written as " + entry(fault.last);
    case Kind::copied: return entry(fault.first) + " is a copy of " + entry(fault.last);
    case Kind::cutOff: return entries(fault) + (one ? " was" : " were") + " cut off at the end";
    case Kind::replaced:
        return entry(fault.first) + " is not the one an anchor was made of: the entries up to it were written anew";
    case Kind::unconfirmed: return entry(fault.first) + " cannot be confirmed, because of the one before it";
    case Kind::otherKey: return entries(fault) + " do not fit the key of this store";
    case Kind::anchor: return "the anchor beside the store was changed, or is that of another store";
    }
    return {};
}

std::string asJson(const app::AuditVerdict& verdict)
{
    const AuditFindings& found = verdict.findings;
    exchange::JsonOut out;
    out.beginObject()
        .member("ok", found.faults.empty())
        .member("checked_at", formatInstant(verdict.at))
        .key("entries")
        .number(found.entries);
    out.key("newest");
    if (found.newest)
        out.beginObject()
            .key("entry")
            .number(found.newest->seq)
            .member("at", formatInstant(found.newest->at))
            .member("link", found.newest->mac)
            .endObject();
    else
        out.null();
    out.key("anchors").beginArray();
    for (const app::AuditAnchorSeen& seen : verdict.anchors)
        out.beginObject()
            .member("file", seen.file)
            .key("entry")
            .number(seen.anchor.seq)
            .member("at", formatInstant(seen.anchor.at))
            .endObject();
    out.endArray().key("findings").beginArray();
    for (const AuditFault& fault : found.faults)
        out.beginObject()
            .member("kind", nameOf(fault.kind))
            .key("first")
            .number(fault.first)
            .key("last")
            .number(fault.last)
            .member("sentence", sentence(fault))
            .endObject();
    out.endArray().key("not_listed").number(found.notListed).endObject();
    return std::move(out).str() + '\n';
}

std::string asText(const app::AuditVerdict& verdict)
{
    const AuditFindings& found = verdict.findings;
    std::string text =
        std::to_string(found.entries) + " entries, " +
        (found.faults.empty() ? "all hang together" : std::to_string(found.faults.size()) + " findings") + '\n';
    for (const AuditFault& fault : found.faults)
        text += sentence(fault) + '\n';
    if (found.notListed > 0)
        text += std::to_string(found.notListed) + " more are not listed\n";
    for (const app::AuditAnchorSeen& seen : verdict.anchors)
        text += "compared with the anchor of " + entry(seen.anchor.seq) + " in " + seen.file + '\n';
    if (verdict.anchors.empty())
        text += "there was no anchor to compare with: entries cut off at the end would not be noticed\n";
    return text;
}

int verify(const Arguments& arguments, Surroundings& around)
{
    const auto json = wantsJson(arguments);
    if (!json)
        return complain(around.err, json.error());
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    std::vector<std::string> anchors;
    if (arguments.has("--anchor"))
        anchors.push_back(arguments.get("--anchor"));
    const auto verdict = app::Audit{*opened->workspace}.check(opened->session, anchors);
    if (!verdict)
        return complain(around.err, inStore(arguments, verdict.error()));
    around.out << (*json ? asJson(*verdict) : asText(*verdict));
    return verdict->findings.faults.empty() ? exitDone : exitNo;
}

int anchor(const Arguments& arguments, Surroundings& around)
{
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    const auto text = app::Audit{*opened->workspace}.anchor(opened->session);
    if (!text)
        return complain(around.err, inStore(arguments, text.error()));
    const auto written = writeOut(arguments.get("--out", "-"), *text, around.out);
    return written ? exitDone : complain(around.err, written.error());
}

}  // namespace

int auditCommand(const Arguments& arguments, Surroundings& around)
{
    return arguments.operands.front() == "verify" ? verify(arguments, around) : anchor(arguments, around);
}

}  // namespace holdfast::cli
