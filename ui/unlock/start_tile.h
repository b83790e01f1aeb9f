// One of the ways to begin: picture above, title and a line of detail below, a radio mark in the corner.
#pragma once

#include <QAbstractButton>

namespace holdfast::ui {

class Theme;

class StartTile final : public QAbstractButton {
    Q_OBJECT

public:
    StartTile(const Theme& theme, const QString& title, QString icon, QString detail, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF detailRoom(int width) const;

    const Theme& m_theme;
    QString m_icon;
    QString m_detail;
};

}  // namespace holdfast::ui
