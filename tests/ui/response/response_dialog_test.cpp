#include "response/response_dialog.h"

#include "person/why_sheet.h"
#include "response/reason_picker.h"
#include "response/reply_form.h"
#include "response/verdict_panel.h"
#include "ui/support/open_desk.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    QWidget window;
    QPointer<ResponseDialog> dialog;
    std::optional<LoggedReply> reply;

    Fixture()
    {
        referTogether();
        window.resize(1440, 900);
        window.show();
        dialog = new ResponseDialog{*desk, theme, person, Need::mentalHealth, window};
        QObject::connect(dialog, &ResponseDialog::recorded, &window, [this](const LoggedReply& said) { reply = said; });
        dialog->open();
        REQUIRE(eventually([&] { return form()->service().has_value(); }));
    }
    ~Fixture() { delete dialog; }

    ReplyForm* form() { return dialog->findChild<ReplyForm*>(); }
    QString verdict() { return dialog->findChild<VerdictPanel*>()->title(); }
    QAbstractButton* button(const QString& words)
    {
        for (auto* each : dialog->findChildren<QAbstractButton*>())
            if (each->text() == words && !each->isHidden())
                return each;
        return nullptr;
    }
    void press(const QString& words)
    {
        QStringList seen;
        for (auto* each : dialog->findChildren<QAbstractButton*>())
            seen.append(each->text());
        INFO(words.toStdString() << " among " << seen.join(QStringLiteral("; ")).toStdString());
        auto* found = button(words);
        REQUIRE(found != nullptr);
        found->click();
    }
    void decline(std::string_view reason)
    {
        press(QStringLiteral("Declined"));
        form()->findChild<ReasonPicker*>()->setReason(ReasonCode{reason});
        REQUIRE(eventually([&] { return !verdict().isEmpty(); }));
    }
    QPlainTextEdit* edit(const QString& name)
    {
        for (auto* each : dialog->findChildren<QPlainTextEdit*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "the other service of the person's own referral is chosen from the start")
{
    CHECK(form()->service() == cmht);
    CHECK(form()->need() == Need::mentalHealth);
    CHECK_FALSE(form()->isTouched());
}

TEST_CASE_METHOD(Fixture, "a refusal until sober is challenged with one press, and the hold stays on")
{
    decline("N02");
    CHECK(verdict().contains(QStringLiteral("not allowed")));
    edit(QStringLiteral("Their words"))->setPlainText(QStringLiteral("  sober for three months "));
    REQUIRE(eventually([&] { return button(QStringLiteral("Record and challenge")) != nullptr; }));
    press(QStringLiteral("Record and challenge"));
    REQUIRE(eventually([&] { return reply.has_value(); }));

    CHECK(reply->challenged);
    CHECK(reply->events.size() == 2);
    const auto after = file();
    REQUIRE(after.now.needs.mentalHealth.leg);
    CHECK(after.now.needs.mentalHealth.leg->state == LegState::challenged);
    CHECK(after.now.needs.mentalHealth.holder->worker == priya.id);
    REQUIRE(after.now.bounces.size() == 1);
    CHECK(after.now.bounces[0].code == ReasonCode{"N02"});
    bool kept = false;
    for (const auto& entry : after.history)
        kept = kept || entry.event.words == "  sober for three months ";
    CHECK(kept);
}

TEST_CASE_METHOD(Fixture, "who goes on holding the need is said by name")
{
    decline("N02");
    QString said;
    for (const auto* each : dialog->findChild<VerdictPanel*>()->findChildren<QLabel*>())
        said += each->text() + QLatin1Char('|');
    CHECK(said.contains(QStringLiteral("Priya Raman at ")));
    CHECK_FALSE(said.contains(QString::fromStdString(priya.id.str())));
    CHECK_FALSE(said.contains(QStringLiteral("..")));
}

TEST_CASE_METHOD(Fixture, "the clock of what happens next runs in days, and in hours where safety comes first")
{
    const auto caption = [&] {
        const auto* label = dialog->findChild<QLabel*>(QStringLiteral("clockCaption"));
        return label ? label->text() : QString{};
    };
    decline("N02");
    CHECK(caption().startsWith(QStringLiteral("working day")));
    for (auto* box : form()->findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Thoughts of suicide"))
            box->setCurrentIndex(box->findText(QStringLiteral("Yes")));
    CHECK(eventually([&] { return caption().startsWith(QStringLiteral("hour")); }));
}

TEST_CASE_METHOD(Fixture, "recording without a challenge asks why first")
{
    decline("N01");
    press(QStringLiteral("Record only"));
    CHECK_FALSE(reply.has_value());
    auto* why = edit(QStringLiteral("Why no challenge follows"));
    REQUIRE(why != nullptr);
    CHECK(why->isVisibleTo(dialog));

    why->setPlainText(QStringLiteral("The person asked to wait"));
    press(QStringLiteral("Record only"));
    REQUIRE(eventually([&] { return reply.has_value(); }));
    CHECK_FALSE(reply->challenged);
    CHECK(reply->events.size() == 1);
}

TEST_CASE_METHOD(Fixture, "nothing is recorded before an answer and its reason are chosen")
{
    press(QStringLiteral("Record"));
    CHECK(form()->isVisible());
    press(QStringLiteral("Declined"));
    press(QStringLiteral("Record"));
    QCoreApplication::processEvents();
    CHECK_FALSE(reply.has_value());
    CHECK(file().now.bounces.empty());
}

TEST_CASE_METHOD(Fixture, "their words suggest a reason and never set it")
{
    press(QStringLiteral("Declined"));
    edit(QStringLiteral("Their words"))->setPlainText(QStringLiteral("must be abstinent for three months"));
    auto* picker = form()->findChild<ReasonPicker*>();
    CHECK_FALSE(picker->reason().has_value());
    REQUIRE(eventually([&] { return button(QStringLiteral("Must be abstinent first: use it")) != nullptr; }));
    press(QStringLiteral("Must be abstinent first: use it"));
    CHECK(picker->reason() == ReasonCode{"N02"});
}

TEST_CASE_METHOD(Fixture, "an acceptance with a named worker moves the hold")
{
    press(QStringLiteral("Accepted"));
    for (auto* box : form()->findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Named worker"))
            box->setCurrentIndex(box->findText(QStringLiteral("Samir Haddad")));
    REQUIRE(eventually([&] { return !verdict().isEmpty(); }));
    CHECK(button(QStringLiteral("Record only")) == nullptr);
    press(QStringLiteral("Record"));
    REQUIRE(eventually([&] { return reply.has_value(); }));
    CHECK(file().now.needs.mentalHealth.holder->worker == samir.id);
}

TEST_CASE_METHOD(Fixture, "when somebody else recorded first the text stays, and the next press records")
{
    app::RecordInput other;
    other.person = person;
    other.seenVersion = file().version;
    other.command = ids.make<CommandId>();
    other.at = clock.now();
    other.body = event::Contact{cmht, ContactDirection::out, ContactOutcome::noAnswer};
    must(now([&](auto& cases, const auto&) { return cases.cases.record(app::Session{samir}, other); }));

    press(QStringLiteral("Declined"));
    edit(QStringLiteral("Their words"))->setPlainText(QStringLiteral("not now"));
    form()->findChild<ReasonPicker*>()->setReason(ReasonCode{"N01"});
    REQUIRE(eventually([&] { return dialog->findChild<Banner*>() != nullptr; }));
    CHECK(dialog->findChild<Banner*>()->text().contains(QStringLiteral("Samir Haddad")));
    CHECK(edit(QStringLiteral("Their words"))->toPlainText() == QStringLiteral("not now"));

    REQUIRE(eventually([&] { return button(QStringLiteral("Record and challenge")) != nullptr; }));
    press(QStringLiteral("Record and challenge"));
    REQUIRE(eventually([&] { return reply.has_value(); }));
    CHECK(file().now.bounces.size() == 1);
}

TEST_CASE_METHOD(Fixture, "undo takes back the reply and its challenge, and keeps both in the history")
{
    decline("N02");
    REQUIRE(eventually([&] { return button(QStringLiteral("Record and challenge")) != nullptr; }));
    press(QStringLiteral("Record and challenge"));
    REQUIRE(eventually([&] { return reply.has_value(); }));

    ToastArea toasts{theme, window};
    bool changed = false;
    announce(*desk, toasts, window, *reply, [&] { changed = true; });
    REQUIRE(toasts.current() != nullptr);
    emit toasts.current()->actionTriggered();
    REQUIRE(eventually([&] { return changed; }));

    const auto after = file();
    CHECK(after.now.bounces.empty());
    CHECK(after.now.needs.mentalHealth.leg->state == LegState::sent);
    CHECK(std::count_if(after.history.begin(), after.history.end(), [](const auto& entry) { return entry.voided; }) ==
          2);
}

TEST_CASE_METHOD(Fixture, "escape asks before it loses text")
{
    QSignalSpy cancelled{dialog, &ResponseDialog::cancelled};
    edit(QStringLiteral("Their words"))->setPlainText(QStringLiteral("half a sentence"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCoreApplication::processEvents();
    CHECK(cancelled.isEmpty());
    REQUIRE(dialog != nullptr);
    CHECK(dialog->isVisible());
}

TEST_CASE_METHOD(Fixture, "each piece of guidance says why it fits this person, its scope, and who vouches for it")
{
    decline("N02");
    const auto asks = dialog->findChildren<QPushButton*>(QStringLiteral("citationWhy"));
    REQUIRE_FALSE(asks.isEmpty());
    CHECK(asks.front()->accessibleName().startsWith(QStringLiteral("Why ")));
    asks.front()->click();
    const auto* sheet = window.findChild<WhySheet*>();
    REQUIRE(sheet);
    QStringList said;
    for (const auto* each : sheet->findChildren<QLabel*>())
        said << each->text();
    for (const auto* each : sheet->findChildren<RunLabel*>())
        said << each->text();
    const QString all = said.join(QLatin1Char('|'));
    INFO(all.toStdString());
    for (const char* part : {"What it says", "Reason|", "Age|", "46|", "It is for ages", "It is for conditions",
                             "It speaks to", "How sure we are", "Signed off by", "policy england"})
        CHECK(all.contains(QLatin1String{part}));
    CHECK_FALSE(QString{all}.remove(QStringLiteral("citation.common_problem")).contains(QLatin1Char('_')));
}

TEST_CASE_METHOD(Fixture, "a reply cannot have come at a time still to come")
{
    auto* received = form()->findChild<QDateTimeEdit*>();
    const QDateTime latest = received->dateTime();
    received->setDateTime(latest.addDays(1));
    CHECK(received->dateTime() == latest);
}
