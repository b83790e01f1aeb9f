// The words of plans: what each is called, what its sections ask, and what is wrong with one.
#pragma once

#include "app/plans.h"

#include <QString>

namespace holdfast::ui {

QString words(PlanKind kind);         ///< "Safety plan"
QString purposeWords(PlanKind kind);  ///< one line on what it is for
QString iconOf(PlanKind kind);
QString words(PlanAccord accord);

QString sectionTitle(PlanKind kind, std::string_view section);
/// What helps to write it; empty where the title says all.
QString sectionHint(PlanKind kind, std::string_view section);

/// "Priya Raman", or whoever it is in words.
QString ownerWords(const PlanLine& line, const app::NameBook& names);
QString planErrorWords(const Error& error);

/// What a plan says, for comparing two versions word by word.
std::vector<app::Passage> passagesOf(const PlanContent& content, const app::NameBook& names);

/// "Version 2, agreed 3 Nov 2026 by Priya Raman, Lantern".
QString versionWords(const Plan& plan, const app::NameBook& names);

}  // namespace holdfast::ui
