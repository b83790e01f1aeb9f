#include "drafts/cut_off_card.h"
#include "drafts/difference_sheet.h"
#include "drafts/difference_view.h"
#include "drafts/draft_offer.h"
#include "drafts/drafts_world.h"
#include "widgets/messages.h"

#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : DraftsWorld {
    QWidget window;
    DraftOffer* offer = new DraftOffer{theme, *desk, &window};

    Fixture()
    {
        window.resize(1200, 800);
        window.show();
        cutOff("assessment", R"({"what_matters":"I want to sleep."})", "yesterday");
        must(now([&](auto&, const auto&) {
            return app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Done> {
                store::DraftRepository{workspace->connection()}.leave("assessment", person, "yesterday");
                return Done{};
            });
        }));
        clock.advance(std::chrono::hours{24});
    }
    void look()
    {
        offer->look(person, "assessment");
        now([](auto&, const auto&) { return 0; });
        QCoreApplication::processEvents();
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "what was left in good order is not offered")
{
    look();
    CHECK_FALSE(offer->isVisible());
    CHECK(left().empty());
}

TEST_CASE_METHOD(Fixture, "what was cut off is offered with its moment and what differs, and kept by choice")
{
    cutOff("assessment", R"({"what_matters":"I want to sleep. And wo"})");
    look();
    REQUIRE(eventually([&] { return offer->isVisible(); }));
    CHECK(offer->findChild<Banner*>()->text().contains(QStringLiteral("Today 10:00:00")));
    button(*offer, "See what differs")->click();
    auto* sheet = window.findChild<DifferenceSheet*>();
    REQUIRE(sheet);
    CHECK(sheet->findChild<DifferenceView*>()->accessibleDescription().contains(QStringLiteral("put in: And wo")));
    QSignalSpy settled{offer, &DraftOffer::settled};
    button(*sheet, "Keep it")->click();
    REQUIRE(eventually([&] { return settled.size() == 1; }));
    CHECK_FALSE(offer->isVisible());
    CHECK(draft().form.whatMatters == "I want to sleep. And wo");
    CHECK(left().empty());
}

TEST_CASE_METHOD(Fixture, "discarding what was cut off brings back what stood before")
{
    cutOff("assessment", R"({"what_matters":"nonsense"})");
    look();
    REQUIRE(eventually([&] { return offer->isVisible(); }));
    QSignalSpy changed{offer, &DraftOffer::draftChanged};
    button(*offer, "Discard it")->click();
    REQUIRE(eventually([&] { return changed.size() == 1; }));
    CHECK(draft().form.whatMatters == "I want to sleep.");
}

TEST_CASE_METHOD(Fixture, "typing on keeps what was cut off; an overtaken text goes on waiting")
{
    cutOff("assessment", R"({"what_matters":"more"})");
    look();
    REQUIRE(eventually([&] { return offer->isVisible(); }));
    offer->typedOn();
    CHECK_FALSE(offer->isVisible());

    cutOff("aside:" + priya.id.str() + ":assessment", R"({"what_matters":"mine"})");
    look();
    REQUIRE(eventually([&] { return offer->isVisible(); }));
    CHECK(button(*offer, "Put mine in"));
    offer->typedOn();
    CHECK(offer->isVisible());
}

TEST_CASE_METHOD(Fixture, "on Today each is one plain line with a way back to it")
{
    cutOff("assessment", R"({"what_matters":"more"})");
    CutOffCard card{theme, left(), clock.now()};
    QSignalSpy opened{&card, &CutOffCard::opened};
    auto* look = button(card, "Look at it");
    REQUIRE(look);
    CHECK(look->accessibleName().contains(QStringLiteral("Joint assessment, Tomasz Brandt (Today 10:00:00)")));
    look->click();
    REQUIRE(opened.size() == 1);
}
