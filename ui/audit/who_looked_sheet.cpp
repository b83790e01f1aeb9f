#include "audit/who_looked_sheet.h"

#include "async/desk.h"
#include "audit/audit_paper.h"
#include "letters/letter_output.h"
#include "print/letter_paper.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 760;
constexpr std::size_t mostShown = 100;  // all of them go on paper

}  // namespace

WhoLookedSheet::WhoLookedSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window)
    : DialogSheet{theme, tr("Who has looked at this record"), sheetWidth, window}, m_desk{desk}, m_window{window}
{
    setObjectName(QStringLiteral("whoLookedSheet"));
    setSubtitle(text(displayName(person)));
    m_column = addColumn(8);
    m_summary = new RunLabel{theme, Type::dense, {{tr("Looking it up ..."), Color::ink2}}};
    m_column->addWidget(m_summary);
    footer()->addStretch(1);
    connect(addCancel(tr("Close")), &Button::clicked, this, &WhoLookedSheet::reject);
    m_save = addSecondary(tr("Save as a PDF"));
    m_print = addPrimary(tr("Print"), QStringLiteral("letter"));
    m_save->setEnabled(false);
    m_print->setEnabled(false);
    connect(m_save, &Button::clicked, this, [this] { takeOut(true); });
    connect(m_print, &Button::clicked, this, [this] { takeOut(false); });
    desk.ask(
        this,
        [id = person.id](UseCases& use, const app::Session& session) -> Result<Ready> {
            auto answer = use.auditLog.whoLooked(session, id);
            if (!answer)
                return std::move(answer).error();
            auto head = use.letters.letterhead(session);
            if (!head)
                return std::move(head).error();
            return Ready{*std::move(answer), *std::move(head)};
        },
        [this](const Result<Ready>& ready) { show(ready); });
}

void WhoLookedSheet::show(const Result<Ready>& ready)
{
    if (!ready) {
        auto* problem = new Banner{theme(), Banner::Kind::stop};
        problem->setText(words(ready.error()));
        m_column->insertWidget(0, problem);
        m_summary->hide();
        return;
    }
    m_ready = *ready;
    const auto& lines = m_ready->answer.lines;
    m_summary->setRuns(
        {{counted(static_cast<int>(lines.size()), tr("One line."), tr("%1 lines, newest first.")), Color::ink, 600},
         {tr(" Read it through before you hand it over. If the name of a worker could put somebody in "
             "danger, speak with your supervisor first."),
          Color::ink2}});
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme().px(16));
    grid->setVerticalSpacing(theme().px(6));
    grid->setColumnStretch(3, 1);
    for (std::size_t i = 0; i < std::min(lines.size(), mostShown); ++i) {
        const app::LookedLine& line = lines[i];
        const int row = static_cast<int>(i);
        grid->addWidget(plainLabel(birthDateWords(line.day), Type::dense, Color::ink2), row, 0, Qt::AlignTop);
        grid->addWidget(strongLabel(whoWords(line), Type::dense), row, 1, Qt::AlignTop);
        auto* role = new RunLabel{theme(), Type::dense, {{roleWords(line), Color::ink2}}};
        grid->addWidget(role, row, 2, Qt::AlignTop);
        grid->addWidget(new RunLabel{theme(), Type::dense, {{lookedWords(line), Color::ink}}}, row, 3, Qt::AlignTop);
    }
    grid->setColumnStretch(2, 1);
    m_column->addLayout(grid);
    if (lines.size() > mostShown)
        m_column->addWidget(new RunLabel{theme(), Type::dense, {{tr("The older lines are on paper."), Color::ink2}}});
    m_save->setEnabled(true);
    m_print->setEnabled(true);
}

void WhoLookedSheet::takeOut(bool toFile)
{
    const QByteArray pdf = pdfOf(whoLookedDocument(m_ready->answer, m_desk.clock().now()), m_ready->head);
    if (!toFile)
        return printPdf(m_window, pdf, [this](int pages) {
            if (pages > 0)
                emit said(printedWords(pages));
            else
                emit failed(tr("The printer could not begin. Save a PDF and print that."));
        });
    saveFile(m_window, m_desk, QStringLiteral("who-has-looked.pdf"), pdf, [this](const QString& wrong) {
        if (wrong.isEmpty())
            emit said(tr("Saved. It is for the person: give it to nobody else."));
        else
            emit failed(wrong);
    });
}

}  // namespace holdfast::ui
