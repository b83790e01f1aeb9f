#include "domain/plan.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace holdfast {
namespace {

constexpr std::array careSections{
    PlanSection{"goals", true},     PlanSection{"mental_health"}, PlanSection{"substance_use"},
    PlanSection{"medication"},      PlanSection{"safer_use"},     PlanSection{"physical_health"},
    PlanSection{"home_money_work"}, PlanSection{"family"},        PlanSection{"if_it_gets_worse"},
};

constexpr std::array safetySections{
    PlanSection{"warning_signs", true}, PlanSection{"by_myself", true},     PlanSection{"people_and_places"},
    PlanSection{"who_i_can_ask", true}, PlanSection{"professionals", true}, PlanSection{"safer_around_me", true},
    PlanSection{"worth_living"},        PlanSection{"look_again"},          PlanSection{"may_be_shared"},
};

constexpr std::array aftercareSections{
    PlanSection{"why_it_ends", true},
    PlanSection{"what_remains"},
    PlanSection{"signs_mental_health", true, Need::mentalHealth},
    PlanSection{"signs_substance_use", true, Need::substanceUse},
    PlanSection{"way_back_in", true},
    PlanSection{"named_contact", true},
    PlanSection{"mutual_aid"},
    PlanSection{"prescribing"},
    PlanSection{"carer_told"},
};

constexpr std::array transitionSections{
    PlanSection{"what_matters", true},
    PlanSection{"adult_mental_health", true},
    PlanSection{"adult_substance_use", true},
    PlanSection{"joint_meeting", true},
    PlanSection{"what_changes"},
    PlanSection{"medication"},
    PlanSection{"learning_home_work"},
    PlanSection{"family"},
    PlanSection{"if_it_gets_worse"},
    PlanSection{"after_the_birthday"},
};

Error invalid(std::string where, const char* detail)
{
    return {ErrorCode::invalid, std::move(where), detail};
}

std::chrono::year_month_day monthsOn(Date from, int months)
{
    using namespace std::chrono;
    const year_month_day day{from};
    const auto on = day.year() / day.month() + std::chrono::months{months};
    const year_month_day there = on / day.day();
    return there.ok() ? there : year_month_day{on / last};
}

Result<Done> checkSections(const PlanContent& content)
{
    const auto sections = sectionsOf(content.kind);
    for (const auto& [code, answer] : content.answers) {
        if (std::ranges::find(sections, std::string_view{code}, &PlanSection::code) == sections.end())
            return invalid("answers/" + code, "expected a section of this plan");
        if (answer.size() > longestPlanAnswer || !isValidUtf8(answer))
            return invalid("answers/" + code, "too_long");
    }
    for (const PlanSection& section : sections) {
        if (!section.required || (section.only && !covers(content.need, *section.only)))
            continue;
        const auto answer = content.answers.find(std::string{section.code});
        if (answer == content.answers.end() || isBlank(answer->second))
            return invalid("answers/" + std::string{section.code}, "empty");
    }
    return Done{};
}

Result<Done> checkLines(const std::vector<PlanLine>& lines)
{
    if (lines.size() > mostPlanLines)
        return invalid("lines", "expected at most 60 lines");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PlanLine& line = lines[i];
        const std::string where = "lines/" + std::to_string(i) + '/';
        if (line.id.empty() || line.id.size() > PlanId::capacity)
            return invalid(where + "id", "expected an id");
        if (isBlank(line.what))
            return invalid(where + "what", "empty");
        if (line.what.size() > longestPlanLine || !isValidUtf8(line.what))
            return invalid(where + "what", "too_long");
        if (line.worker.empty() == isBlank(line.who))
            return invalid(where + "owner", "expected one who does it");
        if (line.who.size() > longestPlanWho || !isValidUtf8(line.who))
            return invalid(where + "owner", "too_long");
        if (!line.due)
            return invalid(where + "due", "empty");
        const auto same = [&](const PlanLine& other) { return other.id == line.id; };
        if (std::ranges::count_if(lines, same) > 1)
            return invalid(where + "id", "expected an id of its own");
    }
    return Done{};
}

}  // namespace

std::span<const PlanSection> sectionsOf(PlanKind kind)
{
    switch (kind) {
    case PlanKind::care: return careSections;
    case PlanKind::safety: return safetySections;
    case PlanKind::aftercare: return aftercareSections;
    case PlanKind::transition: return transitionSections;
    }
    return {};
}

bool offersTransition(const std::optional<Date>& born, Date today)
{
    constexpr int from = 17 * 12 + 6;
    constexpr int until = 19 * 12;
    return born && today >= Date{monthsOn(*born, from)} && today < Date{monthsOn(*born, until)};
}

std::vector<Date> keepInTouchDates(Date from)
{
    std::vector<Date> dates;
    for (const int months : {1, 3, 6, 12})
        dates.emplace_back(monthsOn(from, months));
    return dates;
}

Result<Done> checkPlan(const PlanContent& content, Date today)
{
    if (auto sections = checkSections(content); !sections)
        return sections;
    if (auto lines = checkLines(content.lines); !lines)
        return lines;
    if (!content.reviewOn)
        return invalid("review_on", "empty");
    if (*content.reviewOn <= today)
        return invalid("review_on", "past");
    if (content.kind == PlanKind::aftercare && (!content.until || *content.until <= today))
        return invalid("until", content.until ? "past" : "empty");
    if (content.copiesTo.size() > longestPlanLine || !isValidUtf8(content.copiesTo))
        return invalid("copies_to", "too_long");
    if (content.personsView.size() > longestPlanAnswer || !isValidUtf8(content.personsView))
        return invalid("persons_view", "too_long");
    if (!content.accord)
        return invalid("accord", "empty");
    // A safety plan is in the person's own words throughout; of the others, and of any they did not agree to, they say
    // what they think.
    const bool mustSay = content.kind != PlanKind::safety || *content.accord != PlanAccord::agreed;
    if (mustSay && isBlank(content.personsView))
        return invalid("persons_view", "empty");
    return Done{};
}

bool isDone(const std::string& line, const std::vector<PlanMark>& marks)
{
    int latest = 0;
    bool done = false;
    for (const PlanMark& mark : marks)
        if (mark.line == line && mark.number > latest) {
            latest = mark.number;
            done = mark.done;
        }
    return done;
}

std::vector<PlanLine> outstanding(const PlanContent& content, const std::vector<PlanMark>& marks)
{
    std::vector<PlanLine> open;
    for (const PlanLine& line : content.lines)
        if (!isDone(line.id, marks))
            open.push_back(line);
    return open;
}

}  // namespace holdfast
