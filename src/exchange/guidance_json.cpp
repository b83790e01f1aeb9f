#include "exchange/guidance_json.h"

#include "exchange/json_input.h"
#include "shipped_texts.h"

namespace holdfast::exchange {
namespace {

constexpr std::size_t longestLine = 500;

GuidanceCard readCard(const JsonIn& in)
{
    in.allowOnly({"id", "about", "title", "lines", "source", "mark", "places"});
    GuidanceCard card;
    card.id = in.at("id").someText(longestLine);
    card.about = in.at("about").named<NeedScope>();
    card.title = in.at("title").someText(longestLine);
    card.lines = listOf(in.at("lines"), [](const JsonIn& each) { return each.someText(longestLine); });
    card.source = in.at("source").someText(longestLine);
    card.mark = in.at("mark").named<GuidanceMark>();
    card.places = listOf(in.at("places"), [](const JsonIn& each) { return each.named<GuidancePlace>(); });
    return card;
}

}  // namespace

Result<std::vector<GuidanceCard>> readGuidance(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        in.allowOnly({"cards"});
        return listOf(in.at("cards"), readCard);
    });
}

Result<std::vector<GuidanceCard>> shippedGuidance()
{
    return readGuidance(texts::guidance_cards);
}

}  // namespace holdfast::exchange
