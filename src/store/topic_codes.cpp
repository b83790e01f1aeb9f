#include "store/topic_codes.h"

namespace holdfast::store {
namespace {

[[noreturn]] void refuse()
{
    throw db::Failure{db::Failure::Kind::other, "unknown name in a column of topics"};
}

template <class Take>
void eachPart(std::string_view text, Take take)
{
    while (!text.empty()) {
        const auto comma = text.find(',');
        take(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
}

CarerTopic topicOf(std::string_view name)
{
    if (const auto topic = named<CarerTopic>(name))
        return *topic;
    refuse();
}

}  // namespace

std::string codesOf(const std::vector<CarerTopic>& topics)
{
    std::string text;
    for (const CarerTopic topic : topics)
        text += (text.empty() ? "" : ",") + std::string{nameOf(topic)};
    return text;
}

std::string codesOf(const TopicAnswers& answers)
{
    std::string text;
    for (const auto& [topic, answer] : answers)
        if (answer != TopicAnswer::notAsked)
            text += (text.empty() ? "" : ",") + std::string{nameOf(topic)} + '=' + std::string{nameOf(answer)};
    return text;
}

std::vector<CarerTopic> topicsAt(const db::Row& row, int at)
{
    std::vector<CarerTopic> topics;
    eachPart(row.view(at), [&](std::string_view part) { topics.push_back(topicOf(part)); });
    return topics;
}

TopicAnswers answersAt(const db::Row& row, int at)
{
    TopicAnswers answers;
    eachPart(row.view(at), [&](std::string_view part) {
        const auto sign = part.find('=');
        const auto answer = sign == std::string_view::npos ? std::nullopt : named<TopicAnswer>(part.substr(sign + 1));
        if (!answer)
            refuse();
        answers[topicOf(part.substr(0, sign))] = *answer;
    });
    return answers;
}

}  // namespace holdfast::store
