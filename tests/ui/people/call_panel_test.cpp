#include "person/call_panel.h"

#include "theme/theme.h"
#include "widgets/segmented_control.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <array>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

const ServiceId team{"team"};
const ServiceId lantern{"lantern"};

struct PanelFixture {
    Theme theme;
    QWidget window;
    QLineEdit* before = new QLineEdit;
    CallPanel* panel = new CallPanel{theme};
    std::vector<event::Contact> saved;
    int asked = 0;

    PanelFixture()
    {
        auto* column = new QVBoxLayout{&window};
        column->addWidget(before);
        column->addWidget(panel);
        QObject::connect(panel, &CallPanel::chosen, panel,
                         [this](const event::Contact& call, const QString&) { saved.push_back(call); });
        QObject::connect(panel, &CallPanel::contactRequested, panel, [this] { ++asked; });
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        before->setFocus();
        setTwo();
    }

    void setTwo()
    {
        panel->setCalls({{team, {Need::mentalHealth}, {}}, {lantern, {Need::substanceUse}, {}}},
                        {{{team, "Wrenfield Team"}, {lantern, "Lantern"}}, {}}, Instant{});
    }
    void open()
    {
        panel->open();
        REQUIRE(panel->isVisible());
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QPushButton* button(const char* name) const
    {
        for (auto* each : panel->findChildren<QPushButton*>())
            if (each->accessibleName() == QString::fromLatin1(name) && each->isVisible())
                return each;
        return nullptr;
    }
};

}  // namespace

TEST_CASE_METHOD(PanelFixture, "one key saves what came of a call, and the keys go back to where they were")
{
    struct Case {
        Qt::Key key;
        ServiceId service;
        ContactOutcome outcome;
    };
    const std::array cases{
        Case{Qt::Key_Return, team, ContactOutcome::noAnswer}, Case{Qt::Key_1, team, ContactOutcome::noAnswer},
        Case{Qt::Key_2, lantern, ContactOutcome::noAnswer},   Case{Qt::Key_M, team, ContactOutcome::leftMessage},
        Case{Qt::Key_S, team, ContactOutcome::spoke},
    };
    for (const Case& each : cases) {
        open();
        key(each.key);
        CHECK_FALSE(panel->isVisible());
        CHECK(before->hasFocus());
        REQUIRE_FALSE(saved.empty());
        CHECK(saved.back() == event::Contact{each.service, ContactDirection::out, each.outcome});
    }
    CHECK(saved.size() == cases.size());
}

TEST_CASE_METHOD(PanelFixture, "who rang and which service are chosen with keys, and said to a screen reader")
{
    open();
    CHECK(
        QApplication::focusWidget()->accessibleName() ==
        QStringLiteral("1: Wrenfield Team. Not rung yet. Enter: rang, nobody answered. M: left a message. S: spoke."));
    key(Qt::Key_W);
    key(Qt::Key_Down);
    CHECK(QApplication::focusWidget()->accessibleName().startsWith(QStringLiteral("2: Lantern.")));
    key(Qt::Key_M);
    REQUIRE(saved.size() == 1);
    CHECK(saved[0] == event::Contact{lantern, ContactDirection::in, ContactOutcome::leftMessage});

    open();
    CHECK(panel->findChild<SegmentedControl*>(QStringLiteral("callDirection"))->current() == 0);
}

TEST_CASE_METHOD(PanelFixture, "Enter on a button is that button's, a held key saves nothing, and Esc closes")
{
    open();
    auto* spoke = button("Lantern: Spoke");
    REQUIRE(spoke);
    spoke->setFocus();
    key(Qt::Key_Return);
    REQUIRE(saved.size() == 1);
    CHECK(saved[0] == event::Contact{lantern, ContactDirection::out, ContactOutcome::spoke});

    open();
    QKeyEvent held{QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true};
    QApplication::sendEvent(QApplication::focusWidget(), &held);
    CHECK(saved.size() == 1);
    CHECK(panel->isVisible());
    key(Qt::Key_Escape);
    CHECK_FALSE(panel->isVisible());
    CHECK(before->hasFocus());
    CHECK(saved.size() == 1);
}

TEST_CASE_METHOD(PanelFixture, "with no referral open it says so and leads on")
{
    panel->setCalls({}, {}, Instant{});
    open();
    key(Qt::Key_Return);
    key(Qt::Key_1);
    CHECK(saved.empty());
    CHECK(asked == 1);
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE_METHOD(PanelFixture, "when the case is drawn again, the service that was chosen stays chosen")
{
    open();
    key(Qt::Key_Down);
    setTwo();
    CHECK(QApplication::focusWidget()->accessibleName().startsWith(QStringLiteral("2: Lantern.")));
}
