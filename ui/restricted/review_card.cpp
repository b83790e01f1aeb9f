#include "restricted/review_card.h"

#include "async/desk.h"
#include "restricted/restricted_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int reviewWidth = 560;

}  // namespace

ReviewCard::ReviewCard(const Theme& theme, Desk& desk, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("reviewCard"));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    row->setSpacing(theme.px(16));
    m_text = new RunLabel{theme, Type::body};
    row->addWidget(m_text, 1);
    m_review = new Button{theme, tr("Review"), ButtonKind::secondary, QStringLiteral("eye")};
    m_review->setObjectName(QStringLiteral("reviewButton"));
    row->addWidget(m_review, 0, Qt::AlignTop);
    connect(m_review, &Button::clicked, this, [this] {
        if (m_next)
            review(*m_next);
    });
    hide();
}

void ReviewCard::refresh()
{
    if (!m_desk.may(app::Action::reviewEmergencies))
        return hide();
    using Lines = Result<std::vector<app::EmergencyLine>>;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.restrictions.emergencies(session, true); },
        [this](const Lines& lines) {
            if (lines)
                show(*lines);
        });
}

/// One line, whatever waits: the page is for the audit. The oldest that somebody else opened comes first.
void ReviewCard::show(const std::vector<app::EmergencyLine>& lines)
{
    const auto next = std::find_if(lines.rbegin(), lines.rend(), [](const auto& line) { return !line.mine; });
    m_next = next == lines.rend() ? std::nullopt : std::optional{*next};
    QList<TextRun> runs{
        {tr("%n emergency opening(s) to review. ", nullptr, static_cast<int>(lines.size())), Color::ink, 600}};
    if (m_next)
        runs.append({openedWords(*m_next, m_desk.clock().now()) + QLatin1Char('.'), Color::ink2});
    else
        runs.append({tr("You opened them yourself: another supervisor reviews them."), Color::ink2});
    m_text->setRuns(runs);
    m_review->setVisible(m_next.has_value());
    setVisible(!lines.empty());
}

void ReviewCard::review(const app::EmergencyLine& line)
{
    auto* sheet = new DialogSheet{m_theme, tr("Review an emergency opening"), reviewWidth, *window()};
    sheet->setObjectName(QStringLiteral("reviewSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    QVBoxLayout* column = sheet->addColumn(12);
    column->addWidget(new RunLabel{m_theme,
                                   Type::dense,
                                   {{openedWords(line, m_desk.clock().now()) + QStringLiteral(". "), Color::ink, 600},
                                    {text(line.emergency.reason), Color::ink2}}});
    auto* note = new GrowingText{m_theme, tr("What you found"), 3, 6};
    note->setObjectName(QStringLiteral("reviewNote"));
    auto* field = new FieldBox{m_theme, tr("What you found"), note,
                               tr("Whether it was needed, and what follows. It stays as it is.")};
    column->addWidget(field);
    connect(note, &QPlainTextEdit::textChanged, sheet, [sheet] { sheet->setUnsaved(true); });
    sheet->footer()->addStretch(1);
    sheet->addCancel(tr("Cancel"));
    Button* done = sheet->addPrimary(tr("Mark as reviewed"), QStringLiteral("check"));
    done->setObjectName(QStringLiteral("reviewDone"));
    connect(done, &Button::clicked, this,
            [this, sheet, note, field, id = line.emergency.id, command = m_desk.newCommand()] {
                m_desk.ask(
                    sheet,
                    [id, words = note->toPlainText().trimmed().toStdString(), command](UseCases& use,
                                                                                       const app::Session& session) {
                        return use.restrictions.review(session, id, words, command);
                    },
                    [this, sheet, field](const Result<Done>& reviewedNow) {
                        if (!reviewedNow)
                            return field->setError(reviewedNow.error().where == "note"
                                                       ? tr("Write what you found, in a sentence")
                                                       : restrictionWords(reviewedNow.error()));
                        sheet->setUnsaved(false);
                        sheet->accept();
                        emit reviewed(tr("Reviewed."));
                    });
            });
    sheet->open();
}

}  // namespace holdfast::ui
