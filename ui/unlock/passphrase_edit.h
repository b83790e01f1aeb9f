// A line for a secret: an eye to see it, no undo, nothing remembered, and a word when Caps Lock may be on.
#pragma once

#include <QLineEdit>

namespace holdfast::ui {

class Theme;

class PassphraseEdit final : public QLineEdit {
    Q_OBJECT

public:
    PassphraseEdit(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// The text as UTF-8; the editor is emptied.
    std::string take();

signals:
    /// A letter came in capitals without Shift, or the other way round.
    void capsLockSeen(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showIcon();

    const Theme& m_theme;
    QAction* m_eye;
};

}  // namespace holdfast::ui
