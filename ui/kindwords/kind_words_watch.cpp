#include "kindwords/kind_words_watch.h"

#include "async/desk.h"
#include "kindwords/kind_word_card.h"
#include "kindwords/line_words.h"
#include "kindwords/own_words.h"
#include "shell/settings_store.h"

#include <QApplication>
#include <QLineEdit>

namespace holdfast::ui {

KindWordsWatch::KindWordsWatch(const Theme& theme, Desk& desk, SettingsStore& settings, QWidget& window)
    : QObject{&window}, m_theme{theme}, m_desk{desk}, m_settings{settings}, m_window{window}
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { cameTo(now); });
    cameTo(QApplication::focusWidget());
}

KindWords* KindWordsWatch::of(const QWidget& editor)
{
    return editor.findChild<KindWords*>(QString{}, Qt::FindDirectChildrenOnly);
}

void KindWordsWatch::next()
{
    if (auto* card = m_window.findChild<KindWordCard*>(); card != nullptr && card->isVisible()) {
        emit card->nextRequested();
        return;
    }
    const QWidget* at = QApplication::focusWidget();
    if (KindWords* words = at != nullptr ? of(*at) : nullptr)
        words->goToNext();
    else if (LineWords* line = at != nullptr ? LineWords::of(*at) : nullptr)
        line->goToNext();
}

/// The list is read when the first editor is come to, not while the program starts.
template <class Words>
void KindWordsWatch::begin(Words& words)
{
    if (!m_asked)
        reload();
    else
        words.setMatcher(m_matcher);
}

void KindWordsWatch::cameTo(QWidget* widget)
{
    if (widget == nullptr || widget->window() != &m_window || of(*widget) != nullptr ||
        LineWords::of(*widget) != nullptr || widget->property(ownWordsProperty).toBool())
        return;
    if (auto* field = qobject_cast<QLineEdit*>(widget); field != nullptr && LineWords::isFor(*field))
        return begin(*new LineWords{m_theme, *field});
    KindWords* made = nullptr;
    if (auto* plain = qobject_cast<QPlainTextEdit*>(widget); plain != nullptr && !plain->isReadOnly())
        made = new KindWords{m_theme, *plain};
    else if (auto* rich = qobject_cast<QTextEdit*>(widget); rich != nullptr && !rich->isReadOnly())
        made = new KindWords{m_theme, *rich};
    if (made != nullptr)
        begin(*made);
}

void KindWordsWatch::reload()
{
    m_asked = true;
    if (!m_settings.value(kindWordsSetting, true).toBool() || !m_desk.may(app::Action::viewWordList))
        return hand({});
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.kindWords.inUse(session); },
        [this](const Result<std::vector<KindWord>>& words) {
            if (words)
                hand(std::make_shared<const KindWordMatcher>(*words));
        });
}

void KindWordsWatch::hand(Matcher matcher)
{
    m_matcher = std::move(matcher);
    for (KindWords* each : m_window.findChildren<KindWords*>())
        each->setMatcher(m_matcher);
    for (LineWords* each : m_window.findChildren<LineWords*>())
        each->setMatcher(m_matcher);
}

}  // namespace holdfast::ui
