#include "domain/policy.h"

#include <algorithm>

namespace holdfast {

policy::Detections policy::usualDetections()
{
    Detections usual;
    const auto set = [&](Watch what) -> Detection& { return usual[static_cast<std::size_t>(what)]; };
    set(Watch::askSafety).hours = 4;
    set(Watch::crisisBounce).hours = 24;
    set(Watch::crisisBounce).certainty = Certainty::secondary;
    set(Watch::crisisBounce).sources = {"emergency_department", "hospital", "ambulance", "police", "crisis_line"};
    set(Watch::feedback).workingDays = 5;
    set(Watch::feedback).sources = {"gp",      "emergency_department", "hospital", "ambulance", "police", "crisis_line",
                                    "midwife", "social_worker",        "school",   "probation", "housing"};
    set(Watch::informationLoop).workingDays = 1;
    set(Watch::masked).workingDays = 2;
    set(Watch::namedContact).workingDays = 5;
    set(Watch::noCallBack).workingDays = 5;
    set(Watch::outreach).workingDays = 1;
    set(Watch::protocol).workingDays = 5;
    set(Watch::protocolOmitted).workingDays = 5;
    set(Watch::reasonInWriting).workingDays = 5;
    set(Watch::repeatAttendance) = {3, 90, 0, 2, set(Watch::crisisBounce).sources, Certainty::inference};
    set(Watch::secondOpinion).workingDays = 10;
    set(Watch::unallocated).workingDays = 5;
    set(Watch::worse).workingDays = 1;
    return usual;
}

const policy::Reason* Policy::reason(const ReasonCode& code) const
{
    const auto at = std::ranges::lower_bound(reasons, code, {}, &policy::Reason::code);
    return at != reasons.end() && at->code == code ? &*at : nullptr;
}

const policy::Citation* Policy::citation(std::string_view key) const
{
    const auto at = std::ranges::find(citations, key, &policy::Citation::key);
    return at != citations.end() ? &*at : nullptr;
}

const policy::SilenceClock* Policy::silenceClock(LegState state) const
{
    const auto at = std::ranges::find(silenceClocks, state, &policy::SilenceClock::state);
    return at != silenceClocks.end() ? &*at : nullptr;
}

std::string_view Policy::sentence(std::string_view name) const
{
    const auto at = std::ranges::find(sentences, name, &policy::Sentence::id);
    return at != sentences.end() ? std::string_view{at->text} : std::string_view{};
}

std::string_view Policy::ruleSentence(std::string_view name) const
{
    const auto at = std::ranges::find_if(rules, [name](const policy::Rule& rule) { return rule.id.text() == name; });
    return at != rules.end() ? std::string_view{at->sentence} : std::string_view{};
}

int Policy::weight(std::string_view criterion) const
{
    const auto at = std::ranges::find(weights, criterion, &policy::Weight::criterion);
    return at != weights.end() ? at->points : 0;
}

}  // namespace holdfast
