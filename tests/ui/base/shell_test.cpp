#include "shell/commands.h"
#include "shell/main_window.h"
#include "shell/nav_rail.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "shell/status_strip.h"
#include "shell/top_bar.h"
#include "support/eventually.h"
#include "theme/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace holdfast::ui;
using namespace holdfast::test;

namespace {

class TestPage final : public Page {
public:
    explicit TestPage(QString id, bool& mayLeave) : m_id{std::move(id)}, m_mayLeave{mayLeave}
    {
        m_widget = new QWidget;
        auto* column = new QVBoxLayout{m_widget};
        m_field = new QLineEdit;
        column->addWidget(m_field);
        m_action = std::make_unique<QAction>(QStringLiteral("Do it"));
        m_action->setShortcut(QKeySequence{QStringLiteral("Ctrl+E")});
    }
    QString id() const override { return m_id; }
    QString title() const override { return m_id.left(1).toUpper() + m_id.mid(1); }
    QString icon() const override { return QStringLiteral("today"); }
    QWidget* widget() override { return m_widget; }
    void refresh() override { ++refreshed; }
    QList<QAction*> actions() override { return {m_action.get()}; }
    QWidget* firstFocus() override { return m_field; }
    bool mayLeave() override { return m_mayLeave; }
    QString place() const override { return m_place; }
    void goTo(const QString& place) override { m_place = place; }

    int refreshed = 0;

private:
    QString m_id;
    bool& m_mayLeave;
    QWidget* m_widget;
    QLineEdit* m_field;
    std::unique_ptr<QAction> m_action;
    QString m_place;
};

struct Fixture {
    Theme theme;
    MemorySettings settings;
    bool mayLeave = true;
    MainWindow window{theme, settings};

    Fixture()
    {
        for (const char* id : {"today", "people", "reports"})
            window.addPage(std::make_unique<TestPage>(QLatin1String{id}, mayLeave));
        window.addPage(std::make_unique<TestPage>(QStringLiteral("person"), mayLeave), MainWindow::Place::hidden,
                       QStringLiteral("people"));
        window.go(QStringLiteral("today"));
        window.show();
        QApplication::setActiveWindow(&window);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }
    QString now() { return window.current().id(); }
};

}  // namespace

TEST_CASE("how much room there is is measured in text")
{
    CHECK(windowClassFor(1920, 1) == WindowClass::wide);
    CHECK(windowClassFor(1440, 1) == WindowClass::normal);
    CHECK(windowClassFor(1360, 1) == WindowClass::small);
    CHECK(windowClassFor(1280, 1) == WindowClass::small);
    CHECK(windowClassFor(1100, 1) == WindowClass::narrow);
    CHECK(windowClassFor(1440, 2) == WindowClass::narrow);
}

TEST_CASE_METHOD(Fixture, "Ctrl and a number goes to a page, and the title names the page and nobody")
{
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(now() == QStringLiteral("people"));
    CHECK(window.windowTitle() == QStringLiteral("Holdfast - People"));
    window.go(QStringLiteral("person"), QStringLiteral("0196-id"));
    CHECK(window.windowTitle() == QStringLiteral("Holdfast - Person"));
    CHECK(window.rail().item(QStringLiteral("people"))->isChecked());
}

TEST_CASE_METHOD(Fixture, "Back returns through the pages, with the place each was at")
{
    window.go(QStringLiteral("person"), QStringLiteral("a"));
    window.go(QStringLiteral("person"), QStringLiteral("b"));
    window.go(QStringLiteral("reports"));
    press(Qt::Key_Left, Qt::AltModifier);
    CHECK(now() == QStringLiteral("person"));
    CHECK(window.current().place() == QStringLiteral("b"));
    press(Qt::Key_Left, Qt::AltModifier);
    CHECK(window.current().place() == QStringLiteral("a"));
    press(Qt::Key_Left, Qt::AltModifier);
    CHECK(now() == QStringLiteral("today"));
    press(Qt::Key_Left, Qt::AltModifier);
    CHECK(now() == QStringLiteral("today"));
}

