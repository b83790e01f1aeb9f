// The end of the way a wait takes: referred, begun, and read on the person's page and in the directory.
#include "directory/service_sheet.h"
#include "support/eventually.h"
#include "ui/support/open_desk.h"
#include "widgets/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

TEST_CASE("a service opened in the directory says what wait to expect, and a new one says nothing")
{
    OpenDesk desk;
    desk.referTogether();
    must(desk.now([&](auto& use, const auto& session) {
        app::RecordInput input;
        input.person = desk.person;
        input.seenVersion = use.cases.open(session, desk.person)->version;
        input.command = desk.ids.template make<CommandId>();
        input.at = desk.clock.now();
        input.body =
            event::Response{Need::substanceUse, desk.lantern, ResponseKind::started, {}, {}, {}, desk.priya.id};
        return use.cases.record(session, input);
    }));
    QWidget window;
    Service lantern;
    lantern.id = desk.lantern;
    lantern.name = "Lantern";
    lantern.version = 1;
    ServiceSheet sheet{*desk.desk, desk.theme, lantern, window};
    auto* said = sheet.findChild<RunLabel*>(QStringLiteral("expectedWait"));
    REQUIRE(said);
    REQUIRE(eventually([&] { return !said->text().isEmpty(); }));
    CHECK(said->text() == QStringLiteral("Expected wait. Not known: the service gives no figure, and Holdfast has seen "
                                         "1 wait end here since Nov 2024"));

    ServiceSheet fresh{*desk.desk, desk.theme, Service{}, window};
    CHECK(fresh.findChild<RunLabel*>(QStringLiteral("expectedWait"))->isHidden());
}
