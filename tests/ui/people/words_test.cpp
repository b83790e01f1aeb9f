#include "domain/calendar.h"
#include "people/samples.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/reasons.h"

#include "base/platform.h"
#include "exchange/policy_reader.h"
#include "words/actions.h"
#include "words/codes.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

TEST_CASE("each of the 46 reasons has one label, and no two share one")
{
    std::set<QString> labels;
    for (const auto code : reasonCodes()) {
        CHECK(reasonWords(code) != QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
        labels.insert(reasonWords(code));
    }
    CHECK(reasonCodes().size() == 46);
    CHECK(labels.size() == 46);
}

TEST_CASE("the labels of the screen are the labels of the national policy")
{
    const auto file =
        platform::readFile(std::string{HOLDFAST_SOURCE_DIR} + "/resources/policy/england.json", 4 * 1024 * 1024);
    REQUIRE(file);
    const auto policy = exchange::readPolicy(*file);
    REQUIRE(policy);
    CHECK(policy->reasons.size() == reasonCodes().size());
    for (const auto& reason : policy->reasons)
        CHECK(reasonWords(reason.code.text()) == text(reason.label));
}

TEST_CASE("a sentence ends once, whoever ended it")
{
    CHECK(sentence(QStringLiteral("Level 2")) == QStringLiteral("Level 2."));
    CHECK(sentence(QStringLiteral("They said “come back sober.”")) == QStringLiteral("They said “come back sober.”"));
    CHECK(sentence(QStringLiteral("They said “come back sober”")) == QStringLiteral("They said “come back sober”."));
    CHECK(sentence(QStringLiteral("Who rang?")) == QStringLiteral("Who rang?"));
    CHECK(sentence({}).isEmpty());
}

TEST_CASE("a name that begins a line has a capital")
{
    CHECK(capitalised(QStringLiteral("walk-in centre")) == QStringLiteral("Walk-in centre"));
    CHECK(capitalised(QStringLiteral("gp surgery")) == QStringLiteral("GP surgery"));
    CHECK(capitalised({}).isEmpty());
}

TEST_CASE("quotation marks that somebody typed are not doubled")
{
    CHECK(quoted(QStringLiteral("not now")) == QStringLiteral("“not now”"));
    CHECK(quoted(QStringLiteral("“not now”")) == QStringLiteral("“not now”"));
}

TEST_CASE("a sentence of the engine names workers as the book does, and only whole ids")
{
    app::NameBook names;
    names.workers.emplace(WorkerId{"priya"}, "Priya \\1 Raman");
    names.workers.emplace(WorkerId{"sam"}, "Samir Haddad");
    CHECK(withNames("priya at Lantern holds it. Ask sam.", names) ==
          QStringLiteral("Priya \\1 Raman at Lantern holds it. Ask Samir Haddad."));
    CHECK(withNames("the same sample", names) == QStringLiteral("the same sample"));
}

TEST_CASE("a code of a local protocol is shown as it is")
{
    CHECK(reasonWords("L01") == QStringLiteral("L01"));
}

TEST_CASE("days are read as people write them, with four digits for the year")
{
    const Date third{std::chrono::year{1991} / 5 / 3};
    for (const char* written :
         {"3/5/1991", "03 05 1991", "3.5.1991", "1991-05-03", "3 May 1991", " 3  May 1991 ", "3 may 1991"})
        CHECK(readDay(QString::fromLatin1(written)) == third);
    for (const char* wrong : {"3/5/91", "31/2/1991", "1991", "", "yesterday", "3/13/1991"})
        CHECK_FALSE(readDay(QString::fromLatin1(wrong)));
}

TEST_CASE("September is read with three letters and with four")
{
    const Date day{std::chrono::year{2026} / 9 / 2};
    CHECK(readDay(QStringLiteral("2 Sep 2026")) == day);
    CHECK(readDay(QStringLiteral("2 Sept 2026")) == day);
    CHECK(readDay(QStringLiteral("2 September 2026")) == day);
}

TEST_CASE("what an editor shows of a day reads back as the same day")
{
    const Date day{std::chrono::year{2024} / 2 / 29};
    CHECK(readDay(editDay(day)) == day);
}

TEST_CASE("times of day are read on a 24 hour clock")
{
    CHECK(readTime(QStringLiteral("17:30")) == 17 * 60 + 30);
    CHECK(readTime(QStringLiteral("0905")) == 9 * 60 + 5);
    CHECK_FALSE(readTime(QStringLiteral("24:00")));
    CHECK_FALSE(readTime(QStringLiteral("5pm")));
}

TEST_CASE("a time is London's, in summer too")
{
    const Instant summer = *parseInstant("2025-07-01T16:00:00Z");
    CHECK(timeWords(summer) == QStringLiteral("17:00"));
    CHECK(momentWords(summer, sampleNow()) == QStringLiteral("Tue 1 Jul, 17:00"));
}

TEST_CASE("the year is said only when it is not this year")
{
    CHECK(momentWords(on(2025, 11, 27, 17, 30), sampleNow()) == QStringLiteral("Thu 27 Nov, 17:30"));
    CHECK(momentWords(on(2024, 11, 27, 17, 30), sampleNow()) == QStringLiteral("Wed 27 Nov 2024, 17:30"));
}

TEST_CASE("days left and days late are working days")
{
    const WorkingDays days;
    CHECK(relativeWords(on(2025, 11, 14, 17), sampleNow(), days) == QStringLiteral("2 days overdue"));
    CHECK(relativeWords(on(2025, 11, 19, 17), sampleNow(), days) == QStringLiteral("tomorrow"));
    CHECK(relativeWords(on(2025, 11, 24, 17), sampleNow(), days) == QStringLiteral("in 4 working days"));
    CHECK(relativeWords(on(2025, 11, 18, 11, 30), sampleNow(), days) == QStringLiteral("in 48 min"));
}

TEST_CASE("a change says what it is now and what it was")
{
    app::NameBook names;
    names.services = {{ServiceId{"cmht"}, "Wrenfield CMHT"}, {ServiceId{"lantern"}, "Lantern"}};

    CHECK(changeWords({"holder", Need::mentalHealth, "lantern", "cmht"}, names) ==
          QStringLiteral("Mental health, held by: Wrenfield CMHT, was Lantern"));
    CHECK(changeWords({"clasp", std::nullopt, "held", "joined"}, names) ==
          QStringLiteral("Hold: Held together, was Held"));
    CHECK(changeWords({"next_action", Need::mentalHealth, "chase", ""}, names).contains(QStringLiteral("no longer")));
}

TEST_CASE("a refusal of the engine says what to do first")
{
    const Error error{ErrorCode::refused, "/needs", "aftercare.missing: expected a plan"};
    CHECK(refusalWords(error).startsWith(QStringLiteral("Record the plan for after")));
}