TEST_CASE_METHOD(Fixture, "a page with unsaved text is not left, nor is the window closed")
{
    mayLeave = false;
    QTest::mouseClick(window.rail().item(QStringLiteral("people")), Qt::LeftButton);
    CHECK(now() == QStringLiteral("today"));
    CHECK(window.rail().item(QStringLiteral("today"))->isChecked());
    CHECK_FALSE(window.close());
    mayLeave = true;
    CHECK(window.close());
}

TEST_CASE_METHOD(Fixture, "the commands of a page are live only while it is shown")
{
    const auto live = [&] {
        QStringList titles;
        for (const QAction* menu : window.menuBar()->actions())
            if (menu->isVisible())
                titles.append(menu->text().remove(u'&'));
        return titles;
    };
    CHECK(live().contains(QStringLiteral("Today")));
    window.go(QStringLiteral("reports"));
    CHECK(live().contains(QStringLiteral("Reports")));
    CHECK_FALSE(live().contains(QStringLiteral("Today")));
    CHECK(window.commands().menu(QStringLiteral("page"))->actions().size() == 1);
}

TEST_CASE_METHOD(Fixture, "Ctrl K goes to search and says so")
{
    QSignalSpy searched{&window, &MainWindow::searchRequested};
    press(Qt::Key_K, Qt::ControlModifier);
    CHECK(window.topBar().search().hasFocus());
    CHECK(searched.count() == 1);
}

