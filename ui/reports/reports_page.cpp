#include "reports/reports_page.h"

#include "async/desk.h"
#include "report/bounce_document.h"
#include "reports/bounce_view.h"
#include "reports/cases_view.h"
#include "reports/export_sheet.h"
#include "reports/measure_sheet.h"
#include "reports/measures_view.h"
#include "reports/pictures_view.h"
#include "reports/report_filters.h"
#include "reports/report_words.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/page_scroll.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

const auto partSetting = QStringLiteral("reports/part");
const auto reportPlace = QStringLiteral("report");
constexpr int mostPlaces = 200;  ///< of lists that Back remembers

}  // namespace

ReportsPage::ReportsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent},
      m_desk{desk},
      m_theme{theme},
      m_settings{settings},
      m_export{new QAction{tr("&Export"), this}},
      m_print{new QAction{tr("&Print"), this}}
{
    setObjectName(QStringLiteral("reportsPage"));
    m_export->setShortcut(QKeySequence{QStringLiteral("Ctrl+E")});
    connect(m_export, &QAction::triggered, this, [this] { openExport(false); });
    m_print->setShortcut(QKeySequence{QStringLiteral("Ctrl+P")});
    connect(m_print, &QAction::triggered, this, [this] { openExport(true); });
    m_stack = new QStackedLayout{this};
    m_stack->addWidget(buildReport());
    m_cases = new CasesView{desk, theme};
    connect(m_cases, &CasesView::backRequested, this, &ReportsPage::backRequested);
    connect(m_cases, &CasesView::personRequested, this, &ReportsPage::personRequested);
    m_stack->addWidget(m_cases);
}

ReportsPage::~ReportsPage() = default;

QWidget* ReportsPage::buildReport()
{
    auto* scroll = bareScrollArea();
    scroll->setObjectName(QStringLiteral("reportsScroll"));
    auto* content = new QWidget;
    scroll->setWidget(content);
    auto* column = pageColumn(m_theme, content);
    column->addWidget(buildHead());
    m_filters = new ReportFilters{m_desk, m_theme, m_settings};
    connect(m_filters, &ReportFilters::changed, this, &ReportsPage::refresh);
    column->addWidget(m_filters);
    m_parts =
        new SegmentedControl{m_theme, tr("Part of the report"), {tr("Overview"), tr("Every measure"), tr("Pictures")}};
    m_parts->setObjectName(QStringLiteral("reportParts"));
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    m_problem = retryBanner(m_theme, this, &ReportsPage::refresh);
    column->addWidget(m_problem);
    buildParts();
    for (QWidget* part :
         {static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_measures), static_cast<QWidget*>(m_pictures)})
        column->addWidget(part);
    column->addStretch(1);
    m_scroll = new ScrollMemory{*scroll, m_settings, QStringLiteral("reports/scroll")};
    const int part = std::clamp(m_settings.value(partSetting, 0).toInt(), 0, 2);
    m_parts->setCurrent(part);
    showPart(static_cast<Part>(part));
    connect(m_parts, &SegmentedControl::chosen, this, [this](int index) {
        m_scroll->release();
        showPart(static_cast<Part>(index));
    });
    return scroll;
}

QWidget* ReportsPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Referral bounces")};
    m_summary = &head->summary();
    m_summary->setText(tr("Exact figures, for use inside the services."), Color::ink2);
    auto* print = head->addButton(*m_print, tr("Print"), ButtonKind::secondary, QStringLiteral("letter"));
    print->setObjectName(QStringLiteral("printButton"));
    auto* button = head->addButton(*m_export, tr("Export"), ButtonKind::primary, QStringLiteral("download"));
    button->setObjectName(QStringLiteral("exportButton"));
    return head;
}

void ReportsPage::buildParts()
{
    m_overview = new BounceView{m_theme};
    connect(m_overview, &BounceView::casesRequested, this, &ReportsPage::showCases);
    connect(m_overview, &BounceView::aboutRequested, this, &ReportsPage::showAbout);
    connect(m_overview, &BounceView::peopleRequested, this, &ReportsPage::peopleRequested);
    connect(m_overview, &BounceView::picturesRequested, this, [this] { showPart(Part::pictures); });
    connect(m_overview, &BounceView::clearRequested, m_filters, &ReportFilters::clear);
    m_measures = new MeasuresView{m_theme};
    connect(m_measures, &MeasuresView::measureActivated, this, &ReportsPage::showAbout);
    connect(m_measures, &MeasuresView::skillActivated, this, [this](const QString& skill, const QString& title) {
        report::CaseAsked asked = askedOf("bounces.all");
        asked.skill = skill.toStdString();
        showCases(asked, title);
    });
    m_pictures = new PicturesView{m_theme};
    connect(m_pictures, &PicturesView::casesRequested, this, &ReportsPage::showCases);
    connect(m_pictures, &PicturesView::saveRequested, this,
            [this](const QString& picture) { openExport(false, picture); });
}

void ReportsPage::showPart(Part part)
{
    m_parts->setCurrent(static_cast<int>(part));
    m_settings.setValue(partSetting, static_cast<int>(part));
    const bool any = m_shown != nullptr;
    m_overview->setVisible(any && part == Part::overview);
    m_measures->setVisible(any && part == Part::measures);
    m_pictures->setVisible(any && part == Part::pictures);
}

