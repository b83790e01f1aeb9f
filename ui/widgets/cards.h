// Surfaces: the plain card, the row of a worklist, and rows that flow.
#pragma once

#include "theme/tokens.h"

#include <QFrame>
#include <QLayout>

namespace holdfast::ui {

class Theme;

/// White, 1 px line, round corners. With a role it takes that tint and line; with a spine, a 4 px bar on one edge.
class Card : public QFrame {
    Q_OBJECT

public:
    enum class Spine : std::uint8_t { none, left, right };

    explicit Card(const Theme& theme, QWidget* parent = nullptr);
    void setRole(Role role, Spine spine = Spine::none, bool tinted = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Role m_role = Role::neutral;
    Spine m_spine = Spine::none;
    bool m_tinted = false;
};

/// Base of a row in a list of work: hover, focus, Up and Down between siblings, Enter or click opens it.
class WorkRow : public QFrame {
    Q_OBJECT

public:
    explicit WorkRow(const Theme& theme, QWidget* parent = nullptr);
    void setFirst(bool first);  ///< the first row of a card has no line above

signals:
    void activated();

protected:
    const Theme& theme() const { return m_theme; }
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void step(int by);

    const Theme& m_theme;
    bool m_first = false;
};

/// Left to right, then on to the next line.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(int horizontalGap = 8, int verticalGap = 8, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;

    QList<QLayoutItem*> m_items;
    int m_horizontalGap;
    int m_verticalGap;
};

/// Deletes every widget and item of a layout; for lists that are built again.
void clearLayout(QLayout& layout);

}  // namespace holdfast::ui
