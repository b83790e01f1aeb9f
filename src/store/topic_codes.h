// Topics and their answers in one column: "mental_health=yes,crisis=ask_first". Only for the .cpp files of this folder.
#pragma once

#include "db/connection.h"
#include "domain/consent.h"

namespace holdfast::store {

std::string codesOf(const std::vector<CarerTopic>& topics);
std::string codesOf(const TopicAnswers& answers);

/// Throw when the database holds a code that nobody wrote.
std::vector<CarerTopic> topicsAt(const db::Row& row, int at);
TopicAnswers answersAt(const db::Row& row, int at);

}  // namespace holdfast::store