void ReportsPage::refresh()
{
    const bool mayExport = m_desk.may(app::Action::exportReports);
    for (QAction* action : {m_export, m_print}) {
        action->setVisible(mayExport);
        action->setEnabled(mayExport);
    }
    if (m_place >= 0)
        return goTo(place());
    m_problem->hide();
    m_scroll->hold();
    m_desk.ask(
        this,
        [query = m_filters->query(),
         compare = m_filters->comparesPrevious()](UseCases& use, const app::Session& session) -> Result<Shown> {
            return use.reportViews.whole(session, query, compare).transform([](report::FullReport&& full) {
                Shown shown;
                shown.document = report::bounceDocument(full, report::exactFigures);
                shown.pictures = report::picturesOf(shown.document);
                shown.full = std::move(full);
                return shown;
            });
        },
        [this, asked = ++m_question](Result<Shown> shown) {
            if (asked != m_question)
                return;
            if (shown)
                showReport(std::move(shown).value());
            else
                explain(shown.error());
        });
    m_filters->load();
}

void ReportsPage::showReport(Shown shown)
{
    m_shown = std::make_unique<Shown>(std::move(shown));
    const report::Provenance& from = m_shown->full.from;
    const Date today = londonDate(m_desk.clock().now());
    m_summary->setRuns({{tr("Exact figures, for use inside the services. "), Color::ink2, 600},
                        {tr("Data to %1, %2; policy %3.")
                             .arg(shortDayWords(londonDate(from.at), today), timeWords(from.at), text(from.policy)),
                         Color::ink3}});
    m_overview->show(m_shown->full, m_shown->document, m_filters->isNarrowed());
    m_measures->show(m_shown->full, m_shown->document);
    m_pictures->show(m_shown->full.measures.query, m_shown->document, m_shown->pictures,
                     m_desk.may(app::Action::exportReports));
    showPart(static_cast<Part>(m_parts->current()));
}

void ReportsPage::explain(const Error& error)
{
    m_problem->setText(words(error));
    m_problem->show();
}

report::CaseAsked ReportsPage::askedOf(std::string_view measure) const
{
    report::CaseAsked asked;
    asked.query = m_shown->full.measures.query;
    asked.measure = measure;
    return asked;
}

void ReportsPage::showCases(const report::CaseAsked& asked, const QString& of)
{
    if (m_asked.size() >= mostPlaces)
        m_asked.clear();
    m_asked.push_back({asked, of});
    m_left = QApplication::focusWidget();
    emit placeRequested(QStringLiteral("cases/%1").arg(m_asked.size() - 1));
}

void ReportsPage::showAbout(const QString& id)
{
    const report::Measure* measure = report::measure(id.toStdString());
    if (measure == nullptr || !m_shown)
        return;
    const auto at = static_cast<std::size_t>(measure - report::measures().data());
    const report::FullReport& full = m_shown->full;
    const report::Dimension by = full.measures.query.by;
    MeasureSheet::Apart apart{words(by)};
    for (const report::MeasureGroup& group : full.measures.groups)
        apart.lines.push_back({group.key, keyWords(by, group.key, group.label), group.figures.at(at)});
    auto* sheet = new MeasureSheet{m_theme,
                                   *measure,
                                   full.measures.all.figures.at(at),
                                   full.before ? std::optional{full.before->all.figures.at(at)} : std::nullopt,
                                   std::move(apart),
                                   m_desk.may(app::Action::viewReportCases),
                                   *window()};
    connect(sheet, &MeasureSheet::casesRequested, this, [this, asked = askedOf(measure->id)](bool whole) mutable {
        asked.whole = whole;
        showCases(asked, {});
    });
    connect(sheet, &MeasureSheet::lineRequested, this,
            [this, by, asked = askedOf(measure->id)](const QString& key, const QString& label) mutable {
                asked.only = {by, key.toStdString()};
                showCases(asked, label);
            });
    sheet->open();
}

void ReportsPage::openExport(bool print, const QString& picture)
{
    ExportSheet::About about;
    about.query = m_filters->query();
    about.comparePrevious = m_filters->comparesPrevious();
    about.narrowed = m_filters->narrowedWords();
    about.print = print;
    about.picture = picture.toStdString();
    if (m_shown)
        for (const report::Picture& each : m_shown->pictures)
            about.pictures.emplace_back(each.id, text(each.title));
    auto* sheet = new ExportSheet{m_theme, m_desk, m_settings, std::move(about), *window()};
    connect(sheet, &ExportSheet::exported, this, &ReportsPage::done);
    sheet->open();
}

QString ReportsPage::place() const
{
    return m_place < 0 ? reportPlace : QStringLiteral("cases/%1").arg(m_place);
}

void ReportsPage::goTo(const QString& place)
{
    bool isNumber = false;
    const int number = place.section(u'/', 1).toInt(&isNumber);
    m_place = isNumber && number >= 0 && number < static_cast<int>(m_asked.size()) ? number : -1;
    m_stack->setCurrentIndex(m_place < 0 ? 0 : 1);
    if (m_place < 0)
        return;
    const Asked& asked = m_asked[static_cast<std::size_t>(m_place)];
    m_cases->show(asked.cases, asked.of);
}

QList<QWidget*> ReportsPage::regions()
{
    if (m_place >= 0)
        return {m_cases->firstFocus()};
    return {m_filters->first(), m_parts};
}

/// After a list of cases, the figure that it was opened from.
QWidget* ReportsPage::firstFocus()
{
    if (m_place >= 0)
        return m_cases->firstFocus();
    return m_left && isAncestorOf(m_left) && m_left->isVisibleTo(this) ? m_left.data() : m_filters->first();
}

}  // namespace holdfast::ui
