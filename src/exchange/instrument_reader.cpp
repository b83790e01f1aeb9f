#include "exchange/instrument_reader.h"

#include "domain/policy.h"
#include "exchange/json_input.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

constexpr int highestOption = 100;

struct OptionSet {
    std::vector<int> values;
    std::vector<std::string> labels;
};

OptionSet optionSet(const JsonIn& in)
{
    OptionSet set;
    in.mustBeArray();
    if (in.size() < 2)
        in.fail("two options or more");
    for (std::size_t i = 0; i < in.size(); ++i) {
        const JsonIn option = in[i];
        option.allowOnly({"value", "label"});
        const int value = option.at("value").integer(0, highestOption);
        if (std::ranges::find(set.values, value) != set.values.end())
            option.at("value").fail("a value that no other option has");
        set.values.push_back(value);
        set.labels.push_back(option.at("label").someText(80));
    }
    return set;
}

bool flag(const JsonIn& in, std::string_view name, bool otherwise = false)
{
    return optionally(in, name, [](const JsonIn& value) { return value.boolean(); }).value_or(otherwise);
}

InstrumentItem itemOf(const JsonIn& in, const JsonIn& optionSets)
{
    in.allowOnly({"label", "options", "reversed", "scored", "optional", "gate", "safety"});
    const auto options = optionSets.find(in.at("options").someText(80));
    if (!options)
        in.at("options").failCode("the name of one of the option sets");
    OptionSet set = optionSet(*options);

    InstrumentItem item;
    item.label = in.at("label").someText(80);
    item.options = std::move(set.values);
    item.optionLabels = std::move(set.labels);
    item.reversed = flag(in, "reversed");
    item.scored = flag(in, "scored", true);
    item.optional = flag(in, "optional");
    item.gate = flag(in, "gate");
    item.safety = flag(in, "safety");
    return item;
}

std::string sourceOf(const JsonIn& in)
{
    const auto certainty = in.at("certainty").named<Certainty>();
    return std::string{nameOf(certainty)} + ' ' + in.at("source").someText(200);
}

std::optional<Sex> sexOf(const JsonIn& in)
{
    const auto sex = optionally(in, "sex", [](const JsonIn& value) { return value.named<Sex>(); });
    if (sex == Sex::notRecorded)
        in.at("sex").failCode("female or male, or no sex for everyone");
    return sex;
}

InstrumentBand bandOf(const JsonIn& in, int maximum)
{
    in.allowOnly({"from", "name", "sex", "certainty", "source"});
    return {in.at("from").integer(0, maximum), in.at("name").someText(80), sexOf(in), sourceOf(in)};
}

InstrumentCutOff cutOffOf(const JsonIn& in, int maximum)
{
    in.allowOnly({"from", "sex", "certainty", "source"});
    return {in.at("from").integer(1, maximum), sexOf(in), sourceOf(in)};
}

void checkItems(const JsonIn& in, const Instrument& instrument)
{
    if (instrument.items.empty())
        in.at("items").fail("one item or more");
    int highest = 0;
    for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        const InstrumentItem& item = instrument.items[i];
        if (item.gate && i != 0)
            in.at("items")[i].at("gate").fail("the gate to be the first item");
        if (item.optional && item.scored)
            in.at("items")[i].at("optional").fail("only unscored items to be optional");
        if (i > 0 && instrument.items[i - 1].optional && !item.optional)
            in.at("items")[i].fail("optional items to be the last");
        highest += item.scored ? *std::ranges::max_element(item.options) : 0;
    }
    if (highest != instrument.maximum)
        in.at("maximum").fail("the sum of the highest options, " + std::to_string(highest));
}

void checkBands(const JsonIn& in, const Instrument& instrument)
{
    for (std::size_t i = 1; i < instrument.bands.size(); ++i)
        if (instrument.bands[i].from < instrument.bands[i - 1].from)
            in.at("bands")[i].at("from").fail("bands in ascending order");
}

Instrument instrumentOf(const JsonIn& in)
{
    in.allowOnly({"id", "title", "need", "version", "recall", "licence", "maximum", "notes", "option_sets", "items",
                  "bands", "cut_offs"});
    Instrument instrument;
    instrument.id = in.at("id").id<InstrumentId>();
    instrument.title = in.at("title").someText(200);
    instrument.need = in.at("need").named<Need>();
    instrument.version = in.at("version").someText(80);
    instrument.recall = in.at("recall").someText(80);
    instrument.licence = in.at("licence").someText(1000);
    instrument.notes = listOf(in.at("notes"), [](const JsonIn& note) { return note.someText(500); });
    instrument.maximum = in.at("maximum").integer(1, 1000);
    const JsonIn optionSets = in.at("option_sets");
    instrument.items = listOf(in.at("items"), [&](const JsonIn& item) { return itemOf(item, optionSets); });
    instrument.bands = listOf(in.at("bands"), [&](const JsonIn& band) { return bandOf(band, instrument.maximum); });
    instrument.cutOffs =
        listOf(in.at("cut_offs"), [&](const JsonIn& cut) { return cutOffOf(cut, instrument.maximum); });
    checkItems(in, instrument);
    checkBands(in, instrument);
    return instrument;
}

}  // namespace

Result<Instrument> readInstrument(std::string_view text)
{
    return readJson(text, instrumentOf);
}

Result<InstrumentSet> readInstruments(std::span<const std::string_view> texts)
{
    std::vector<Instrument> instruments;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Result<Instrument> instrument = readInstrument(texts[i]);
        const std::string file = std::to_string(i) + ':';
        if (!instrument)
            return Error{instrument.error().code, file + instrument.error().where, instrument.error().detail};
        if (std::ranges::find(instruments, instrument->id, &Instrument::id) != instruments.end())
            return Error{ErrorCode::invalid, file + "/id", "expected an id of its own, found that of an earlier file"};
        instruments.push_back(std::move(instrument).value());
    }
    return InstrumentSet{std::move(instruments)};
}

}  // namespace holdfast::exchange
