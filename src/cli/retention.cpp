// `holdfast retention list`: whose record has been kept for as long as the rules ask. It lists; what may go is decided on the
// screen, by two people.
#include "app/retention_csv.h"
#include "cli/commands.h"
#include "cli/stores.h"
#include "domain/calendar.h"
#include "exchange/json_output.h"

#include <ostream>

namespace holdfast::cli {
namespace {

struct Answer {
    Date dueBy;
    app::RetentionList list;
};

void addDay(exchange::JsonOut& out, std::string_view key, const std::optional<Date>& day)
{
    if (day)
        out.member(key, formatDate(*day));
    else
        out.key(key).null();
}

void addKeep(exchange::JsonOut& out, std::string_view key, const std::optional<RetentionKeep>& keep)
{
    out.key(key);
    if (!keep)
        return static_cast<void>(out.null());
    out.beginObject().member("since", formatInstant(keep->at));
    addDay(out, "until", keep->until);
    out.member("reason", keep->reason).endObject();
}

void addRecord(exchange::JsonOut& out, const app::RetentionLine& line)
{
    out.beginObject().member("person", line.person.str()).member("name", line.name);
    out.member("nhs_number", line.nhsNumber);
    addDay(out, "born", line.born);
    addDay(out, "last_contact", line.lastContact);
    addDay(out, "due", line.review.due);
    out.key("rules").beginArray();
    for (const RetentionReason& each : line.review.reasons) {
        const RetentionSource source = sourceOf(each.rule);
        out.beginObject()
            .member("rule", nameOf(each.rule))
            .member("until", formatDate(each.until))
            .member("certainty", nameOf(source.certainty))
            .member("source", source.source)
            .endObject();
    }
    out.endArray();
    addKeep(out, "kept", line.keep);
    out.endObject();
}

std::string asJson(const Answer& answer)
{
    exchange::JsonOut out;
    out.beginObject().member("due_by", formatDate(answer.dueBy));
    addKeep(out, "suspended", answer.list.everything);
    out.key("records").beginArray();
    for (const app::RetentionLine& line : answer.list.lines)
        addRecord(out, line);
    out.endArray().endObject();
    return std::move(out).str() + '\n';
}

std::string asText(const Answer& answer)
{
    std::string text = std::to_string(answer.list.lines.size()) + " records due by " + formatDate(answer.dueBy) + '\n';
    if (answer.list.everything)
        text += "no record may go now: " + answer.list.everything->reason + '\n';
    for (const app::RetentionLine& line : answer.list.lines) {
        text += formatDate(*line.review.due) + "  " + line.person.str() + "  " + line.name + "  last contact " +
                formatDate(*line.lastContact) + ", " + std::string{nameOf(line.review.reasons.front().rule)};
        if (line.keep)
            text += ", kept until " + formatDate(*line.keep->until);
        text += '\n';
    }
    return text;
}

Result<std::string> formatAsked(const Arguments& arguments)
{
    const std::string format = arguments.get("--format", "text");
    if (format != "text" && format != "json" && format != "csv")
        return unfit(arguments, "--format", "text, json or csv");
    return format;
}

}  // namespace

int retentionCommand(const Arguments& arguments, Surroundings& around)
{
    const auto format = formatAsked(arguments);
    if (!format)
        return complain(around.err, format.error());
    const auto dueBy = arguments.has("--due-by") ? parseDate(arguments.get("--due-by"))
                                                 : std::optional{londonDate(around.clock.now())};
    if (!dueBy)
        return complain(around.err, unfit(arguments, "--due-by", "a date such as 2026-03-31"));
    auto opened = openNamed(arguments, around);
    if (!opened)
        return complain(around.err, opened.error());
    app::RetentionQuestion question;
    question.filter = app::RetentionFilter::all;
    question.dueBy = dueBy;
    auto list = app::Retention{*opened->workspace}.whole(opened->session, question);
    if (!list)
        return complain(around.err, inStore(arguments, list.error()));
    const Answer answer{*dueBy, *std::move(list)};
    if (*format == "csv")
        around.out << app::retentionCsv(answer.list);
    else
        around.out << (*format == "json" ? asJson(answer) : asText(answer));
    return exitDone;
}

}  // namespace holdfast::cli
