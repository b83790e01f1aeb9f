#include "drafts/draft_offer.h"

#include "async/desk.h"
#include "drafts/difference_sheet.h"
#include "drafts/kept_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {

DraftOffer::DraftOffer(const Theme& theme, Desk& desk, QWidget* parent) : QFrame{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("draftOffer"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(24), theme.px(10), theme.px(24), 0);
    column->setSpacing(theme.px(8));
    m_words = new Banner{theme, Banner::Kind::caution};
    m_words->setIconName(QStringLiteral("undo"));
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_keep = new Button{theme, tr("Keep it"), ButtonKind::primary};
    m_differs = new Button{theme, tr("See what differs")};
    m_discard = new Button{theme, tr("Discard it")};
    for (Button* button : {m_keep, m_differs, m_discard})
        row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    connect(m_differs, &QAbstractButton::clicked, this, &DraftOffer::showDifference);
    connect(m_keep, &QAbstractButton::clicked, this, &DraftOffer::keep);
    connect(m_discard, &QAbstractButton::clicked, this, &DraftOffer::discard);
    hide();
}

void DraftOffer::look(const PersonId& person, const std::string& kind)
{
    close();
    m_person = person;
    m_kind = kind;
    m_desk.ask(
        this,
        [person, kind](UseCases& use, const app::Session& session) {
            return use.drafts.recovered(session, person, kind);
        },
        [this, generation = m_generation](const Result<std::optional<app::Recovered>>& recovered) {
            if (generation == m_generation && recovered && *recovered)
                offer(**recovered);
        });
}

void DraftOffer::offer(const app::Recovered& recovered)
{
    m_recovered = recovered;
    const QString when = dayAndClockWords(recovered.what.at, m_desk.clock().now());
    if (recovered.what.overtaken) {
        m_words->setText(tr("A colleague saved first, and Holdfast stopped before you chose. "),
                         tr("Your own words of %1 are kept. The text below is theirs.").arg(when));
        m_keep->setText(tr("Put mine in"));
        m_discard->setText(tr("Leave theirs"));
    } else {
        m_words->setText(tr("You were cut off here: %1. ").arg(when),
                         tr("What you had typed until then is below. Nothing of it was signed or sent."));
        m_keep->setText(tr("Keep it"));
        m_discard->setText(tr("Discard it"));
    }
    show();
}

void DraftOffer::close()
{
    ++m_generation;
    m_recovered.reset();
    hide();
}

void DraftOffer::typedOn()
{
    if (m_recovered && !m_recovered->what.overtaken)
        close();
}

void DraftOffer::showDifference()
{
    const bool theirs = m_recovered->what.overtaken;
    const QString legend =
        theirs ? tr("Struck through: only in your colleague's text. Underlined: only in yours. Both are kept under "
                    "Earlier versions.")
               : tr("Struck through: stood there before. Underlined: what you typed before you were cut off.");
    auto* sheet =
        new DifferenceSheet{m_theme, tr("What differs"), legend, m_recovered->before, m_recovered->now, *window()};
    sheet->addChoice(m_discard->text(), false, [this] { discard(); });
    sheet->addChoice(m_keep->text(), true, [this] { keep(); });
    sheet->open();
}

void DraftOffer::keep()
{
    if (!m_recovered)
        return;
    m_desk.ask(
        this,
        [person = m_person, kind = m_kind](UseCases& use, const app::Session& session) {
            return use.drafts.keepRecovered(session, person, kind);
        },
        [this, overtaken = m_recovered->what.overtaken](const Result<Done>& done) {
            if (!done)
                return emit failed(words(done.error()));
            close();
            if (overtaken)
                emit draftChanged();
            emit settled();
        });
}

void DraftOffer::discard()
{
    if (!m_recovered)
        return;
    m_desk.ask(
        this,
        [person = m_person, kind = m_kind](UseCases& use, const app::Session& session) {
            return use.drafts.discardRecovered(session, person, kind);
        },
        [this](const Result<Done>& done) {
            if (!done)
                return emit failed(words(done.error()));
            close();
            emit draftChanged();
            emit settled();
        });
}

}  // namespace holdfast::ui
