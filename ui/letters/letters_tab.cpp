#include "letters/letters_tab.h"

#include "letters/letter_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int kilobyte = 1000;

TagLook stateOf(const app::LetterLine& line, Instant now)
{
    if (!line.draft.empty())
        return stateLook(TagState::asked, LettersTab::tr("Draft"));
    if (line.sent.empty())
        return stateLook(TagState::waiting, LettersTab::tr("Final, not sent"));
    return stateLook(TagState::done,
                     LettersTab::tr("Sent %1").arg(shortDayWords(londonDate(line.sent.back().at), londonDate(now))));
}

QString detailOf(const app::LetterLine& line, Instant now)
{
    QStringList parts;
    if (line.variant != letters::Variant::standard)
        parts << words(line.variant);
    const QString when = recordedWords(line.at, now);
    parts << (line.draft.empty() ? LettersTab::tr("made final %1 by %2") : LettersTab::tr("saved %1 by %2"))
                 .arg(when, text(line.worker));
    if (!line.sent.empty()) {
        parts << words(line.sent.back().method);
        if (!line.sent.back().address.empty())
            parts << text(line.sent.back().address).replace(QLatin1Char('\n'), QStringLiteral(", "));
    }
    QString joined = parts.join(QStringLiteral(" · "));
    joined[0] = joined[0].toUpper();
    return joined;
}

/// A row of a card: icon, two lines of text, something at the end.
WorkRow* rowOf(const Theme& theme, const QString& icon, const QString& title, const QString& detail, QWidget* end)
{
    auto* row = new WorkRow{theme};
    auto* across = new QHBoxLayout{row};
    across->setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(8));
    across->setSpacing(theme.px(12));
    across->addWidget(new IconLabel{theme, icon, Color::ink2, 18}, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme.px(2));
    auto* strong = strongLabel(title, Type::dense);
    strong->setWordWrap(true);
    texts->addWidget(strong);
    if (!detail.isEmpty())
        texts->addWidget(new RunLabel{theme, Type::small, {{detail, Color::ink2, 400}}});
    across->addLayout(texts, 1);
    if (end != nullptr)
        across->addWidget(end, 0, Qt::AlignVCenter);
    row->setAccessibleName(detail.isEmpty() ? title : QStringLiteral("%1. %2").arg(title, detail));
    return row;
}

QVBoxLayout* cardIn(QVBoxLayout& column, const Theme& theme, const QString& title, const QString& name)
{
    column.addWidget(strongLabel(title, Type::h2));
    auto* card = new Card{theme};
    card->setObjectName(name);
    auto* rows = new QVBoxLayout{card};
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    column.addWidget(card);
    return rows;
}

QString sizeWords(std::int64_t bytes)
{
    const auto kilobytes = (bytes + kilobyte - 1) / kilobyte;
    return kilobytes < kilobyte ? LettersTab::tr("%1 kB").arg(kilobytes)
                                : LettersTab::tr("%1 MB").arg(double(kilobytes) / kilobyte, 0, 'f', 1);
}

}  // namespace

LettersTab::LettersTab(const Theme& theme, QWidget* parent) : QScrollArea{parent}, m_theme{theme}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Letters"));
}

void LettersTab::show(const app::LetterList& list, Instant now, bool mayWrite)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    const int side = m_theme.size(Size::pagePadding);
    column->setContentsMargins(side, m_theme.px(16), side, m_theme.px(16));
    column->setSpacing(m_theme.px(12));
    addStatus(*column, list);
    if (mayWrite)
        addOffers(*column, list, now);
    addLines(*column, list, now);
    addPapers(*column, list, now);
    column->addStretch();
    setWidget(page);
}

