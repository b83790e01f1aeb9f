#include "theme/style.h"
#include "theme/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace holdfast::ui;

namespace {

/// WCAG 2: how much lighter the lighter of two colours is.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](float channel) {
            const double c = static_cast<double>(channel);
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

TEST_CASE("every text colour is readable on every ground of both schemes")
{
    Theme theme;
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        theme.setScheme(scheme);
        for (const Color ground : {Color::surface, Color::canvas, Color::sunken, Color::hover}) {
            for (const Color text : {Color::ink, Color::ink2, Color::ink3, Color::mh, Color::da, Color::joint,
                                     Color::ok, Color::wait, Color::bounce, Color::late}) {
                INFO(static_cast<int>(scheme) << ' ' << static_cast<int>(text) << ' ' << static_cast<int>(ground));
                CHECK(contrast(theme.color(text), theme.color(ground)) >= 4.5);
            }
            CHECK(contrast(theme.color(Color::focus), theme.color(ground)) >= 3);
        }
        for (const Role role : {Role::mh, Role::da, Role::joint, Role::ok, Role::wait, Role::bounce, Role::late})
            CHECK(contrast(theme.text(role), theme.tint(role)) >= 4.5);
    }
}

TEST_CASE("the stylesheet has no token left and scales every length but borders")
{
    Theme theme;
    const QString normal = theme.styleSheet();
    CHECK_FALSE(normal.mid(normal.indexOf(QStringLiteral("*/"))).contains(u'@'));
    CHECK_FALSE(normal.mid(normal.indexOf(QStringLiteral("*/"))).contains(QStringLiteral("dp;")));
    CHECK(normal.contains(QStringLiteral("font-size: 24px")));
    theme.setTextSize(200);
    const QString large = theme.styleSheet();
    CHECK(large.contains(QStringLiteral("font-size: 48px")));
    CHECK(large.contains(QStringLiteral("border: 1px solid")));
    CHECK(theme.size(Size::button) == 64);
}

TEST_CASE("text size goes up and down its four steps and takes the nearest of them")
{
    Theme theme;
    QSignalSpy changed{&theme, &Theme::themeChanged};
    theme.smallerText();
    CHECK(theme.textSize() == 100);
    CHECK(changed.count() == 0);
    theme.biggerText();
    CHECK(theme.textSize() == 125);
    theme.biggerText();
    theme.biggerText();
    theme.biggerText();
    CHECK(theme.textSize() == 200);
    CHECK(changed.count() == 3);
    theme.smallerText();
    CHECK(theme.textSize() == 150);
    theme.setTextSize(117);
    CHECK(theme.textSize() == 125);
}

TEST_CASE("the bundled font is the one that is used")
{
    const Theme theme;
    CHECK(QFontInfo{theme.font(Type::body)}.family() == QStringLiteral("Inter"));
    CHECK(QFontInfo{theme.font(Type::dense, 600)}.weight() == 600);
}

TEST_CASE("the focus ring follows the keyboard, and the mouse only into fields")
{
    Theme theme;
    theme.applyTo(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    FocusRing* ring = theme.findChild<FocusRing*>();
    REQUIRE(ring);
    QWidget window;
    QVBoxLayout column{&window};
    QPushButton button{QStringLiteral("Save")};
    QLineEdit field;
    column.addWidget(&button);
    column.addWidget(&field);
    window.show();
    QApplication::setActiveWindow(&window);

    button.setFocus(Qt::TabFocusReason);
    CHECK(ring->target() == &button);
    field.setFocus(Qt::MouseFocusReason);
    CHECK(ring->target() == &field);
    button.setFocus(Qt::MouseFocusReason);
    CHECK(ring->target() == nullptr);
    button.clearFocus();
    button.setProperty(ownFocusProperty, true);
    button.setFocus(Qt::TabFocusReason);
    CHECK(ring->target() == nullptr);
    QApplication::setStyle(QStringLiteral("Fusion"));  // the style must not outlive its theme
    qApp->setStyleSheet({});
}