TEST_CASE_METHOD(Fixture, "F6 goes round the regions")
{
    window.resize(1440, 900);  // a narrow window has no buttons in its status line to go to
    window.rail().item(QStringLiteral("today"))->setFocus();
    const auto inside = [&](const QWidget& region) { return region.isAncestorOf(QApplication::focusWidget()); };
    press(Qt::Key_F6);
    CHECK(inside(window.topBar()));
    press(Qt::Key_F6);
    CHECK(inside(*window.current().widget()));
    press(Qt::Key_F6);
    CHECK(inside(window.status()));
    press(Qt::Key_F6);
    CHECK(inside(window.rail()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    CHECK(inside(window.status()));
}

TEST_CASE_METHOD(Fixture, "text size is changed by keys and remembered, and the window becomes narrow for it")
{
    window.resize(1440, 900);
    CHECK(window.windowClass().current() == WindowClass::normal);
    press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(theme.textSize() == 125);
    CHECK(settings.value(QStringLiteral("window/textSize"), {}).toInt() == 125);
    CHECK(window.windowClass().current() == WindowClass::small);
    press(Qt::Key_0, Qt::ControlModifier);
    CHECK(theme.textSize() == 100);
    theme.setTextSize(200);
    CHECK(window.windowClass().current() == WindowClass::narrow);
    CHECK(window.rail().width() == 144);
}

TEST_CASE_METHOD(Fixture, "the question mark opens the keys unless something is being typed")
{
    const auto sheet = [&] { return window.findChild<QWidget*>(QStringLiteral("shortcutSheet")); };
    auto* field = window.current().firstFocus();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Question);
    CHECK(sheet() == nullptr);
    CHECK(qobject_cast<QLineEdit*>(field)->text() == QStringLiteral("?"));
    auto* item = window.rail().item(QStringLiteral("today"));
    item->setFocus();
    QTest::keyClick(item, Qt::Key_Question);
    CHECK(sheet() != nullptr);
}

TEST_CASE_METHOD(Fixture, "Alt alone shows the menu bar, Alt with another key does not")
{
    auto* item = window.rail().item(QStringLiteral("today"));
    item->setFocus();
    CHECK(window.menuBar()->height() == 0);
    QTest::keyPress(item, Qt::Key_Alt);
    QTest::keyPress(item, Qt::Key_Left, Qt::AltModifier);
    QTest::keyRelease(item, Qt::Key_Left, Qt::AltModifier);
    QTest::keyRelease(item, Qt::Key_Alt);
    CHECK(window.menuBar()->maximumHeight() == 0);
    QTest::keyPress(item, Qt::Key_Alt);
    QTest::keyRelease(item, Qt::Key_Alt);
    CHECK(eventually([&] { return window.menuBar()->height() > 0; }));
}

TEST_CASE_METHOD(Fixture, "the menu bar goes away with Esc and when the work goes on elsewhere")
{
    auto* item = window.rail().item(QStringLiteral("today"));
    const auto bar = [&] { return window.menuBar()->maximumHeight() > 0; };
    item->setFocus();
    window.commands().toggleMenuBar();
    REQUIRE(bar());
    QTest::keyClick(window.menuBar(), Qt::Key_Escape);
    CHECK_FALSE(bar());
    CHECK(item->hasFocus());
    window.commands().toggleMenuBar();
    REQUIRE(bar());
    if (QWidget* menu = QApplication::activePopupWidget())
        menu->close();
    CHECK(bar());
    window.current().firstFocus()->setFocus();
    CHECK_FALSE(bar());
}

TEST_CASE_METHOD(Fixture, "a place that the role may not see is neither on the rail nor behind a key")
{
    window.go(QStringLiteral("today"));
    window.setAllowed(QStringLiteral("people"), false);
    CHECK(window.rail().item(QStringLiteral("people"))->isHidden());
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(window.current().id() == QStringLiteral("today"));
    window.setAllowed(QStringLiteral("people"), true);
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(window.current().id() == QStringLiteral("people"));
}

TEST_CASE("a list returns to where it was left, once its rows have come")
{
    MemorySettings settings;
    QStringList lines;
    for (int i = 0; i < 200; ++i)
        lines.append(QString::number(i));
    const auto key = QStringLiteral("list/scroll");
    {
        QListWidget list;
        new ScrollMemory{list, settings, key};
        list.resize(200, 200);
        list.addItems(lines);
        list.show();
        list.verticalScrollBar()->setValue(120);
    }
    CHECK(settings.value(key, {}).toInt() == 120);
    QListWidget list;
    auto* memory = new ScrollMemory{list, settings, key};
    list.resize(200, 200);
    list.show();
    list.addItems(lines.mid(0, 50));
    list.addItems(lines.mid(50));
    CHECK(eventually([&] { return list.verticalScrollBar()->value() == 120; }));

    const auto loadAgain = [&] {
        list.clear();
        REQUIRE(eventually([&] { return list.verticalScrollBar()->maximum() == 0; }));
        list.addItems(lines);
        REQUIRE(eventually([&] { return list.verticalScrollBar()->maximum() > 0; }));
    };
    memory->hold();
    loadAgain();
    CHECK(list.verticalScrollBar()->value() == 120);
    memory->release();
    loadAgain();
    CHECK(list.verticalScrollBar()->value() == 0);
}

TEST_CASE("the window comes back as it was left, and its settings hold nobody's name")
{
    Theme theme;
    MemorySettings settings;
    bool mayLeave = true;
    {
        MainWindow window{theme, settings};
        window.addPage(std::make_unique<TestPage>(QStringLiteral("today"), mayLeave));
        window.go(QStringLiteral("today"));
        window.show();
        window.resize(1200, 777);
        window.close();
    }
    MainWindow again{theme, settings};
    CHECK(again.size() == QSize{1200, 777});
}

TEST_CASE_METHOD(Fixture, "counts and selection are said with the name of a place")
{
    window.rail().setCount(QStringLiteral("people"), 3);
    window.go(QStringLiteral("people"));
    CHECK(window.rail().item(QStringLiteral("people"))->accessibleName() ==
          QStringLiteral("People, 3 need you, selected"));
    CHECK(window.rail().item(QStringLiteral("today"))->accessibleName() == QStringLiteral("Today"));
}
