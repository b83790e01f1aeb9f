#include "person/ladder_card.h"

#include "person/case_actions.h"
#include "person/ladder_list.h"
#include "person/record_sheet.h"
#include "person/why_sheet.h"
#include "ui/support/open_desk.h"
#include "widgets/entries.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QPushButton>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    QWidget window;
    std::unique_ptr<ToastArea> toasts;
    std::unique_ptr<CaseActions> actions;
    QWidget* list = nullptr;

    Fixture()
    {
        window.resize(1440, 900);
        toasts = std::make_unique<ToastArea>(theme, window);
        actions = std::make_unique<CaseActions>(theme, *desk, *toasts, window);
        referTogether();
        record(event::Response{Need::mentalHealth, cmht, ResponseKind::declined, ReasonCode{"N02"}, {}, {}, {}},
               "come back in three months");
        window.show();
    }

    CaseLens lens(const app::CaseFile& of) { return {of, of.now.at, desk->days(), desk->instruments(), priya.id}; }

    LadderView view()
    {
        const app::CaseFile now = file();
        return viewOf(lens(now), now.ladders.front());
    }

    void draw()
    {
        delete list;
        const app::CaseFile now = file();
        list = ladderList(theme, *actions, lens(now));
        REQUIRE(list);
        list->setParent(&window);
        list->resize(1000, 800);
        list->show();
    }

    bool offers(const char* name) { return list->findChild<QPushButton*>(QLatin1String{name}) != nullptr; }

    template <class Sheet>
    Sheet* opened()
    {
        Sheet* sheet = nullptr;
        REQUIRE(eventually([&] { return (sheet = window.findChild<Sheet*>()) != nullptr && sheet->isVisible(); }));
        return sheet;
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a ladder shows six steps with owner and day, and what follows when nobody answers")
{
    const LadderView ladder = view();
    REQUIRE(ladder.rungs.size() == 6);
    CHECK(ladder.outcome == LadderView::Outcome::notSent);
    CHECK(ladder.rungs[0].state == LadderRungView::State::now);
    CHECK(ladder.rungs[0].detail.startsWith(QStringLiteral("You, by ")));
    CHECK(ladder.rungs[0].after.contains(QStringLiteral("opens by itself")));
    CHECK(ladder.rungs[1].state == LadderRungView::State::next);
    CHECK(ladder.rungs[5].detail.contains(QStringLiteral("working day 20")));
    clock.advance(std::chrono::days{3});
    CHECK(view().rungs[0].state == LadderRungView::State::behind);
}

TEST_CASE_METHOD(Fixture, "what came of a challenge is kept: no answer, upheld with the reason, overturned")
{
    record(event::ChallengeSent{Need::mentalHealth, cmht});
    CHECK(view().outcome == LadderView::Outcome::noAnswer);
    event::ChallengeAnswered answer{Need::mentalHealth, cmht, ChallengeOutcome::upheld, false, {}};
    record(answer, "our panel stands by it");
    CHECK(view().outcome == LadderView::Outcome::upheld);
    CHECK(view().reason.contains(QStringLiteral("our panel stands by it")));
    CHECK(view().open);
    answer.reason = ReasonCode{"N07"};
    record(answer);
    CHECK(view().reason == sentence(reasonWords("N07")));
    answer.reason.reset();
    answer.outcome = ChallengeOutcome::overturned;
    record(answer);
    CHECK(view().outcome == LadderView::Outcome::overturned);
    CHECK_FALSE(view().open);
    const app::CaseFile now = file();
    CHECK(challengeSummary(lens(now)) == QStringLiteral("1 challenge: 1 overturned."));
}

TEST_CASE_METHOD(Fixture, "the open step carries its buttons, and handing it on is for supervisors")
{
    draw();
    CHECK(offers("ladderSent"));
    CHECK(offers("ladderAnswer"));
    CHECK_FALSE(offers("ladderHandOn"));
    CHECK(list->findChild<Banner*>(QStringLiteral("ladderSafety")));
    desk->setSession(lead);
    draw();
    REQUIRE(offers("ladderHandOn"));
    QTest::mouseClick(list->findChild<QPushButton*>(QStringLiteral("ladderHandOn")), Qt::LeftButton);
    auto* sheet = opened<RecordSheet>();
    const auto choices = sheet->findChildren<Choice*>();
    const auto to = std::ranges::find_if(
        choices, [&](const Choice* each) { return each->findData(QString::fromStdString(samir.id.str())) >= 0; });
    REQUIRE(to != choices.end());
    (*to)->setCurrentIndex((*to)->findData(QString::fromStdString(samir.id.str())));
    QTest::keyClicks(sheet->findChild<GrowingText*>(), QStringLiteral("on leave"));
    const auto input = sheet->input();
    REQUIRE(input);
    const auto& handedOn = std::get<event::StepHandedOn>(input->body);
    CHECK(handedOn.worker == samir.id);
    CHECK(handedOn.service == cmht);
    CHECK(handedOn.reason == "on leave");
}

TEST_CASE_METHOD(Fixture, "why opens one sheet with the rules, their facts and the policy")
{
    draw();
    QTest::mouseClick(list->findChild<QPushButton*>(QStringLiteral("ladderWhy")), Qt::LeftButton);
    auto* sheet = opened<WhySheet>();
    CHECK_FALSE(sheet->findChildren<QWidget*>(QStringLiteral("whyPart")).isEmpty());
    const auto rules = sheet->findChildren<QLabel*>(QStringLiteral("whyRule"));
    REQUIRE_FALSE(rules.isEmpty());
}

TEST_CASE_METHOD(Fixture, "every action, need, mark and entry has an answer to why")
{
    const auto why =
        must(now([&](auto& cases, const auto& session) { return cases.whyCase.explain(session, person); }));
    for (const engine::NextAction& action : why.now.nextActions) {
        const auto parts = answersTo(why, whyOfAction(action, {}));
        REQUIRE_FALSE(parts.empty());
        CHECK(parts.front().when.isEmpty());
        CHECK_FALSE(parts.front().sentence.isEmpty());
        CHECK(parts.front().policy.startsWith(QStringLiteral("england")));
        CHECK_FALSE(parts.front().facts.isEmpty());
    }
    for (const Need need : allNeeds)
        CHECK(answersTo(why, whyOfNeed(need)).size() >= 2);
    for (const std::string& flag : why.now.flags) {
        INFO(flag);
        WhyQuestion question;
        question.about = WhyQuestion::About::flag;
        question.what = flag;
        CHECK_FALSE(answersTo(why, question).empty());
    }
    for (const app::PastWhy& past : why.past) {
        WhyQuestion question;
        question.about = WhyQuestion::About::event;
        question.event = past.event.id;
        const auto quotable = std::ranges::count_if(past.citations, &engine::VerdictCitation::printable);
        const auto parts = answersTo(why, question);
        REQUIRE(parts.size() == past.why.size() + static_cast<std::size_t>(quotable));
        if (quotable > 0) {
            const auto first = std::ranges::find_if(past.citations, &engine::VerdictCitation::printable);
            CHECK(parts[past.why.size()].when == text(first->key));
        }
    }
}
