#include "timeline/timeline_pane.h"

#include "async/desk.h"
#include "letters/letter_output.h"
#include "theme/theme.h"
#include "timeline/timeline_paper.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {

TimelinePane::TimelinePane(const Theme& theme, Desk& desk, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_desk{desk},
      m_sum{new RunLabel{theme, Type::dense}},
      m_chart{new CaseChart{theme}},
      m_words{plainLabel({}, Type::dense)},
      m_empty{new EmptyState{theme, QStringLiteral("calendar"), tr("Nothing has been recorded yet"),
                             tr("Start with the joint assessment.")}}
{
    auto* column = new QVBoxLayout{this};
    const int padding = theme.size(Size::pagePadding);
    column->setContentsMargins(padding, theme.px(12), padding, theme.px(12));
    column->setSpacing(theme.px(8));
    column->addWidget(buildHead());
    column->addWidget(m_sum);
    column->addWidget(m_chart, 1);
    column->addWidget(m_words);
    column->addWidget(m_empty, 1, Qt::AlignHCenter);
    m_words->setWordWrap(true);
    connect(m_chart, &CaseChart::currentChanged, this, &TimelinePane::explain);
    connect(m_chart, &CaseChart::windowChanged, this, &TimelinePane::follow);
    connect(m_chart, &CaseChart::eventActivated, this, &TimelinePane::eventActivated);
}

QWidget* TimelinePane::buildHead()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    row->setSpacing(m_theme.px(8));
    const auto add = [&](const QString& words, const QString& icon, auto work) {
        auto* button = new Button{m_theme, words, ButtonKind::secondary, icon, ButtonSize::small};
        connect(button, &QPushButton::clicked, this, work);
        row->addWidget(button);
        return button;
    };
    m_nearer = add(tr("Nearer"), QStringLiteral("plus"), [this] { m_chart->zoomIn(); });
    m_further = add(tr("Further"), QStringLiteral("minus"), [this] { m_chart->zoomOut(); });
    m_whole = add(tr("Whole case"), QStringLiteral("calendar"), [this] { m_chart->showWhole(); });
    row->addStretch(1);
    m_print = add(tr("Print"), QStringLiteral("letter"), [this] { print(false); });
    m_save = add(tr("Save PDF"), QStringLiteral("download"), [this] { print(true); });
    return box;
}

void TimelinePane::show(const CaseLens& lens)
{
    const bool same = m_person == lens.file.person.id;
    m_person = lens.file.person.id;
    const PersonHeaderView head = headerOf(lens);
    m_heading = tr("%1, NHS number %2").arg(head.name, head.nhsNumber);
    m_chart->setPicture(casePictureOf(lens), same);
    const bool empty = m_chart->picture().isEmpty();
    m_sum->setText(m_chart->picture().summary(), Color::ink2);
    m_empty->setVisible(empty);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_sum, m_chart, m_words, m_nearer, m_further, m_whole, m_print, m_save})
        part->setVisible(!empty);
    explain();
    follow();
}

void TimelinePane::explain()
{
    const QStringList words = m_chart->currentWords();
    m_words->setText(words.isEmpty()
                         ? tr("Arrow keys walk through what happened; plus and minus go nearer and further; "
                              "Ctrl and an arrow go along; Enter opens the entry.")
                         : words.join(QLatin1Char{'\n'}));
}

void TimelinePane::follow()
{
    const bool whole = m_chart->isWhole();
    m_further->setEnabled(!whole);
    m_whole->setEnabled(!whole);
}

void TimelinePane::print(bool toFile)
{
    m_desk.ask(
        this,
        [person = m_person](UseCases& use, const app::Session& session) {
            return use.documents.takenOut(session, person, "timeline");
        },
        [this, toFile](const Result<Done>& allowed) {
            if (!allowed)
                return emit failed(words(allowed.error()));
            const QByteArray pdf = timelinePdf(m_chart->picture(), m_chart->window(), m_heading, m_desk.clock().now());
            if (!toFile)
                return printPdf(*window(), pdf, [this](int pages) {
                    if (pages > 0)
                        emit done(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*window(), m_desk, QStringLiteral("timeline.pdf"), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit done(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
