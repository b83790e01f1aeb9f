// Need chips (pills) and state tags (4 px corners): one painted look, as a widget and for delegates.
#pragma once

#include "theme/tokens.h"

#include <QWidget>

#include <array>

namespace holdfast::ui {

class Theme;

/// Always a shape, an icon and a word; the colour only helps.
struct TagLook {
    enum class Shape : std::uint8_t { need, state };
    enum class Density : std::uint8_t { normal, compact, tiny };  ///< 22, 18 (service badge), 17 (Today) high

    Shape shape = Shape::state;
    Density density = Density::normal;
    Role role = Role::neutral;
    bool solid = false;
    QString icon;  ///< may be empty for neutral chips ("she/her")
    QString text;
    QString detail;  ///< medium weight after the text: "MH *Trauma*"
};

enum class TagState : std::uint8_t { held, waiting, accepted, bounced, overdue, crisis, done, asked };

TagLook needLook(Lane lane, const QString& detail = {});
TagLook jointLook(const QString& detail = {});
TagLook neutralLook(const QString& text);
/// `text` replaces the state's own word: "Accepted 9 Jun".
TagLook stateLook(TagState state, const QString& text = {});

QSize tagSize(const Theme& theme, const TagLook& look);
void paintTag(QPainter& painter, const Theme& theme, const TagLook& look, const QRectF& rect);

class Tag final : public QWidget {
    Q_OBJECT

public:
    Tag(const Theme& theme, TagLook look, QWidget* parent = nullptr);

    void setLook(TagLook look);
    const TagLook& look() const { return m_look; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TagLook m_look;
};

/// On Today: a fixed-width "MH" pill and the condition in plain text beside it.
class NeedCell final : public QWidget {
    Q_OBJECT

public:
    NeedCell(const Theme& theme, QString mentalHealth, QString substanceUse, QWidget* parent = nullptr);

    void setInOneLine(bool oneLine);  ///< narrow windows: both needs side by side
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QString& detail(Lane lane) const { return m_detail[static_cast<std::size_t>(lane)]; }
    int pillWidth() const;
    int width(Lane lane) const;

    const Theme& m_theme;
    std::array<QString, 2> m_detail;
    bool m_oneLine = false;
};

}  // namespace holdfast::ui
