#include "person/person_form.h"

#include "find/alike_card.h"
#include "support/open_desk.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct PersonFormFixture : OpenDesk {
    QWidget window;
    std::unique_ptr<PersonForm> form;

    PersonFormFixture()
    {
        window.resize(1200, 900);
        window.show();
    }
    void open(const Person& who = {})
    {
        form = std::make_unique<PersonForm>(theme, *desk, who, window);
        form->open();
    }
    Person stored() { return file().person; }
    void type(const char* key, const char* text) const
    {
        auto* line = qobject_cast<QLineEdit*>(form->editor(QString::fromLatin1(key)));
        REQUIRE(line);
        line->setText(QString::fromUtf8(text));
    }
    void choose(const char* key, const char* value) const
    {
        auto* choice = qobject_cast<Choice*>(form->editor(QString::fromLatin1(key)));
        REQUIRE(choice);
        choice->setCurrentIndex(choice->findData(QString::fromLatin1(value)));
    }
    QString error(const char* key) const { return form->box(QString::fromLatin1(key))->error(); }
    void press(const char* text) const
    {
        for (auto* button : form->findChildren<QPushButton*>())
            if (button->text() == QString::fromLatin1(text))
                return button->click();
        FAIL("no such button");
    }
};

}  // namespace

TEST_CASE_METHOD(PersonFormFixture, "a new person is kept with everything that was said")
{
    open();
    type("givenName", "Danielle");
    type("familyName", "Okafor");
    type("preferredName", "Dani");
    type("born", "3/5/1991");
    type("nhsNumber", "999 526 0182");
    type("pronouns", "she/her");
    type("interpreter", "Polish");
    choose("addressStatus", "no_fixed_address");
    choose("avoidsHomeArea", "yes");
    choose("wantsFamilySupport", "yes");
    type("workHours", "Mon-Fri 06:00-14:00; sat 22:00-06:00");
    QSignalSpy saved{form.get(), &PersonForm::saved};
    press("Add person");

    REQUIRE(eventually([&] { return saved.count() == 1; }));
    const auto kept = saved[0][0].value<Person>();
    const Person read =
        must(now([&](auto& cases, const auto& session) { return cases.people.find(session, kept.id); }));
    CHECK(read.preferredName == "Dani");
    CHECK(read.nhsNumber == "9995260182");
    CHECK(read.born == Date{std::chrono::year{1991} / 5 / 3});
    CHECK(read.addressStatus == AddressStatus::noFixedAddress);
    CHECK(read.fit.avoidsHomeArea == true);
    CHECK(read.fit.wantsFamilySupport == true);
    CHECK(read.fit.workHours == "mon-fri 06:00-14:00; sat 22:00-06:00");
    CHECK_FALSE(read.fit.prefersRemote.has_value());
    CHECK(read.fit.language == "Polish");
}

TEST_CASE_METHOD(PersonFormFixture, "a number that does not add up is named at its field")
{
    open();
    type("givenName", "Danielle");
    type("nhsNumber", "999 186 0961");
    press("Add person");

    CHECK(error("nhsNumber") == QStringLiteral("Check this number. It does not add up."));
    CHECK(form->isVisible());
}

TEST_CASE_METHOD(PersonFormFixture, "without a number the reason is asked for, and not otherwise")
{
    open();
    type("givenName", "Danielle");
    press("Add person");
    CHECK(error("nhsNumberMissing") == QStringLiteral("Choose why there is no number"));

    type("nhsNumber", "999 526 0182");
    CHECK(form->box(QStringLiteral("nhsNumberMissing"))->isHidden());
}

TEST_CASE_METHOD(PersonFormFixture, "a year of two digits and an impossible postcode are refused")
{
    open();
    type("givenName", "Danielle");
    type("born", "3/5/91");
    type("postcode", "NOWHERE");
    press("Add person");

    CHECK(error("born") == QStringLiteral("Enter the day, like 3 May 1991"));
    CHECK(error("postcode").startsWith(QStringLiteral("Enter a full postcode")));
}

