#include "drafts/kept_line.h"

#include "drafts/kept_words.h"
#include "widgets/text.h"

namespace holdfast::ui {

KeptLine::KeptLine(QWidget* parent) : QLabel{parent}
{
    setObjectName(QStringLiteral("keptLine"));
    setTextFormat(Qt::PlainText);
    setProperty("type", QStringLiteral("small"));
    setWordWrap(true);
    setTone(this, Color::ink3);
    setAccessibleName(tr("Nothing typed yet"));
}

void KeptLine::follow(Keeping& keeping)
{
    if (m_keeping)
        disconnect(m_keeping, nullptr, this, nullptr);
    m_keeping = &keeping;
    connect(&keeping, &Keeping::keptChanged, this, [this, &keeping] { say(keeping); });
    say(keeping);
}

void KeptLine::say(const Keeping& keeping)
{
    const QString words = keptWords(keeping);
    if (words == text())
        return;
    const Kept kept = keeping.whereKept();
    const bool isTrouble = kept == Kept::here || kept == Kept::nowhere || kept == Kept::overtaken;
    setText(words);
    setAccessibleName(words.isEmpty() ? tr("Nothing typed yet") : words);
    setTone(this, isTrouble ? Color::late : Color::ink3);
}

}  // namespace holdfast::ui
