// What is asked, given and told around a refusal: each row's own button opens its form, filled, and the row goes.
#include "letters/attachments.h"
#include "person/case_actions.h"
#include "person/next_card.h"
#include "person/person_page.h"
#include "person/record_sheet.h"
#include "response/reply_form.h"
#include "response/response_dialog.h"
#include "shell/settings_store.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    PersonPage page{theme, *desk, settings, actions};
    RecordSheet* sheet = nullptr;

    Fixture()
    {
        QObject::connect(&actions, &CaseActions::changed, &page, [this] { page.refresh(); });
        window.resize(1400, 1000);
        window.show();
        page.resize(1400, 900);
        page.QWidget::show();
        referTogether();
        page.goTo(QString::fromStdString(person.str()));
        page.refresh();
        drawn();
    }
    void record(EventBody body, const char* words = "")
    {
        OpenDesk::record(std::move(body), words);
        page.refresh();
        drawn();
    }
    /// What was asked for before this was asked has been answered.
    void drawn()
    {
        (void)file();
        QCoreApplication::processEvents();
    }
    void refuse()
    {
        record(event::Response{Need::mentalHealth, cmht, ResponseKind::declined, ReasonCode{"N02"}, {}, {}, {}},
               "not while drinking");
    }

    bool isToDo(std::string_view what)
    {
        const auto& todo = file().now.nextActions;
        return std::ranges::any_of(todo, [&](const auto& action) { return action.what == what; });
    }
    QPushButton* row(const char* startsWith)
    {
        for (auto* card : page.findChildren<NextCard*>())
            for (auto* each : card->findChildren<QPushButton*>())
                if (each->accessibleName().startsWith(QString::fromUtf8(startsWith)))
                    return each;
        return nullptr;
    }
    void press(const char* startsWith)
    {
        QPushButton* found = nullptr;
        REQUIRE(eventually([&] { return (found = row(startsWith)) != nullptr; }));
        found->click();
        opened();
    }
    void opened()
    {
        REQUIRE(
            eventually([&] { return (sheet = window.findChild<RecordSheet*>()) != nullptr && sheet->isVisible(); }));
    }
    template <class Editor>
    Editor* field(const char* name)
    {
        for (auto* box : sheet->findChildren<FieldBox*>())
            if (const auto* label = box->findChild<QLabel*>(); label && label->text() == QString::fromUtf8(name))
                return qobject_cast<Editor*>(box->editor());
        return nullptr;
    }
    QString chosen(const char* name)
    {
        auto* choice = field<Choice>(name);
        REQUIRE(choice);
        return choice->value().toString();
    }
    void choose(const char* name, const char* value)
    {
        auto* choice = field<Choice>(name);
        REQUIRE(choice);
        REQUIRE(choice->findData(QString::fromLatin1(value)) >= 0);
        choice->setCurrentIndex(choice->findData(QString::fromLatin1(value)));
    }
    QStringList errors()
    {
        QStringList all;
        for (const auto* box : sheet->findChildren<FieldBox*>())
            if (box->hasError() && !box->isHidden())
                all << box->error();
        return all;
    }
    void save()
    {
        for (auto* each : sheet->findChildren<Button*>())
            if (each->text().startsWith(QStringLiteral("Record")))
                return each->click();
        FAIL("no button");
    }
    template <class T>
    T kept()
    {
        REQUIRE(eventually([&] { return std::holds_alternative<T>(file().history.back().event.body); }));
        return std::get<T>(file().history.back().event.body);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "whether the protocol was applied is logged from its row, which then goes")
{
    refuse();
    press("Log protocol: Did Wrenfield");
    CHECK(chosen("Which need") == QStringLiteral("mental_health"));
    CHECK(chosen("Which service refused") == QString::fromStdString(cmht.str()));
    choose("Was the joint protocol applied", "no");
    save();
    CHECK(errors() == QStringList{QStringLiteral("Say why it was not applied")});

    field<GrowingText>("Why it was not applied")->setPlainText(QStringLiteral("nobody had read it"));
    QTest::keyClicks(field<QLineEdit>("Which protocol or leaflet, and its version"),
                     QStringLiteral("Joint protocol 3"));
    save();
    const auto omitted = kept<event::ProtocolApplied>();
    CHECK(omitted == event::ProtocolApplied{Need::mentalHealth, cmht, false, "nobody had read it", "Joint protocol 3"});
    CHECK_FALSE(isToDo("protocol_check"));
    CHECK(isToDo("protocol_review"));
    CHECK(eventually([&] { return row("Log protocol: Did") == nullptr && row("Log protocol: Wrenfield") != nullptr; }));

    press("Log protocol: Wrenfield");
    choose("Was the joint protocol applied", "yes");
    auto* protocol = field<QLineEdit>("Which protocol or leaflet, and its version");
    protocol->completer()->setCompletionPrefix(QStringLiteral("joint"));
    CHECK(protocol->completer()->currentCompletion() == QStringLiteral("Joint protocol 3"));
    save();
    REQUIRE(eventually([&] { return !isToDo("protocol_review"); }));
    CHECK(eventually([&] { return row("Log protocol") == nullptr; }));
}

