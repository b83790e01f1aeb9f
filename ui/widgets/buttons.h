// Buttons: verb first, one primary action in a row, panel or dialog. Looks are in the stylesheet.
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>

class QMenu;

namespace holdfast::ui {

class Theme;

enum class ButtonKind : std::uint8_t { primary, secondary, quiet, urgent, link };
enum class ButtonSize : std::uint8_t { normal, small, dialog };

class Button final : public QPushButton {
    Q_OBJECT

public:
    Button(const Theme& theme, const QString& text, ButtonKind kind = ButtonKind::secondary, QString icon = {},
           ButtonSize size = ButtonSize::normal, QWidget* parent = nullptr);

    void setIconName(const QString& icon);
    /// Shows an hourglass, keeps the width, and takes no clicks until it is done.
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// A chevron at the end: the button opens something.
    void setOpens(bool opens);
    /// As setOpens, with the menu.
    void setPopup(QMenu* menu);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    QColor inkNow() const;
    QFont inkFont() const;
    QString iconNow() const;
    int contentWidth() const;

    const Theme& m_theme;
    ButtonKind m_kind;
    ButtonSize m_size;
    QString m_icon;
    bool m_busy = false;
    bool m_opens = false;
};

/// "Age  **All adults** v": a filter that says its value in bold and opens a menu.
class FilterButton : public QAbstractButton {
    Q_OBJECT

public:
    FilterButton(const Theme& theme, QString caption, QWidget* parent = nullptr);

    void setChoices(const QStringList& choices);  ///< opens a menu of them; empty means the page handles clicked()
    void setIconName(const QString& icon);
    int current() const { return m_current; }
    void setCurrent(int index);
    void setValue(const QString& value);
    QString value() const { return m_value; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void openMenu();

    const Theme& m_theme;
    QString m_caption;
    QString m_icon;
    QString m_value;
    QStringList m_choices;
    int m_current = -1;
};

/// A pill that is on or off ("+ Travel", "All 38"); on shows a tick.
class ToggleChip final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Off : std::uint8_t { plain, plus };

    ToggleChip(const Theme& theme, const QString& text, QString icon = {}, Off off = Off::plain,
               QWidget* parent = nullptr);

    void setDetail(const QString& detail);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool showsDetail() const;
    QStringList iconsNow() const;

    const Theme& m_theme;
    QString m_icon;
    QString m_detail;
    Off m_off;
};

/// A card with a radio ring, an icon and one or two lines; put several in an exclusive QButtonGroup.
class ChoiceCard final : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceCard(const Theme& theme, const QString& title, QString icon = {}, QString detail = {},
               Role role = Role::joint, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    QString m_detail;
    Role m_role;
};

/// The picture of a key: "Ctrl K".
class KeyHint final : public QLabel {
    Q_OBJECT

public:
    explicit KeyHint(const QString& keys, QWidget* parent = nullptr);
};

}  // namespace holdfast::ui