TEST_CASE_METHOD(PersonFormFixture, "a number that somebody else has is refused at its field")
{
    Person first = stored();
    first.nhsNumber = "9995260182";
    must(now([&](auto& cases, const auto& session) { return cases.people.save(session, first); }));
    open();
    type("givenName", "Danielle");
    type("nhsNumber", "9995260182");
    press("Add person");

    CHECK(eventually([&] { return error("nhsNumber").startsWith(QStringLiteral("Someone with this number")); }));
}

TEST_CASE_METHOD(PersonFormFixture, "a stale save loses nothing: their change comes in, mine stays")
{
    open(stored());
    type("preferredName", "Tom");
    Person theirs = stored();
    theirs.preferredName = "Tomek";
    theirs.pronouns = "they/them";
    must(now([&](auto& cases, const auto& session) { return cases.people.save(session, theirs); }));

    press("Save details");
    Banner* conflict = nullptr;
    REQUIRE(eventually([&] {
        for (auto* banner : form->findChildren<Banner*>())
            if (banner->isVisible())
                conflict = banner;
        return conflict != nullptr;
    }));
    CHECK(stored().preferredName == "Tomek");

    conflict->findChild<QAbstractButton*>()->click();
    REQUIRE(eventually([&] { return !conflict->isVisible(); }));
    CHECK(form->edited().preferredName == "Tom");
    CHECK(form->edited().pronouns == "they/them");
    press("Save details");
    CHECK(eventually([&] { return stored().preferredName == "Tom"; }));
}

TEST_CASE_METHOD(PersonFormFixture, "Esc asks before typed text would be lost, and not when nothing was typed")
{
    open();
    form->reject();
    CHECK_FALSE(form->isVisible());

    open();
    type("givenName", "Danielle");
    QTest::keyClick(form.get(), Qt::Key_Escape);
    CHECK(form->isVisible());
    CHECK(form->edited().givenName == "Danielle");
}

TEST_CASE_METHOD(PersonFormFixture, "somebody who is here already is named with the reason, and opened instead")
{
    open();
    auto* card = form->findChild<AlikeCard*>(QStringLiteral("alikeCard"));
    REQUIRE(card);
    CHECK_FALSE(card->isVisible());
    type("givenName", "Tomas");
    type("familyName", "Brandtt");
    REQUIRE(eventually([&] { return card->isVisible(); }));
    CHECK(card->accessibleName() == QStringLiteral("Tomasz Brandt may be here already"));
    type("born", "5/3/1980");
    const auto says = [&](const QString& words) {
        const auto labels = card->findChildren<RunLabel*>();
        return std::ranges::any_of(labels, [&](const auto* label) { return label->accessibleName().contains(words); });
    };
    REQUIRE(eventually([&] { return says(QStringLiteral("Born on the same day, with a name like this")); }));
    QSignalSpy other{form.get(), &PersonForm::otherRequested};
    form->setUnsaved(false);
    press("Open this one");
    REQUIRE(other.count() == 1);
    CHECK(other[0][0].value<PersonId>() == person);
}

TEST_CASE_METHOD(PersonFormFixture, "somebody alike is registered only once it was said why they are not the same")
{
    open();
    type("givenName", "Tomasz");
    type("familyName", "Brandt");
    choose("nhsNumberMissing", "not_known");
    QSignalSpy saved{form.get(), &PersonForm::saved};
    press("Add person");
    auto* why = form->findChild<Choice*>(QStringLiteral("alikeWhy"));
    REQUIRE(eventually([&] { return why->isVisible() && !form->findChild<AlikeCard*>()->isAnswered(); }));
    CHECK(saved.count() == 0);
    why->setCurrentIndex(why->findData(QStringLiteral("relative")));
    press("Add person");
    REQUIRE(eventually([&] { return saved.count() == 1; }));
    CHECK(saved[0][0].value<Person>().id != person);
}
