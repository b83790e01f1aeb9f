#include "circle/circle_tab.h"

#include "circle/calls_card.h"
#include "circle/carer_call_sheet.h"
#include "circle/carer_card.h"
#include "circle/carer_sheet.h"
#include "circle/consent_card.h"
#include "circle/consent_sheet.h"
#include "circle/outside_sheet.h"
#include "circle/topic_list.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct CircleFixture : OpenDesk {
    QWidget window;
    CircleTab tab{theme, *desk, &window};
    QSignalSpy said{&tab, &PersonTab::done};
    QSignalSpy failed{&tab, &PersonTab::failed};
    std::function<void()> undo;

    CircleFixture()
    {
        referTogether();
        window.resize(1400, 860);
        window.show();
        tab.resize(1400, 820);
        tab.QWidget::show();
        QObject::connect(&tab, &PersonTab::done, &tab,
                         [this](const QString&, const std::function<void()>& back) { undo = back; });
    }

    void open()
    {
        QSignalSpy loaded{&tab, &CircleTab::loaded};
        tab.show(file());
        REQUIRE(eventually([&] { return !loaded.isEmpty(); }));
    }
    app::CarerView added(const char* name, const char* relationship)
    {
        return must(now([&](auto& use, const auto& session) {
            app::SaveCarerInput input;
            input.person = person;
            input.carer.name = name;
            input.carer.knownSince = Date{std::chrono::year{2026} / 11 / 2};
            input.link.relationship = relationship;
            input.command = ids.make<CommandId>();
            return use.carers.save(session, input);
        }));
    }
    void agreed(const CarerId& carer, TopicAnswers topics)
    {
        must(now([&](auto& use, const auto& session) {
            Consent consent;
            consent.person = person;
            consent.with = ShareKind::carer;
            consent.carer = carer;
            consent.words = "Mum may know the dates.";
            consent.topics = std::move(topics);
            consent.on = Date{std::chrono::year{2026} / 11 / 20};
            return use.consents.record(session, {consent, {}, ids.make<CommandId>()});
        }));
    }
    app::CarerList carers()
    {
        return must(now([&](auto& use, const auto& session) { return use.carers.list(session, person); }));
    }
    app::ConsentList consents()
    {
        return must(now([&](auto& use, const auto& session) { return use.consents.list(session, person); }));
    }
    template <class Sheet>
    Sheet* sheet()
    {
        Sheet* found = nullptr;
        REQUIRE(eventually([&] {
            for (auto* each : window.findChildren<Sheet*>())
                found = each->isVisible() ? each : found;
            return found != nullptr;
        }));
        return found;
    }
    template <class Widget>
    static Widget* in(QWidget& sheet, const char* name)
    {
        auto* found = sheet.findChild<Widget*>(QString::fromLatin1(name));
        REQUIRE(found);
        return found;
    }
    void settled(int messages = 1)
    {
        REQUIRE(eventually([&] { return said.size() >= messages || !failed.isEmpty(); }));
        CHECK(failed.isEmpty());
    }
};

}  // namespace

TEST_CASE_METHOD(CircleFixture,
                 "with nobody on record the page says what can be done, and a carer is added by keyboard")
{
    open();
    REQUIRE(tab.findChild<EmptyState*>());
    tab.logCall();  // nobody to choose: the sheet for a new carer
    auto* carer = sheet<CarerSheet>();
    QTest::keyClicks(in<QLineEdit>(*carer, "carerName"), QStringLiteral("Grace Brandt"));
    QTest::keyClick(carer, Qt::Key_Return, Qt::ControlModifier);
    auto* relationship = in<QLineEdit>(*carer, "carerRelationship");
    REQUIRE(eventually([&] { return relationship->hasFocus() || !carer->isVisible(); }));  // it is asked for
    QTest::keyClicks(relationship, QStringLiteral("mum"));
    QTest::keyClick(carer, Qt::Key_Return, Qt::ControlModifier);
    settled();
    REQUIRE(eventually([&] { return tab.findChild<CarerCard*>() != nullptr; }));
    CHECK(tab.findChild<CarerCard*>()->accessibleName() == QStringLiteral("Carer: Grace, mum"));
    CHECK(carers().carers.front().carer.name == "Grace Brandt");
}

