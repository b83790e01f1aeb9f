#include "domain/instrument.h"

#include <algorithm>

namespace holdfast {
namespace {

using Answers = std::vector<std::optional<int>>;

std::string listed(const std::vector<int>& options)
{
    std::string text;
    for (const int option : options)
        text += (text.empty() ? "" : ", ") + std::to_string(option);
    return text;
}

Error wrongLength(const Instrument& instrument, std::size_t shortest, std::size_t found)
{
    const std::size_t longest = instrument.items.size();
    std::string expected = std::to_string(shortest);
    if (shortest != longest)
        expected += " or " + std::to_string(longest);
    return {ErrorCode::invalid, "", "expected " + expected + " answers, found " + std::to_string(found)};
}

/// The items a total needs: those that are scored, and the gate.
bool counts(const InstrumentItem& item)
{
    return item.scored || item.gate;
}

int points(const InstrumentItem& item, int answer)
{
    if (!item.scored)
        return 0;
    return item.reversed ? *std::ranges::max_element(item.options) - answer : answer;
}

bool concerns(const std::optional<Sex>& limitedTo, Sex sex)
{
    return !limitedTo || *limitedTo == sex;
}

bool dependsOnSex(const Instrument& instrument)
{
    return std::ranges::any_of(instrument.cutOffs, [](const auto& cutOff) { return cutOff.sex.has_value(); }) ||
           std::ranges::any_of(instrument.bands, [](const auto& band) { return band.sex.has_value(); });
}

InstrumentReading readingOf(const Instrument& instrument, int total, Sex sex)
{
    InstrumentReading reading;
    for (const InstrumentBand& band : instrument.bands)
        if (concerns(band.sex, sex) && total >= band.from)
            reading.band = band.name;
    for (const InstrumentCutOff& cutOff : instrument.cutOffs)
        if (concerns(cutOff.sex, sex))
            reading.positive = reading.positive.value_or(false) || total >= cutOff.from;
    return reading;
}

/// Gate answered with 0: the rest is not asked, and the total is 0.
bool isGatedOut(const Instrument& instrument, const Answers& items)
{
    for (std::size_t i = 0; i < items.size() && i < instrument.items.size(); ++i)
        if (instrument.items[i].gate && items[i] == 0)
            return true;
    return false;
}

/// Missing items, safety and the sum; the readings come after.
InstrumentScore summed(const Instrument& instrument, const Answers& items)
{
    InstrumentScore result;
    int total = 0;
    for (std::size_t i = 0; i < items.size() && i < instrument.items.size(); ++i) {
        const InstrumentItem& item = instrument.items[i];
        if (!items[i]) {
            result.missing += counts(item) ? 1 : 0;
            continue;
        }
        total += points(item, *items[i]);
        result.safetyItem = result.safetyItem || (item.safety && *items[i] > 0);
    }
    if (isGatedOut(instrument, items)) {
        result.total = 0;
        result.missing = 0;
    } else if (result.missing == 0) {
        result.total = total;
    }
    return result;
}

}  // namespace

InstrumentSet::InstrumentSet(std::vector<Instrument> instruments) : m_instruments{std::move(instruments)} {}

const Instrument* InstrumentSet::find(const InstrumentId& id) const
{
    const auto at = std::ranges::find(m_instruments, id, &Instrument::id);
    return at == m_instruments.end() ? nullptr : &*at;
}

namespace {

/// Most options count up from nought, so the answer is mostly its own position.
bool isOption(const std::vector<int>& options, int answer)
{
    const auto position = static_cast<std::size_t>(answer);
    return (position < options.size() && options[position] == answer) ||
           std::ranges::find(options, answer) != options.end();
}

}  // namespace

Result<Done> checkAnswers(const Instrument& instrument, const Answers& items)
{
    std::size_t shortest = instrument.items.size();
    while (shortest > 0 && instrument.items[shortest - 1].optional)
        --shortest;
    if (items.size() < shortest || items.size() > instrument.items.size())
        return wrongLength(instrument, shortest, items.size());

    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::vector<int>& options = instrument.items[i].options;
        if (items[i] && !isOption(options, *items[i]))
            return Error{ErrorCode::invalid, '/' + std::to_string(i),
                         "expected one of " + listed(options) + " or null, found " + std::to_string(*items[i])};
    }
    return Done{};
}

InstrumentScore score(const Instrument& instrument, const Answers& items, Sex sex)
{
    InstrumentScore result = summed(instrument, items);
    if (!result.total)
        return result;
    if (sex != Sex::notRecorded || !dependsOnSex(instrument)) {
        result.reading = readingOf(instrument, *result.total, sex);
        return result;
    }
    result.female = readingOf(instrument, *result.total, Sex::female);
    result.male = readingOf(instrument, *result.total, Sex::male);
    if (result.female == result.male)
        result.reading = *result.female;
    return result;
}

}  // namespace holdfast