void LettersTab::addStatus(QVBoxLayout& column, const app::LetterList& list)
{
    if (list.statusLine.empty())
        return;
    auto* card = new Card{m_theme};
    card->setRole(Role::joint, Card::Spine::left, true);
    card->setObjectName(QStringLiteral("statusLine"));
    auto* across = new QHBoxLayout{card};
    across->setContentsMargins(m_theme.px(16), m_theme.px(10), m_theme.px(12), m_theme.px(10));
    across->setSpacing(m_theme.px(12));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(m_theme.px(2));
    texts->addWidget(strongLabel(tr("In plain words, for the person"), Type::small, Color::ink2));
    texts->addWidget(new RunLabel{m_theme, Type::body, {{text(list.statusLine), Color::ink, 400}}});
    across->addLayout(texts, 1);
    auto* copy = new Button{m_theme, tr("Copy"), ButtonKind::secondary, QStringLiteral("text"), ButtonSize::small};
    copy->setAccessibleName(tr("Copy the plain words"));
    connect(copy, &QPushButton::clicked, this, [this, line = text(list.statusLine)] { emit statusCopied(line); });
    across->addWidget(copy, 0, Qt::AlignTop);
    column.addWidget(card);
}

void LettersTab::addOffers(QVBoxLayout& column, const app::LetterList& list, Instant now)
{
    auto* rows = cardIn(column, m_theme, tr("Ready to write"), QStringLiteral("letterOffers"));
    for (const app::LetterOffer& offer : list.offers) {
        const bool asked = !offer.why.empty();
        auto* write = new Button{m_theme, tr("Write"), asked ? ButtonKind::primary : ButtonKind::secondary,
                                 QStringLiteral("letter"), ButtonSize::small};
        const QString title = letterTitle(offer.request.kind, text(offer.recipientName));
        write->setAccessibleName(tr("Write: %1").arg(title));
        auto* row = rowOf(m_theme, QStringLiteral("letter"), title, offerWords(offer, now), write);
        row->setFirst(rows->count() == 0);
        connect(write, &QPushButton::clicked, row, &WorkRow::activated);
        connect(row, &WorkRow::activated, this, [this, request = offer.request] { emit offerChosen(request); });
        rows->addWidget(row);
    }
    auto* another =
        new Button{m_theme, tr("Another letter"), ButtonKind::quiet, QStringLiteral("plus"), ButtonSize::small};
    another->setObjectName(QStringLiteral("anotherLetter"));
    connect(another, &QPushButton::clicked, this, &LettersTab::newLetterRequested);
    column.addWidget(another, 0, Qt::AlignLeft);
}

void LettersTab::addLines(QVBoxLayout& column, const app::LetterList& list, Instant now)
{
    if (list.lines.empty())
        return;
    auto* rows = cardIn(column, m_theme, tr("Letters"), QStringLiteral("letterLines"));
    for (const app::LetterLine& line : list.lines) {
        auto* row = rowOf(m_theme, QStringLiteral("letter"), letterTitle(line.kind, text(line.recipientName)),
                          detailOf(line, now), new Tag{m_theme, stateOf(line, now)});
        row->setFirst(rows->count() == 0);
        connect(row, &WorkRow::activated, this, [this, draft = text(line.draft), id = text(line.document.text())] {
            draft.isEmpty() ? emit documentActivated(id) : emit draftActivated(draft);
        });
        rows->addWidget(row);
    }
}

void LettersTab::addPapers(QVBoxLayout& column, const app::LetterList& list, Instant now)
{
    if (list.attachments.empty())
        return;
    auto* rows = cardIn(column, m_theme, tr("What services sent"), QStringLiteral("letterPapers"));
    for (const KeptDocument& paper : list.attachments) {
        const QString name = paper.name.empty() ? tr("Attachment") : text(paper.name);
        auto* row =
            rowOf(m_theme, QStringLiteral("folder"), name,
                  tr("%1 · attached %2").arg(sizeWords(paper.size), recordedWords(paper.createdAt, now)), nullptr);
        row->setFirst(rows->count() == 0);
        connect(row, &WorkRow::activated, this, [this, id = text(paper.id.text())] { emit paperActivated(id); });
        rows->addWidget(row);
    }
}

}  // namespace holdfast::ui