TEST_CASE_METHOD(CircleFixture, "a carer rang and was heard: the shortcut opens it, Enter saves it, Undo takes it back")
{
    added("Grace Brandt", "mum");
    open();
    tab.logCall();
    auto* call = sheet<CarerCallSheet>();
    REQUIRE(eventually([&] { return call->findChild<Button*>(QStringLiteral("carerListened"))->hasFocus(); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settled();
    CHECK(said.front().front().toString() == QStringLiteral("Grace (mum) rang. We listened."));
    auto list = carers();
    REQUIRE(list.calls.size() == 1);
    CHECK(list.calls.front().words == "Grace (mum) rang. We listened.");
    CHECK(list.calls.front().call.told.empty());
    REQUIRE(eventually([&] { return tab.findChild<CallsCard*>() != nullptr; }));
    REQUIRE(undo);
    undo();
    settled(2);
    CHECK(carers().calls.front().inError);
}

TEST_CASE_METHOD(CircleFixture, "on screen is what may be said; what was said, told and owed is kept with the call")
{
    const auto grace = added("Grace Brandt", "mum");
    agreed(grace.carer.id, {{CarerTopic::appointments, TopicAnswer::yes}, {CarerTopic::crisis, TopicAnswer::askFirst}});
    open();
    tab.logCall(grace.carer.id);
    auto* call = sheet<CarerCallSheet>();
    auto* topics = call->findChild<TopicList*>();
    REQUIRE(topics);
    CHECK(topics->findChildren<QCheckBox*>().size() == 2);  // what is not agreed cannot be ticked
    for (auto* tick : topics->findChildren<QCheckBox*>())
        tick->setChecked(true);
    CHECK(topics->asksFirst());
    QTest::keyClicks(in<GrowingText>(*call, "carerSaid"), QStringLiteral("She sleeps badly"));
    in<QCheckBox>(*call, "carerConfident")->setChecked(true);
    QTest::keyClicks(in<DayEdit>(*call, "callBackBy"), QStringLiteral("24 Nov 2026"));
    QTest::keyClicks(in<QLineEdit>(*call, "callBackAbout"), QStringLiteral("the assessment"));
    QTest::keyClick(call, Qt::Key_Return, Qt::ControlModifier);
    auto* agreedNow = in<QLineEdit>(*call, "agreedNow");
    REQUIRE(eventually([&] { return agreedNow->hasFocus(); }));  // asked first: what did they say?
    CHECK(carers().calls.empty());
    QTest::keyClicks(agreedNow, QStringLiteral("Yes, tell her"));
    QTest::keyClick(call, Qt::Key_Return, Qt::ControlModifier);
    settled();
    const auto kept = carers().calls.front();
    CHECK(kept.call.told == std::vector{CarerTopic::appointments, CarerTopic::crisis});
    CHECK(kept.words == "Grace (mum) rang. We listened.\n[[She sleeps badly]]\nTold them: Appointments, A crisis.");
    REQUIRE(kept.call.owed);
    CHECK(kept.call.owed->whom == priya.id);
    CHECK(consents().exceptions.front().reason == "Yes, tell her");

    auto* rungBack = [&]() -> Button* {
        REQUIRE(eventually([&] { return tab.findChild<Button*>(QStringLiteral("rungBack")) != nullptr; }));
        return tab.findChild<Button*>(QStringLiteral("rungBack"));
    }();
    CHECK(circleAlerts(tab.circle()).back().strong == QStringLiteral("Call Grace back"));
    rungBack->click();
    settled(2);
    CHECK(carers().calls.front().call.calledBackAt);
}

TEST_CASE_METHOD(CircleFixture,
                 "an answer is recorded in the person's words, and undone it gives way to the one before")
{
    open();
    tab.recordConsent(0);  // between the services
    auto* consent = sheet<ConsentSheet>();
    QTest::keyClick(consent, Qt::Key_Return, Qt::ControlModifier);
    auto* words = in<GrowingText>(*consent, "consentWords");
    REQUIRE(eventually([&] { return words->hasFocus(); }));  // words are asked for
    QTest::keyClicks(words, QStringLiteral("Both may know"));
    in<DayEdit>(*consent, "consentReview")->setText(QStringLiteral("2 Dec 2026"));
    QTest::keyClick(consent, Qt::Key_Return, Qt::ControlModifier);
    settled();
    auto line = consents().lines.front();
    CHECK(line.standing == ConsentStanding::given);
    CHECK(line.now->words == "Both may know");
    REQUIRE(eventually([&] { return tab.circle().consents.lines.front().now.has_value(); }));
    const auto alert = circleAlerts(tab.circle()).front();
    CHECK(alert.strong == QStringLiteral("Consent: shares with both services"));
    CHECK(alert.rest == QStringLiteral("review by 2 Dec"));
    CHECK_FALSE(alert.safety);
    REQUIRE(undo);
    undo();
    settled(2);
    line = consents().lines.front();
    CHECK(line.standing == ConsentStanding::notAsked);
    CHECK(line.earlier.size() == 1);
}

TEST_CASE_METHOD(CircleFixture,
                 "an answer that a colleague recorded meanwhile is shown, and recording again keeps both")
{
    open();
    tab.recordConsent(0);
    auto* sheet = this->sheet<ConsentSheet>();
    QTest::keyClicks(in<GrowingText>(*sheet, "consentWords"), QStringLiteral("Both may know"));
    must(now([&](auto& use, const auto&) {
        Consent consent;
        consent.person = person;
        consent.words = "Only the GP";
        consent.on = Date{std::chrono::year{2026} / 11 / 20};
        return use.consents.record(app::Session{samir}, {consent, {}, ids.make<CommandId>()});
    }));
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    auto* banner = sheet->findChild<Banner*>();
    REQUIRE(eventually([&] { return banner->isVisible(); }));
    CHECK(banner->text().contains(QStringLiteral("Only the GP")));
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    settled();
    const auto line = consents().lines.front();
    CHECK(line.now->words == "Both may know");
    REQUIRE(line.earlier.size() == 1);
    CHECK(line.earlier.front().consent.words == "Only the GP");
}

TEST_CASE_METHOD(CircleFixture, "a save over a colleague's brings their change in and keeps what was typed here")
{
    const auto grace = added("Grace Brandt", "mum");
    open();
    auto* edit = tab.findChild<CarerCard*>();
    REQUIRE(edit);
    emit edit->editRequested(grace.carer.id);
    auto* mine = sheet<CarerSheet>();
    QTest::keyClicks(in<GrowingText>(*mine, "carerNeeds"), QStringLiteral("Sleep"));
    must(now([&](auto& use, const auto&) {
        app::SaveCarerInput input{person, grace.carer, grace.link, {}};
        input.carer.contact.phone = "07700 900218";
        return use.carers.save(app::Session{samir}, input);
    }));
    QTest::keyClick(mine, Qt::Key_Return, Qt::ControlModifier);
    auto* phone = in<QLineEdit>(*mine, "carerPhone");
    REQUIRE(eventually([&] { return phone->text() == QStringLiteral("07700 900218"); }));
    CHECK(mine->isVisible());
    QTest::keyClick(mine, Qt::Key_Return, Qt::ControlModifier);
    settled();
    CHECK(carers().carers.front().carer.ownNeeds == "Sleep");
    CHECK(carers().carers.front().carer.contact.phone == "07700 900218");
}

TEST_CASE_METHOD(CircleFixture, "a keyworker may share what was agreed to today, and only a lead may override")
{
    const auto grace = added("Grace Brandt", "mum");
    agreed(grace.carer.id, {{CarerTopic::crisis, TopicAnswer::askFirst}, {CarerTopic::money, TopicAnswer::no}});
    open();
    in<Button>(tab, "shareOutside")->click();
    auto* keyworkers = sheet<OutsideSheet>();
    CHECK(in<SegmentedControl>(*keyworkers, "outsideGrounds")->findChildren<QAbstractButton*>().size() == 1);
    keyworkers->done(QDialog::Rejected);
    desk->setSession(lead);
    in<Button>(tab, "shareOutside")->click();
    auto* leads = sheet<OutsideSheet>();
    CHECK(in<SegmentedControl>(*leads, "outsideGrounds")->findChildren<QAbstractButton*>().size() == 2);
    auto* with = in<Choice>(*leads, "outsideWith");
    with->setCurrentIndex(with->count() - 1);
    for (auto* tick : leads->findChildren<QCheckBox*>())
        if (tick->text() == QStringLiteral("Money"))
            tick->setChecked(true);
    QTest::keyClick(leads, Qt::Key_Return, Qt::ControlModifier);
    CHECK(consents().exceptions.empty());  // no reason, no sharing
    QTest::keyClicks(in<GrowingText>(*leads, "outsideReason"), QStringLiteral("The bailiffs come tomorrow"));
    QTest::keyClick(leads, Qt::Key_Return, Qt::ControlModifier);
    settled();
    CHECK(consents().exceptions.front().grounds == ExceptionGrounds::overridden);
    CHECK(carers().carers.front().mayTell.at(CarerTopic::money).basis == ShareBasis::exception);
}

TEST_CASE_METHOD(CircleFixture,
                 "what was typed of a call and cut off is found again by its name, once everything is read")
{
    added("Grace Brandt", "mum");
    tab.openKept("carer/call");  // nothing is there yet
    open();
    auto* call = sheet<CarerCallSheet>();
    QTest::keyClicks(in<GrowingText>(*call, "carerSaid"), QStringLiteral("She rang twice"));
    REQUIRE(eventually([&] {
        const auto kept =
            must(now([&](auto& use, const auto& session) { return use.drafts.sheet(session, person, "carer/call"); }));
        return kept &&
               std::ranges::any_of(kept->answers, [](const auto& each) { return each.second == "She rang twice"; });
    }));
    call->done(QDialog::Rejected);
    tab.openKept("consent/gp");
    CHECK(sheet<ConsentSheet>()->isVisible());
}

TEST_CASE_METHOD(CircleFixture, "nothing of a person is left on the tab when another comes")
{
    added("Grace Brandt", "mum");
    open();
    tab.leave();
    CHECK_FALSE(tab.isLoaded());
    REQUIRE(eventually([&] { return tab.findChild<CarerCard*>() == nullptr; }));
}
