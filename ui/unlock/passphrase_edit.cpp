#include "unlock/passphrase_edit.h"

#include "theme/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace holdfast::ui {

PassphraseEdit::PassphraseEdit(const Theme& theme, const QString& name, QWidget* parent)
    : QLineEdit{parent}, m_theme{theme}
{
    setAccessibleName(name);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setMaxLength(1024);
    m_eye = addAction(QIcon{}, QLineEdit::TrailingPosition);
    connect(m_eye, &QAction::triggered, this, [this] {
        setEchoMode(echoMode() == QLineEdit::Password ? QLineEdit::Normal : QLineEdit::Password);
        showIcon();
    });
    showIcon();
}

void PassphraseEdit::showIcon()
{
    const bool hidden = echoMode() == QLineEdit::Password;
    m_eye->setIcon(m_theme.icon(hidden ? QStringLiteral("eye") : QStringLiteral("eyeoff")));
    m_eye->setText(hidden ? tr("Show what is typed") : tr("Hide what is typed"));
}

std::string PassphraseEdit::take()
{
    std::string typed = text().toStdString();
    clear();
    return typed;
}

void PassphraseEdit::keyPressEvent(QKeyEvent* event)
{
    const QString typed = event->text();
    if (typed.size() == 1 && typed.at(0).isLetter() && typed.at(0).toLower() != typed.at(0).toUpper()) {
        const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
        emit capsLockSeen(typed.at(0).isUpper() != shift);
    }
    QLineEdit::keyPressEvent(event);
}

void PassphraseEdit::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();  // its menu could copy the secret to the clipboard
}

}  // namespace holdfast::ui