TEST_CASE_METHOD(Fixture, "the team's own protocols in use that day are offered, and the entry names the version")
{
    const Date today = londonDate(clock.now());
    const auto keep = [&](const char* name, const char* edition, int firstDay, std::optional<ServiceId> whose) {
        LocalGuide guide;
        guide.name = name;
        guide.edition = edition;
        guide.from = today + std::chrono::days{firstDay};
        guide.service = std::move(whose);
        return must(now([&](auto& use, const auto&) {
            return use.localGuides.add(lead, guide, std::nullopt, ids.make<CommandId>());
        }));
    };
    const LocalGuide old = keep("Joint protocol", "2", -400, {});
    keep("Leaflet of Lantern", "May 2026", -20, lantern);
    keep("Joint protocol of next year", "1", 60, {});
    LocalGuide newer = old;
    newer.edition = "3";
    newer.from = today - std::chrono::days{2};
    must(now([&](auto& use, const auto&) { return use.localGuides.add(lead, newer, old.id, ids.make<CommandId>()); }));
    refuse();
    press("Log protocol: Did Wrenfield");
    auto* which = field<Choice>("Which protocol or leaflet");
    const auto offered = [&] {
        QStringList all;
        for (int i = 0; i < which->count(); ++i)
            all << which->itemText(i);
        return all;
    };
    const QString another = QStringLiteral("Another one");
    const QString unsaid = QStringLiteral("It was not said");
    REQUIRE(which);
    CHECK(offered() == QStringList{QStringLiteral("Joint protocol, version 3"), another, unsaid});
    CHECK(which->currentText() == unsaid);
    CHECK(field<QLineEdit>("Which protocol or leaflet, and its version")->isHidden());
    // What was in use on the day it happened, and for whom.
    auto* day = sheet->findChild<DayEdit*>(QStringLiteral("happenedOn"));
    day->setText(QStringLiteral("9 Nov 2026"));
    CHECK(offered() == QStringList{QStringLiteral("Joint protocol, version 2"), another, unsaid});
    day->setDayQuietly(today);
    sheet->form().setHappenedOn(today);
    choose("Which service refused", lantern.str().c_str());
    CHECK(offered().contains(QStringLiteral("Leaflet of Lantern, version May 2026")));
    choose("Which service refused", cmht.str().c_str());
    CHECK(offered() == QStringList{QStringLiteral("Joint protocol, version 3"), another, unsaid});

    choose("Was the joint protocol applied", "yes");
    choose("Which protocol or leaflet", "Joint protocol, version 3");
    save();
    CHECK(kept<event::ProtocolApplied>().protocol == "Joint protocol, version 3");
}

