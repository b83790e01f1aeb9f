#include "exchange/instrument_reader.h"

using namespace holdfast;

namespace {

const std::string good =
    R"({"id": "T-2", "title": "Two items", "need": "mental_health", "version": "1", "recall": "last week",
  "licence": "ours", "maximum": 2, "notes": [], "option_sets": {"yes_no": [{"value": 0, "label": "no"}, {"value": 1, "label": "yes"}]},
  "items": [{"label": "one", "options": "yes_no"}, {"label": "two", "options": "yes_no", "reversed": true}],
  "bands": [{"from": 1, "name": "some", "certainty": "V3", "source": "book"}], "cut_offs": [{"from": 2, "sex": "male", "certainty": "U", "source": "talk"}]})";

std::string with(const std::string& part, const std::string& replacement)
{
    std::string text = good;
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), replacement);
}

}  // namespace

TEST_CASE("an instrument file becomes an instrument")
{
    const auto instrument = exchange::readInstrument(good);
    REQUIRE(instrument);
    CHECK(instrument->items[1].reversed);
    CHECK(instrument->items[0].optionLabels == std::vector<std::string>{"no", "yes"});
    CHECK(instrument->bands[0] == InstrumentBand{1, "some", {}, "V3 book"});
    CHECK(instrument->cutOffs[0] == InstrumentCutOff{2, Sex::male, "U talk"});
}

TEST_CASE("a mistake in an instrument names its place")
{
    struct Mistake {
        const char* part;
        const char* replacement;
        const char* where;
    };
    for (const Mistake& mistake : std::vector<Mistake>{
             {R"("maximum": 2)", R"("maximum": 3)", "/maximum"},
             {R"("need": "mental_health")", R"("need": "both")", "/need"},
             {R"("id": "T-2")", R"("id": "A name that is far too long")", "/id"},
             {R"("options": "yes_no"})", R"("options": "maybe"})", "/items/0/options"},
             {R"({"value": 1)", R"({"value": 0)", "/option_sets/yes_no/1/value"},
             {R"({"value": 1)", R"({"value": -1)", "/option_sets/yes_no/1/value"},
             {R"("reversed": true)", R"("gate": true)", "/items/1/gate"},
             {R"("reversed": true)", R"("optional": true)", "/items/1/optional"},
             {R"("reversed": true)", R"("weight": 2)", "/items/1/weight"},
             {R"("certainty": "V3")", R"("certainty": "sure")", "/bands/0/certainty"},
             {R"("from": 1, "name")", R"("from": 9, "name")", "/bands/0/from"},
             {R"("sex": "male")", R"("sex": "not_recorded")", "/cut_offs/0/sex"},
             {R"("notes": [],)", "", "/notes"},
             {R"("label": "one")", R"("label": "")", "/items/0/label"},
         }) {
        INFO(mistake.replacement);
        const auto instrument = exchange::readInstrument(with(mistake.part, mistake.replacement));
        REQUIRE_FALSE(instrument);
        CHECK(instrument.error().where == mistake.where);
        CHECK(instrument.error().detail.starts_with("expected "));
    }
}

TEST_CASE("a set names the file that is wrong and refuses the same id twice")
{
    using Texts = std::vector<std::string_view>;
    CHECK(exchange::readInstruments(Texts{good, "{"}).error().where == "1:line 1, column 2");
    CHECK(exchange::readInstruments(Texts{good, good}).error().where == "1:/id");
    CHECK(exchange::readInstruments(Texts{}).value().all().empty());
}
