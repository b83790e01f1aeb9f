// The dark rail at the left: where one can go, and how many things wait there.
#pragma once

#include <QButtonGroup>
#include <QHash>
#include <QToolButton>
#include <QWidget>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

/// Icon over label, count badge, bar when selected; painted, since QSS cannot.
class RailItem final : public QToolButton {
    Q_OBJECT

public:
    RailItem(const Theme& theme, const QString& title, QString icon, QWidget* parent = nullptr);

    void setCount(int count);
    void setNarrow(bool narrow);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshName();
    void paintCount(QPainter& painter) const;

    const Theme& m_theme;
    QString m_icon;
    int m_count = 0;
    bool m_narrow = false;
};

class NavRail final : public QWidget {
    Q_OBJECT

public:
    explicit NavRail(const Theme& theme, QWidget* parent = nullptr);

    void addItem(const QString& id, const QString& title, const QString& icon, bool atEnd);
    void select(const QString& id);  ///< empty: none
    void setCount(const QString& id, int count);
    void setNarrow(bool narrow);
    RailItem* item(const QString& id) const { return m_items.value(id); }

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void resizeToTheme();

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QVBoxLayout* m_top;
    QVBoxLayout* m_end;
    QButtonGroup m_group;
    QHash<QString, RailItem*> m_items;
    bool m_narrow = false;
};

}  // namespace holdfast::ui
