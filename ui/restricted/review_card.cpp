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

namespace holdfast::ui {
namespace {

constexpr int reviewWidth = 560;
constexpr std::size_t mostReviews = 5;  // the next ones follow when these are done

}  // namespace

ReviewCard::ReviewCard(const Theme& theme, Desk& desk, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("reviewCard"));
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
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

void ReviewCard::show(const std::vector<app::EmergencyLine>& lines)
{
    delete m_content;
    m_content = new QWidget;
    auto* column = new QVBoxLayout{m_content};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(8));
    column->addWidget(new RunLabel{
        m_theme,
        Type::body,
        {{tr("%n emergency opening(s) to review", nullptr, static_cast<int>(lines.size())), Color::ink, 600}}});
    m_column->addWidget(m_content);
    for (std::size_t i = 0; i < std::min(lines.size(), mostReviews); ++i)
        addLine(lines[i]);
    setVisible(!lines.empty());
}

void ReviewCard::addLine(const app::EmergencyLine& line)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    row->addWidget(new RunLabel{m_theme,
                                Type::dense,
                                {{openedWords(line, m_desk.clock().now()) + QStringLiteral(". "), Color::ink},
                                 {text(line.emergency.reason), Color::ink2}}},
                   1);
    auto* button = new Button{m_theme, tr("Review"), ButtonKind::secondary};
    button->setObjectName(QStringLiteral("reviewButton"));
    button->setAccessibleName(tr("Review: %1").arg(openedWords(line, m_desk.clock().now())));
    button->setEnabled(!line.mine);
    if (line.mine)
        button->setToolTip(tr("Another supervisor reviews what you opened"));
    connect(button, &Button::clicked, this, [this, line] { review(line); });
    row->addWidget(button, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(m_content->layout())->addLayout(row);
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
