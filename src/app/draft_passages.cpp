#include "app/draft_passages.h"

#include "exchange/json_value.h"
#include "exchange/letter_json.h"
#include "letters/document.h"

namespace holdfast::app {
namespace {

using exchange::JsonValue;

void flatten(const JsonValue& value, const std::string& field, std::vector<Passage>& into)
{
    switch (value.kind) {
    case JsonValue::Kind::null: return;
    case JsonValue::Kind::boolean: into.push_back({field, value.boolean ? "yes" : "no"}); return;
    case JsonValue::Kind::integer: into.push_back({field, std::to_string(value.integer)}); return;
    case JsonValue::Kind::real: into.push_back({field, std::to_string(value.real)}); return;
    case JsonValue::Kind::text:
        if (!value.text.empty())
            into.push_back({field, value.text});
        return;
    case JsonValue::Kind::array:
        for (std::size_t i = 0; i < value.items.size(); ++i)
            flatten(value.items[i], field + '/' + std::to_string(i + 1), into);
        return;
    case JsonValue::Kind::object:
        for (std::size_t i = 0; i < value.items.size(); ++i)
            flatten(value.items[i], field.empty() ? value.names[i] : field + '/' + value.names[i], into);
        return;
    }
}

/// Ids say nothing to who reads; a section is known by its own name.
void tidy(std::vector<Passage>& passages)
{
    constexpr std::string_view answers = "answers/";
    std::erase_if(passages, [](const Passage& passage) {
        const std::string& field = passage.field;
        return field.ends_with("/id") || field.ends_with("/worker") || field.ends_with("/owner") || field == "kind" ||
               field == "lead" || field == "deputy";
    });
    for (Passage& passage : passages)
        if (passage.field.starts_with(answers))
            passage.field.erase(0, answers.size());
}

}  // namespace

std::vector<Passage> passagesOf(const std::string& kind, const std::string& body)
{
    std::vector<Passage> passages;
    if (kind.starts_with("letter:")) {
        if (const auto letter = exchange::readLetterDraft(body))
            passages.push_back({"text", letters::plainText(letter->document)});
        return passages;
    }
    const auto json = exchange::parseJson(body);
    if (!json)
        return passages;
    const JsonValue* answers = kind.starts_with("form:") ? json->member("answers") : nullptr;
    flatten(answers ? *answers : *json, {}, passages);
    if (kind.starts_with("plan:") || kind.starts_with("meeting:"))
        tidy(passages);
    return passages;
}

}  // namespace holdfast::app
