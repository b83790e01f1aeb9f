#include "person/record_form.h"

#include "domain/calendar.h"
#include "people/samples.h"
#include "theme/theme.h"
#include "widgets/entries.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QLineEdit>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

RecordContext contextOf(app::CaseFile file)
{
    Service cmht;
    cmht.id = ServiceId{"cmht"};
    cmht.name = "Wrenfield CMHT";
    Service lantern;
    lantern.id = ServiceId{"lantern"};
    lantern.name = "Lantern";
    Worker samir;
    samir.id = WorkerId{"samir"};
    samir.name = "Samir Haddad";
    samir.service = cmht.id;
    Worker priya;
    priya.id = WorkerId{"priya"};
    priya.name = "Priya Raman";
    priya.service = lantern.id;
    return {std::move(file), {cmht, lantern}, {samir, priya}, priya, sampleNow(), std::nullopt, EventId{"e2"}};
}

struct FormFixture {
    Theme theme;
    std::unique_ptr<RecordForm> form;

    void build(RecordKind kind, app::CaseFile file = garethsCase())
    {
        form = std::make_unique<RecordForm>(theme, contextOf(std::move(file)));
        buildForm(*form, kind);
    }
    void choose(const char* name, const char* value) const
    {
        for (auto* each : form->findChildren<Choice*>())
            if (each->accessibleName() == QString::fromLatin1(name)) {
                REQUIRE(each->findData(QString::fromLatin1(value)) >= 0);
                each->setCurrentIndex(each->findData(QString::fromLatin1(value)));
                return;
            }
        FAIL("no such choice");
    }
    void type(int editor, const char* text) const
    {
        form->findChildren<GrowingText*>().at(editor)->setPlainText(QString::fromLatin1(text));
    }
    void day(int editor, const char* text) const
    {
        form->findChildren<DayEdit*>().at(editor)->setText(QString::fromLatin1(text));
    }
    template <class T>
    T made() const
    {
        const auto body = form->body();
        REQUIRE(body);
        return std::get<T>(*body);
    }
};

}  // namespace

TEST_CASE_METHOD(FormFixture, "a challenge is about the refusal that stands, without being asked for it")
{
    build(RecordKind::challengeSent);
    CHECK(made<event::ChallengeSent>() == event::ChallengeSent{Need::mentalHealth, ServiceId{"cmht"}});
}

TEST_CASE_METHOD(FormFixture, "an answer that was kept never carries an acceptance")
{
    build(RecordKind::challengeAnswered);
    choose("What they answered", "overturned");
    form->findChild<QCheckBox*>()->setChecked(true);
    choose("Their worker", "samir");
    const auto yes = made<event::ChallengeAnswered>();
    CHECK(yes.accepted);
    CHECK(yes.worker == WorkerId{"samir"});

    choose("What they answered", "upheld");
    const auto no = made<event::ChallengeAnswered>();
    CHECK_FALSE(no.accepted);
    CHECK_FALSE(no.worker);
}

TEST_CASE_METHOD(FormFixture, "a person who says no for now always gets a day to be asked again")
{
    build(RecordKind::personDeclined);
    choose("What they said no to, for now", "mental_health");
    choose("Could they make this choice then", "unknown");
    CHECK_FALSE(form->body());

    day(0, "17 Nov 2025");
    CHECK_FALSE(form->body());  // not after today
    day(0, "18 Dec 2025");
    const auto declined = made<event::PersonDeclined>();
    CHECK(declined.reOfferOn == Date{std::chrono::year{2025} / 12 / 18});
    CHECK_FALSE(declined.capacity);
}

TEST_CASE_METHOD(FormFixture, "a hold ends only with a reason, the person's view, and both leads or the meeting")
{
    build(RecordKind::closure, danisCase());
    type(0, "Both plans are done");
    CHECK_FALSE(form->body());
    type(1, "I am ready");
    CHECK_FALSE(form->body());

    const auto ticks = form->findChildren<QCheckBox*>();
    REQUIRE(ticks.size() == 3);  // two leads and the meeting
    ticks[0]->setChecked(true);
    CHECK_FALSE(form->body());
    ticks[1]->setChecked(true);
    const auto closure = made<event::JointClosure>();
    CHECK(closure.agreedBy == std::vector<std::string>{"samir", "priya"});
    CHECK(closure.personsView == "I am ready");

    ticks[0]->setChecked(false);
    ticks[2]->setChecked(true);
    CHECK(made<event::JointClosure>().agreedBy == std::vector<std::string>{"priya", "mdt"});
}

