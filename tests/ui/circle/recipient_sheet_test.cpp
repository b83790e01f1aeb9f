#include "circle/recipient_sheet.h"

#include "support/open_desk.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/messages.h"
#include "words/share_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct RecipientFixture : OpenDesk {
    QWidget window;
    RecipientSheet* sheet = nullptr;
    std::optional<Recipient> given;

    explicit RecipientFixture(bool asLead = false)
    {
        referTogether();
        if (asLead) {
            Worker ines = lead.worker;
            ines.service = lantern;
            desk->setSession({ines});
        }
        window.resize(1000, 800);
        window.show();
        sheet = new RecipientSheet{
            theme, *desk, person, {CarerTopic::mentalHealth, CarerTopic::substanceUse}, QStringLiteral("Print"),
            window};
        QObject::connect(sheet, &RecipientSheet::chosen, &window, [this](const Recipient& to) { given = to; });
        sheet->open();
        REQUIRE(eventually([this] { return with()->count() > 0; }));
    }

    Choice* with() { return sheet->findChild<Choice*>(QStringLiteral("recipientWith")); }
    Button* go() { return sheet->findChild<Button*>(QStringLiteral("recipientGo")); }
    GrowingText* reason() { return sheet->findChild<GrowingText*>(QStringLiteral("recipientReason")); }
    QString stands() { return sheet->findChildren<Banner*>(QStringLiteral("recipientStands")).last()->text(); }
    void choose(ShareKind kind) { with()->setCurrentIndex(with()->findText(words(kind))); }
    std::size_t exceptions()
    {
        return must(now([&](auto& use, const auto& session) { return use.consents.list(session, person); }))
            .exceptions.size();
    }
};

}  // namespace

TEST_CASE_METHOD(RecipientFixture, "what is the person's own, or direct care, is taken out without a reason")
{
    CHECK(with()->currentText().startsWith(QStringLiteral("The person")));
    CHECK_FALSE(reason()->isVisible());
    choose(ShareKind::gp);
    CHECK(stands().contains(QStringLiteral("direct care")));
    go()->click();
    CHECK(given == Recipient{ShareKind::gp, {}});
    CHECK(exceptions() == 0);
}

TEST_CASE_METHOD(RecipientFixture, "what nobody was asked about is not taken out, and the sheet says what to do")
{
    choose(ShareKind::housing);
    CHECK(stands().contains(QStringLiteral("Nobody has asked the person about this.")));
    CHECK_FALSE(go()->isEnabled());
    CHECK_FALSE(reason()->isVisible());
}

TEST_CASE("a lead takes it out all the same, for a reason that is kept")
{
    RecipientFixture world{true};
    world.choose(ShareKind::housing);
    CHECK(world.reason()->isVisible());
    world.go()->click();
    CHECK_FALSE(world.given);
    QTest::keyClicks(world.reason(), QStringLiteral("Life is at risk tonight."));
    world.go()->click();
    REQUIRE(eventually([&] { return world.given.has_value(); }));
    CHECK(world.given->with == ShareKind::housing);
    CHECK(world.exceptions() == 1);
}