TEST_CASE_METHOD(Fixture, "another protocol than the team's own is typed, and may stay unsaid")
{
    LocalGuide guide;
    guide.name = "Joint protocol";
    guide.edition = "3";
    guide.from = londonDate(clock.now());
    must(now(
        [&](auto& use, const auto&) { return use.localGuides.add(lead, guide, std::nullopt, ids.make<CommandId>()); }));
    refuse();
    press("Log protocol: Did Wrenfield");
    choose("Was the joint protocol applied", "yes");
    choose("Which protocol or leaflet", "?");
    auto* other = field<QLineEdit>("Which protocol or leaflet, and its version");
    REQUIRE_FALSE(other->isHidden());
    QTest::keyClicks(other, QStringLiteral("Leaflet of the hospital"));
    save();
    CHECK(kept<event::ProtocolApplied>().protocol == "Leaflet of the hospital");
}

TEST_CASE_METHOD(Fixture,
                 "the reason in writing is a written reply in their words, and their letter can be attached next")
{
    refuse();
    press("Log reason: Get the reason in writing from Wrenfield");
    CHECK(chosen("Which service gave it") == QString::fromStdString(cmht.str()));
    save();
    CHECK(errors() == QStringList{QStringLiteral("Write the reason as they gave it")});
    CHECK(isToDo("reason_in_writing"));

    field<GrowingText>("Their reason, in their own words")
        ->setPlainText(QStringLiteral("We do not see people who drink."));
    sheet->findChild<QCheckBox*>()->setChecked(true);
    save();
    CHECK(kept<event::Contact>() == event::Contact{cmht, ContactDirection::in, ContactOutcome::replied});
    CHECK(file().history.back().event.words == "We do not see people who drink.");
    CHECK_FALSE(isToDo("reason_in_writing"));
    CHECK(eventually([&] { return row("Log reason") == nullptr; }));
    REQUIRE(eventually([&] { return window.findChild<QFileDialog*>() != nullptr; }));
    window.findChild<QFileDialog*>()->close();
}

TEST_CASE_METHOD(Fixture, "in a small window, what to do about a field is brought into sight")
{
    window.resize(1000, 420);
    refuse();
    press("Log protocol: Did Wrenfield");
    choose("Was the joint protocol applied", "no");
    save();
    auto* reason = field<GrowingText>("Why it was not applied");
    CHECK(eventually([&] {
        const QWidget* box = reason->parentWidget();
        return box->visibleRegion().boundingRect().height() == box->height();
    }));
}

TEST_CASE_METHOD(Fixture, "who asked for the person is told, by name as it was recorded")
{
    record(event::Attempt{Need::mentalHealth, "gp", {}, priya.id, lantern, {}});
    record(event::Response{Need::mentalHealth, cmht, ResponseKind::accepted, {}, {}, {}, samir.id});
    press("Log feedback");
    CHECK(chosen("Who was told") == QStringLiteral("gp"));
    CHECK(field<Choice>("Who was told")->currentText() == QStringLiteral("GP"));
    save();
    CHECK(errors() == QStringList{QStringLiteral("Say how they were told")});
    QTest::keyClicks(field<QLineEdit>("How they were told"), QStringLiteral("by phone"));
    save();
    CHECK(kept<event::OutcomeFedBack>() == event::OutcomeFedBack{"gp", "by phone"});
    CHECK_FALSE(isToDo("feed_back_outcome"));
    CHECK(eventually([&] { return row("Log feedback") == nullptr; }));

    actions.record(person, RecordKind::feedback, std::nullopt);
    opened();
    choose("Who was told", "?");
    QTest::keyClicks(field<QLineEdit>("How they were told"), QStringLiteral("by letter"));
    save();
    CHECK(errors() == QStringList{QStringLiteral("Say who was told")});
}

TEST_CASE_METHOD(Fixture, "a check-in says who was in touch and how it is, and getting worse asks somebody to look")
{
    press("Log check-in: Check in while they wait");
    CHECK(chosen("Who was in touch") == QString::fromStdString(priya.id.str()));
    CHECK(chosen("Which need it was about") == QStringLiteral("both"));
    choose("What came of it", "no_answer");
    CHECK(field<Choice>("How it is going")->isHidden());
    choose("What came of it", "spoke");
    save();
    CHECK(errors() == QStringList{QStringLiteral("Choose how it is going, or that they did not say")});
    choose("How it is going", "worse");
    choose("Thoughts of suicide", "yes");
    save();
    const auto in = kept<event::SupportCheckIn>();
    CHECK(in == event::SupportCheckIn{NeedScope::both, priya.id, ContactOutcome::spoke, SupportChange::worse});
    CHECK(isToDo("worse_review"));
    CHECK(isToDo("safety_follow_up"));
    CHECK(file().now.checkedInAt == clock.now());

    press("Log check-in: Look again: getting worse");
    choose("What came of it", "spoke");
    choose("How it is going", "better");
    save();
    REQUIRE(eventually([&] { return !isToDo("worse_review"); }));
}