TEST_CASE_METHOD(FormFixture, "every action of a meeting has an owner and a day")
{
    build(RecordKind::mdt);
    type(0, "Samir\nPriya");
    type(1, "Wrenfield CMHT assesses");
    choose("Named lead", "samir");
    CHECK(made<event::Mdt>().actions.empty());

    form->findChildren<QLineEdit*>().at(0)->setText(QStringLiteral("Ring Gareth"));
    CHECK_FALSE(form->body());
    choose("Who does action 1", "priya");
    day(0, "20 Nov 2025");
    const auto mdt = made<event::Mdt>();
    REQUIRE(mdt.actions.size() == 1);
    CHECK(mdt.actions[0].owner == "priya");
    CHECK(mdt.actions[0].due == on(2025, 11, 20, 17));
    CHECK(mdt.attended == std::vector<std::string>{"Samir", "Priya"});
}

TEST_CASE_METHOD(FormFixture, "a plan for after has an end, or is the person's choice to have none")
{
    build(RecordKind::aftercare);
    choose("Which need", "substance_use");
    choose("What was agreed", "plan");
    CHECK_FALSE(form->body());
    day(0, "1 Feb 2026");
    CHECK(made<event::AftercarePlanned>().until == Date{std::chrono::year{2026} / 2 / 1});

    choose("What was agreed", "declined");
    CHECK(made<event::AftercarePlanned>().declined);
    CHECK_FALSE(made<event::AftercarePlanned>().until);
}

TEST_CASE_METHOD(FormFixture, "a referral takes only needs that are open, and at least one service")
{
    app::CaseFile file = garethsCase();
    file.now.needs.substanceUse.status = NeedStatus::none;
    build(RecordKind::referral, file);
    CHECK_FALSE(form->body());

    choose("Mental health: send to", "lantern");
    CHECK(made<event::ReferralSent>().legs ==
          std::vector<event::ReferralSent::Leg>{{Need::mentalHealth, ServiceId{"lantern"}}});
}

TEST_CASE_METHOD(FormFixture, "a worker who left can be recorded before the next is named")
{
    build(RecordKind::worker);
    CHECK_FALSE(form->body());
    choose("Who is the worker now", "");
    CHECK_FALSE(made<event::WorkerChanged>().worker);
}

TEST_CASE_METHOD(FormFixture, "every kind has a form that is incomplete until it is answered")
{
    for (const RecordKind kind : recordMenu()) {
        CAPTURE(recordTitle(kind).toStdString());
        build(kind);
        // What these ask is filled from the refusal; the reason in writing is the words themselves.
        const bool isFilled = kind == RecordKind::challengeSent || kind == RecordKind::secondOpinion ||
                              kind == RecordKind::reasonInWriting;
        CHECK((form->body().has_value() == isFilled));
        CHECK((form->wordsProblem().isEmpty() == (kind != RecordKind::reasonInWriting)));
        if (!form->body())
            CHECK_FALSE(form->showProblems());
    }
}

TEST_CASE_METHOD(FormFixture, "what help cost is typed in pounds and kept in pence")
{
    build(RecordKind::cost);
    choose("Which need it was about", "mental_health");
    choose("Whom it was paid to reach", "cmht");
    choose("What it went on", "care_of_others");
    auto* pounds = form->findChild<QLineEdit*>();
    REQUIRE(pounds);
    for (const char* none : {"", "0", "0.00", "4.6", "4.601", "-4", "four", "10000.01", "99999", "1e3", "1,00"}) {
        pounds->setText(QString::fromLatin1(none));
        CHECK_FALSE(form->body());
    }
    for (const auto& [typed, pence] : {std::pair{"4", 400}, {"4.60", 460}, {" 0.05 ", 5}, {"10,000", 1'000'000}}) {
        pounds->setText(QString::fromLatin1(typed));
        CHECK(made<event::CostBorne>() ==
              event::CostBorne{NeedScope::mentalHealth, ServiceId{"cmht"}, CostKind::careOfOthers, pence});
    }
    pounds->setText(QStringLiteral("\u00a34.60"));
    CHECK(made<event::CostBorne>().pence == 460);
}
