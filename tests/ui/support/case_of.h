// What the store says of a person, asked where pages ask.
#pragma once

#include "async/desk.h"
#include "tour/practice_client.h"

#include <catch2/catch_test_macros.hpp>

#include <QEventLoop>

namespace holdfast::test {

inline app::CaseFile caseOf(ui::PracticeClient& practice, const PersonId& person)
{
    std::optional<app::CaseFile> file;
    QEventLoop answered;
    practice.client().desk().ask(
        &answered, [person](ui::UseCases& use, const app::Session& session) { return use.cases.open(session, person); },
        [&](Result<app::CaseFile> opened) {
            if (opened)
                file = std::move(opened).value();
            answered.quit();
        });
    answered.exec();
    REQUIRE(file);
    return *std::move(file);
}

}  // namespace holdfast::test
