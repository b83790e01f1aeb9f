#include "person/record_sheet.h"

#include "person/case_actions.h"
#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct RecordFixture : OpenDesk {
    QWidget window;
    ToastArea toasts{theme, window};
    CaseActions actions{theme, *desk, toasts, window};
    RecordSheet* sheet = nullptr;

    RecordFixture()
    {
        referTogether();
        window.resize(1300, 1000);
        window.show();
    }
    void open(RecordKind kind, std::optional<Need> need = std::nullopt)
    {
        actions.record(person, kind, need);
        REQUIRE(eventually([&] { return (sheet = window.findChild<RecordSheet*>()) != nullptr; }));
    }
    Choice* choice(const char* name) const
    {
        for (auto* each : sheet->findChildren<Choice*>())
            if (each->accessibleName() == QString::fromLatin1(name))
                return each;
        return nullptr;
    }
    void choose(const char* name, const char* value)
    {
        auto* editor = choice(name);
        REQUIRE(editor);
        const int index = editor->findData(QString::fromLatin1(value));
        REQUIRE(index >= 0);
        editor->setCurrentIndex(index);
    }
    QPushButton* primary(const char* text) const
    {
        for (auto* each : sheet->findChildren<QPushButton*>())
            if (each->text() == QString::fromLatin1(text))
                return each;
        return nullptr;
    }
    QString preview() const { return sheet->findChild<RunLabel*>(QStringLiteral("previewText"))->text(); }
    bool isClosed() const { return window.findChild<RecordSheet*>() == nullptr || !sheet->isVisible(); }
    void fillContact()
    {
        choose("Who got in touch", "out");
        choose("What came of it", "spoke");
    }
};

}  // namespace

TEST_CASE_METHOD(RecordFixture, "a contact is kept in the case with what was said, and offers to be undone")
{
    open(RecordKind::contact);
    fillContact();
    sheet->findChild<GrowingText*>()->setPlainText(QStringLiteral("Slept better"));
    primary("Record contact")->click();

    REQUIRE(eventually([&] { return file().history.size() == 3; }));
    const Event kept = file().history.back().event;
    CHECK(std::get<event::Contact>(kept.body).outcome == ContactOutcome::spoke);
    CHECK(kept.words == "Slept better");
    REQUIRE(eventually([&] { return toasts.current() != nullptr; }));

    for (auto* button : toasts.current()->findChildren<QAbstractButton*>())
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    REQUIRE(eventually([&] { return file().history.size() == 4; }));
    const auto history = file().history;
    const auto voided =
        std::find_if(history.begin(), history.end(), [&](const auto& each) { return each.event.id == kept.id; });
    CHECK(voided->voided);
}

TEST_CASE_METHOD(RecordFixture, "what is missing is named at its field and nothing is saved")
{
    open(RecordKind::contact);
    primary("Record contact")->click();

    QStringList errors;
    for (const auto* box : sheet->findChildren<FieldBox*>())
        if (box->hasError())
            errors << box->error();
    CHECK(errors == QStringList{QStringLiteral("Choose who got in touch"), QStringLiteral("Choose what came of it")});
    CHECK(file().history.size() == 2);
}

TEST_CASE_METHOD(RecordFixture, "somebody else's change is not overwritten, and what was typed stays")
{
    open(RecordKind::contact);
    fillContact();
    sheet->findChild<GrowingText*>()->setPlainText(QStringLiteral("Slept better"));
    app::RecordInput theirs;
    theirs.person = person;
    theirs.seenVersion = file().version;
    theirs.command = ids.make<CommandId>();
    theirs.at = clock.now();
    theirs.body = event::Contact{cmht, ContactDirection::in, ContactOutcome::leftMessage};
    must(now([&](auto& cases, const auto& session) { return cases.cases.record(session, theirs); }));

    primary("Record contact")->click();
    Banner* conflict = nullptr;
    REQUIRE(eventually([&] {
        for (auto* banner : sheet->findChildren<Banner*>())
            if (banner->isVisible())
                conflict = banner;
        return conflict != nullptr;
    }));
    CHECK(conflict->text().contains(QStringLiteral("Someone else")));
    CHECK(file().history.size() == 3);
    CHECK(sheet->findChild<GrowingText*>()->toPlainText() == QStringLiteral("Slept better"));

    conflict->findChild<QAbstractButton*>()->click();
    REQUIRE(eventually([&] { return !conflict->isVisible(); }));
    primary("Record contact")->click();
    CHECK(eventually([&] { return file().history.size() == 4; }));
}

TEST_CASE_METHOD(RecordFixture, "the sheet says beforehand what a record would change")
{
    open(RecordKind::handover, Need::mentalHealth);
    choose("Which service accepted it", cmht.str().c_str());
    choose("Who holds it there from now on", samir.id.str().c_str());

    REQUIRE(eventually([&] { return preview().contains(QStringLiteral("held by")); }));
    CHECK(preview().contains(QStringLiteral("Wrenfield Community Mental Health Team")));
    CHECK(file().history.size() == 2);
}

TEST_CASE_METHOD(RecordFixture, "a day still to come is refused")
{
    open(RecordKind::contact);
    fillContact();
    sheet->findChildren<DayEdit*>().last()->setText(QStringLiteral("27 Nov 2026"));
    primary("Record contact")->click();

    QStringList errors;
    for (const auto* box : sheet->findChildren<FieldBox*>())
        errors << box->error();
    CHECK(errors.contains(QStringLiteral("This is still to come. Enter when it happened")));
    CHECK(file().history.size() == 2);
}

TEST_CASE_METHOD(RecordFixture, "a safety fact learned in a contact is kept, and one not asked stays unknown")
{
    open(RecordKind::contact);
    fillContact();
    choose("Thoughts of suicide", "yes");
    primary("Record contact")->click();

    REQUIRE(eventually([&] { return file().history.size() == 3; }));
    CHECK(file().now.safety.suicidalThoughts == true);
    CHECK_FALSE(file().now.safety.overdose.has_value());
}

TEST_CASE_METHOD(RecordFixture, "a keyworker is not offered what only a coordinator may record")
{
    CHECK_FALSE(actions.may(RecordKind::closure));
    CHECK_FALSE(actions.may(RecordKind::secondLook));
    CHECK(actions.may(RecordKind::contact));
}
