#include "exchange/policy_overlay.h"

#include "engine/rules.h"
#include "exchange/policy_merge.h"
#include "exchange/policy_parts.h"

#include <algorithm>
#include <cctype>

namespace holdfast::exchange {
namespace {

constexpr std::span<const std::string_view> engineRules{Names<engine::RuleCode>::list};

/// Events carry "id version", so neither may have a space in it.
void checkWord(const JsonIn& in, std::size_t longest)
{
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    };
    if (!std::ranges::all_of(in.someText(longest), fits))
        in.failCode("letters, digits, '.', '-' and '_' only");
}

void checkName(const JsonIn& in, std::string_view national)
{
    checkWord(in.at("id"), 60);
    checkWord(in.at("version"), 40);
    if (in.at("id").text() == national)
        in.at("id").failCode("a name of its own, not the national policy's");
}

LocalPolicy readOver(const JsonIn& in, const JsonValue& base)
{
    const JsonValue* national = base.member("id");
    if (in.at("over").someText(60) != national->text)
        in.at("over").failCode('"' + national->text + "\", the national policy");
    checkName(in, national->text);
    in.at("title").someText(200);
    const MergedPolicy merged = mergeLocal(in, base);
    try {
        return {wholePolicy(JsonIn{merged.document}, engineRules), national->text, writeTree(merged.document)};
    } catch (Complaint& complaint) {
        complaint.error.where = originOf(merged, in.value(), complaint.error.where);
        throw;
    }
}

}  // namespace

Result<LocalPolicy> readLocalPolicy(std::string_view text, std::string_view national)
{
    return readJson(text, [&](const JsonIn& in) -> LocalPolicy {
        if (in.find("over")) {
            const auto base = parseJson(national);
            if (!base)
                throw Complaint{base.error()};
            return readOver(in, *base);
        }
        if (in.isObject() && !in.find("reasons"))
            in.at("over");  // a part of a policy has to say what it is a part of
        return {wholePolicy(in, engineRules), {}, writeTree(in.value())};
    });
}

Result<Policy> readKeptPolicy(std::string_view whole, std::string_view shipped)
{
    auto base = parseJson(shipped);
    if (!base)
        return std::move(base).error();
    return readJson(whole, [&](const JsonIn& in) {
        const MergedPolicy merged = mergeKept(in, *base);
        return wholePolicy(JsonIn{merged.document}, engineRules);
    });
}

}  // namespace holdfast::exchange
