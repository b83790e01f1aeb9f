#include "exchange/plan_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

namespace holdfast::exchange {
namespace {

PlanLine readLine(const JsonIn& in)
{
    in.allowOnly({"id", "need", "what", "worker", "who", "due"});
    PlanLine line;
    line.id = in.at("id").id<PlanId>().str();
    line.need = in.at("need").named<NeedScope>();
    line.what = in.at("what").text(longestPlanLine);
    if (const auto worker = in.find("worker"))
        line.worker = worker->id<WorkerId>();
    if (const auto who = in.find("who"))
        line.who = who->text(longestPlanWho);
    line.due = optionally(in, "due", [](const JsonIn& due) { return due.date(); });
    return line;
}

PlanContent readContent(const JsonIn& in)
{
    in.allowOnly({"kind", "need", "answers", "lines", "review_on", "until", "copies_to", "accord", "persons_view"});
    PlanContent content;
    content.kind = in.at("kind").named<PlanKind>();
    content.need = in.at("need").named<NeedScope>();
    const JsonIn answers = in.at("answers");
    for (const std::string& code : answers.names())
        content.answers[code] = answers.at(code).text(longestPlanAnswer);
    const JsonIn lines = in.at("lines");
    if (lines.size() > mostPlanLines)
        lines.fail("at most 60 lines");
    content.lines = listOf(lines, readLine);
    content.reviewOn = optionally(in, "review_on", [](const JsonIn& day) { return day.date(); });
    content.until = optionally(in, "until", [](const JsonIn& day) { return day.date(); });
    if (const auto copies = in.find("copies_to"))
        content.copiesTo = copies->text(longestPlanLine);
    content.accord = optionally(in, "accord", [](const JsonIn& accord) { return accord.named<PlanAccord>(); });
    if (const auto view = in.find("persons_view"))
        content.personsView = view->text(longestPlanAnswer);
    return content;
}

void writeLine(JsonOut& out, const PlanLine& line)
{
    out.beginObject().member("id", line.id).member("need", nameOf(line.need)).member("what", line.what);
    if (!line.worker.empty())
        out.member("worker", line.worker.text());
    if (!line.who.empty())
        out.member("who", line.who);
    if (line.due)
        out.member("due", formatDate(*line.due));
    out.endObject();
}

}  // namespace

std::string writePlan(const PlanContent& content)
{
    JsonOut out;
    out.beginObject().member("kind", nameOf(content.kind)).member("need", nameOf(content.need));
    out.key("answers").beginObject();
    for (const auto& [code, answer] : content.answers)
        if (!answer.empty())
            out.member(code, answer);
    out.endObject();
    out.key("lines").beginArray();
    for (const PlanLine& line : content.lines)
        writeLine(out, line);
    out.endArray();
    if (content.reviewOn)
        out.member("review_on", formatDate(*content.reviewOn));
    if (content.until)
        out.member("until", formatDate(*content.until));
    if (!content.copiesTo.empty())
        out.member("copies_to", content.copiesTo);
    if (content.accord)
        out.member("accord", nameOf(*content.accord));
    if (!content.personsView.empty())
        out.member("persons_view", content.personsView);
    out.endObject();
    return std::move(out).str();
}

Result<PlanContent> readPlan(std::string_view text)
{
    return readJson(text, readContent);
}

}  // namespace holdfast::exchange