TEST_CASE_METHOD(Fixture, "a second opinion is asked for from the menu, of any service")
{
    refuse();
    actions.record(person, RecordKind::secondOpinion, Need::mentalHealth);
    opened();
    CHECK(chosen("Who is asked to look again") == QString::fromStdString(cmht.str()));
    choose("Who is asked to look again", lantern.str().c_str());
    field<GrowingText>("What was asked")->setPlainText(QStringLiteral("please see him together"));
    save();
    CHECK(kept<event::SecondOpinionRequested>() == event::SecondOpinionRequested{Need::mentalHealth, lantern});
    CHECK(isToDo("second_opinion"));

    QPushButton* found = nullptr;
    REQUIRE(eventually([&] { return (found = row("Log reply: Hear the second opinion of Lantern")) != nullptr; }));
    found->click();
    auto* const dialog = [&]() -> ResponseDialog* {
        ResponseDialog* shown = nullptr;
        REQUIRE(eventually([&] {
            shown = window.findChild<ResponseDialog*>();
            return shown && shown->findChild<ReplyForm*>()->service().has_value();
        }));
        return shown;
    }();
    CHECK(dialog->findChild<ReplyForm*>()->service() == lantern);
}

TEST_CASE_METHOD(Fixture, "who stands by a refusal gives a reason or says it in words")
{
    refuse();
    actions.record(person, RecordKind::challengeAnswered, Need::mentalHealth);
    opened();
    CHECK(field<Choice>("Why they stand by it")->isHidden());
    choose("What they answered", "upheld");
    save();
    CHECK(errors() == QStringList{QStringLiteral("Write the reason they gave, or choose it above")});
    CHECK_FALSE(sheet->input());
    choose("Why they stand by it", "N07");
    CHECK(sheet->input());
    choose("Why they stand by it", "");
    field<GrowingText>("What was said")->setPlainText(QStringLiteral("our criteria have not changed"));
    save();
    const auto answer = kept<event::ChallengeAnswered>();
    CHECK(answer.outcome == ChallengeOutcome::upheld);
    CHECK_FALSE(answer.reason);
    CHECK(file().history.back().event.words == "our criteria have not changed");
}

TEST_CASE_METHOD(Fixture, "an answer whose words say more than its label is looked at again from its row")
{
    record(event::Response{Need::mentalHealth, cmht, ResponseKind::returnedWithAdvice, {}, {}, {}, {}},
           "must be sober for three months first");
    REQUIRE(isToDo("second_look"));
    const EventId masked = file().history.back().event.id;
    desk->setSession(lead);
    actions.perform(person, "second_look", Need::mentalHealth);
    opened();
    CHECK(sheet->form().context().event == masked);
}

TEST_CASE_METHOD(Fixture, "what has not happened yet is refused in every form, and what was typed stays")
{
    refuse();
    for (const RecordKind kind : recordMenu()) {
        CAPTURE(recordTitle(kind).toStdString());
        if (!actions.may(kind))
            continue;
        RecordContext context{file(), {}, {}, priya, clock.now(), Need::mentalHealth, {}};
        RecordSheet form{theme, *desk, kind, context, window};
        auto* day = form.findChild<DayEdit*>(QStringLiteral("happenedOn"));
        REQUIRE(day);
        day->setText(QStringLiteral("24 Nov 2026"));
        CHECK_FALSE(form.input());
        CHECK_FALSE(form.whenIsFine());
        day->setText(QStringLiteral("20 Nov 2026"));
        CHECK(form.whenIsFine());
    }
}
