#include "today/today_page.h"

#include "async/desk.h"
#include "circle/circle_words.h"
#include "person/case_actions.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "today/side_cards.h"
#include "today/today_row.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/page_scroll.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int rowsAtOnce = 200;
constexpr int refreshEvery = 60'000;  ///< milliseconds: "in 48 min" must not go stale

const QString scopeKey = QStringLiteral("today/scope");
const QString sortKey = QStringLiteral("today/sort");

QString keyOf(const app::WorkItem& item)
{
    QString key = text(item.person.text()) + QLatin1Char('/') + text(item.action.what) + QLatin1Char('/') +
                  text(nameOf(item.action.need));
    if (item.review)
        key += QLatin1Char('/') + text(consentSheetName(item.review->with, item.review->carer));
    return key;
}

}  // namespace

TodayPage::TodayPage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_desk{desk}, m_settings{settings}, m_actions{actions}
{
    setObjectName(QStringLiteral("canvas"));
    m_query.scope = static_cast<app::Scope>(std::clamp(settings.value(scopeKey, 0).toInt(), 0, 2));
    m_query.sort = static_cast<app::WorkSort>(std::clamp(settings.value(sortKey, 0).toInt(), 0, 2));
    m_query.limit = rowsAtOnce;

    m_outer = new QVBoxLayout{this};
    m_outer->setSpacing(0);
    buildHeader();
    m_trouble = retryBanner(theme, this, &TodayPage::refresh);

    m_scroll = bareScrollArea();
    auto* content = new QWidget;
    m_content = new QVBoxLayout{content};
    m_content->setSpacing(0);
    m_scroll->setWidget(content);
    new ScrollMemory{*m_scroll, settings, QStringLiteral("today/scroll")};
    m_side = bareScrollArea();

    m_outer->addWidget(m_header);
    m_banners = new QVBoxLayout;
    m_banners->addWidget(m_trouble);
    m_notice = new Banner{theme, Banner::Kind::caution};
    m_notice->setObjectName(QStringLiteral("todayNotice"));
    m_notice->setAction(tr("Backups"));
    m_notice->hide();
    connect(m_notice, &Banner::actionTriggered, this, &TodayPage::backupsRequested);
    m_banners->addWidget(m_notice);
    m_outer->addLayout(m_banners);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.px(24));
    columns->addWidget(m_scroll, 1);
    columns->addWidget(m_side);
    m_outer->addLayout(columns, 1);

    connect(&theme, &Theme::themeChanged, this, [this] { arrange(); });
    connect(&m_minute, &QTimer::timeout, this, &TodayPage::refresh);
    m_minute.setInterval(refreshEvery);
    arrange();
}

TodayPage::~TodayPage() = default;

void TodayPage::buildHeader()
{
    m_header = new QWidget;
    m_headerRow = new QBoxLayout{QBoxLayout::LeftToRight, m_header};
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_titles = new QVBoxLayout;
    m_titles->setSpacing(m_theme.px(2));
    m_titles->addWidget(plainLabel(title(), Type::h1));
    m_summary = new RunLabel{m_theme, Type::body};
    m_summary->setObjectName(QStringLiteral("todaySummary"));
    m_titles->addWidget(m_summary);
    m_headerRow->addLayout(m_titles, 1);

    auto* controls = new QHBoxLayout;
    controls->setSpacing(m_theme.px(12));
    m_scope = new SegmentedControl{m_theme, tr("Whose work"), {tr("Mine"), tr("My team"), tr("Everyone")}};
    m_scope->setCurrent(static_cast<int>(m_query.scope));
    m_sort = new FilterButton{m_theme, {}};
    m_sort->setIconName(QStringLiteral("sort"));
    m_sort->setChoices({tr("Most urgent first"), tr("By name"), tr("Soonest first")});
    m_sort->setCurrent(static_cast<int>(m_query.sort));
    m_sort->setAccessibleName(tr("Sort: %1").arg(m_sort->value()));
    controls->addWidget(m_scope);
    controls->addWidget(m_sort);
    controls->addStretch();
    m_headerRow->addLayout(controls);
    m_headerRow->setAlignment(controls, Qt::AlignBottom);

    connect(m_scope, &SegmentedControl::chosen, this, [this](int index) {
        m_query.scope = static_cast<app::Scope>(index);
        m_query.limit = rowsAtOnce;
        m_settings.setValue(scopeKey, index);
        refresh();
    });
    connect(m_sort, &FilterButton::chosen, this, [this](int index) {
        m_query.sort = static_cast<app::WorkSort>(index);
        m_settings.setValue(sortKey, index);
        m_sort->setAccessibleName(tr("Sort: %1").arg(m_sort->value()));
        refresh();
    });
}

void TodayPage::refresh()
{
    m_minute.start();
    load();
    askCutOff();
    askHandovers();
    // After what is known has been shown: on the first look of a day, time alone has moved many cases on.
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.worklist.sweep(session); },
        [this](const Result<int>& changed) {
            if (!changed)
                explain(changed.error());
            else if (*changed > 0)
                load();
        });
}

void TodayPage::load()
{
    m_desk.ask(
        this,
        [query = m_query](UseCases& use, const app::Session& session) { return use.worklist.today(session, query); },
        [this, query = m_query](const Result<app::Today>& today) {
            if (query != m_query)
                return;  // asked before a filter was changed; answers to the same question come in order
            if (!today)
                return explain(today.error());
            m_trouble->hide();
            show(*today);
            askUnread();
            askOwed();
        });
}

void TodayPage::show(const app::Today& today)
{
    m_today = today;
    render();
    emit countChanged(today.total);
}

WindowClass TodayPage::windowClass() const
{
    return windowClassFor(window()->width(), m_theme.u());
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (windowClass() != m_class)
        arrange();
}

void TodayPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

void TodayPage::arrange()
{
    m_class = windowClass();
    const bool narrow = m_class == WindowClass::narrow;
    const int side = narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    m_outer->setContentsMargins(side, narrow ? 0 : m_theme.px(20), 0, 0);
    m_header->setContentsMargins(0, narrow ? m_theme.px(12) : 0, side, m_theme.px(narrow ? 8 : 12));
    m_banners->setContentsMargins(0, m_theme.px(narrow ? 12 : 0), side, m_theme.px(narrow ? 4 : 12));
    m_banners->setSpacing(m_theme.px(8));
    m_headerRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_headerRow->setSpacing(m_theme.px(narrow ? 8 : 16));
    // In a narrow window everything scrolls together; otherwise title and filters stay.
    if (narrow)
        m_content->insertWidget(0, m_header);
    else
        m_outer->insertWidget(0, m_header);
    const bool hasSide = m_class == WindowClass::normal || m_class == WindowClass::wide;
    m_side->setVisible(hasSide);
    m_side->setFixedWidth(m_theme.px(m_class == WindowClass::wide ? 320 : 252) + side);
    m_content->setContentsMargins(0, 0, hasSide ? 0 : side, m_theme.px(16));
    if (m_today)
        render();
}

QString TodayPage::focusedKey() const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->hasFocus() || m_rows[i]->button()->hasFocus())
            return m_keys[i];
    return {};
}

void TodayPage::render()
{
    const QString focused = focusedKey();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    renderSummary();
    m_rows.clear();
    m_keys.clear();
    delete m_list;
    m_list = new QWidget;
    auto* list = new QVBoxLayout{m_list};
    list->setContentsMargins({});
    list->setSpacing(m_theme.px(8));
    for (std::size_t i = 0; i < m_today->groupTotals.size(); ++i)
        addGroup(static_cast<app::WorkGroup>(i), *list);
    if (m_rows.isEmpty())
        addEmptyState(*list);
    const int shown = static_cast<int>(m_today->items.size());
    if (shown < m_today->total) {
        auto* more = new Button{m_theme, tr("Show more: %1 of %2 shown").arg(shown).arg(m_today->total)};
        more->setObjectName(QStringLiteral("showMore"));
        connect(more, &QPushButton::clicked, this, [this] {
            m_query.limit += rowsAtOnce;
            refresh();
        });
        list->addWidget(more, 0, Qt::AlignHCenter);
    }
    list->addStretch();
    m_content->addWidget(m_list, 1);
    addSide();

    m_list->show();
    m_content->activate();
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (const auto row = m_keys.indexOf(focused); !focused.isEmpty() && row >= 0)
        m_rows[row]->setFocus();
}

void TodayPage::renderSummary()
{
    const app::Today& today = *m_today;
    const QString day = longDayWords(londonDate(today.now));
    QString need = m_query.scope == app::Scope::mine   ? tr("%1. %2 things need you").arg(day).arg(today.total)
                   : m_query.scope == app::Scope::team ? tr("%1. %2 things need your team").arg(day).arg(today.total)
                                                       : tr("%1. %2 things need somebody").arg(day).arg(today.total);
    if (today.total == 1)
        need = tr("%1. 1 thing needs doing").arg(day);
    if (today.total == 0)
        need = tr("%1. Nothing is due").arg(day);
    QList<TextRun> runs;
    for (const auto group : {app::WorkGroup::crisis, app::WorkGroup::overdueReplies, app::WorkGroup::bounces}) {
        const auto index = static_cast<std::size_t>(group);
        const int total = index < today.groupTotals.size() ? today.groupTotals[index] : 0;
        if (total == 0)
            continue;
        runs << TextRun{runs.isEmpty() ? QStringLiteral(": ") : QStringLiteral(", "), Color::ink2, 400};
        runs << TextRun{countWords(group, total), group == app::WorkGroup::bounces ? Color::bounce : Color::late, 600};
    }
    runs.prepend(TextRun{need, Color::ink2, 400});
    runs << TextRun{QStringLiteral("."), Color::ink2, 400};
    m_summary->setRuns(runs);

    delete m_heldLine;
    m_heldLine = nullptr;
    if (m_class == WindowClass::small) {
        m_heldLine = heldLine(m_theme, today.held, m_query.scope);
        m_titles->addWidget(m_heldLine);
    }
}

void TodayPage::addGroup(app::WorkGroup group, QVBoxLayout& list)
{
    const int total = m_today->groupTotals[static_cast<std::size_t>(group)];
    const bool any = std::any_of(m_today->items.begin(), m_today->items.end(),
                                 [&](const auto& item) { return item.group == group; });
    if (!any)
        return;
    const GroupView view = viewOf(group, total);
    const bool narrow = m_class == WindowClass::narrow;
    auto* gutter = new QWidget;
    auto* labels = new QGridLayout{gutter};
    labels->setContentsMargins(0, narrow ? m_theme.px(2) : m_theme.px(13), m_theme.px(12), 0);
    labels->setHorizontalSpacing(m_theme.px(8));
    labels->setVerticalSpacing(0);
    const Qt::Alignment line = narrow ? Qt::AlignVCenter : Qt::AlignTop;
    labels->addWidget(new IconLabel{m_theme, view.icon, view.tone, 20}, 0, 0, line);
    auto* name = strongLabel(view.title, Type::dense);
    name->setWordWrap(!narrow);
    labels->addWidget(name, 0, 1, line);
    labels->addWidget(plainLabel(view.count, Type::small, Color::ink3), narrow ? 0 : 1, narrow ? 2 : 1, line);
    labels->setColumnStretch(narrow ? 2 : 1, 1);
    labels->setRowStretch(2, 1);

    auto* card = new Card{m_theme};
    card->setAccessibleName(QStringLiteral("%1, %2").arg(view.title, view.count));
    if (group == app::WorkGroup::crisis)
        card->setRole(Role::late, Card::Spine::left);
    auto* rows = new QVBoxLayout{card};
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (const auto& item : m_today->items) {
        if (item.group != group)
            continue;
        auto* row =
            new TodayRow{m_theme, viewOf(item, m_today->now, m_desk.days(), m_desk.session().worker.id), m_class};
        row->setFirst(rows->count() == 0);
        connect(row, &WorkRow::activated, this, [this, person = item.person] { emit personRequested(person); });
        connect(row, &TodayRow::actionRequested, this, [this, item] { act(item); });
        connect(row, &TodayRow::whyRequested, this,
                [this, item] { m_actions.why(item.person, whyOfAction(item.action, text(item.serviceName))); });
        rows->addWidget(row);
        m_rows << row;
        m_keys << keyOf(item);
    }

    auto* across = new QBoxLayout{narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight};
    across->setSpacing(narrow ? m_theme.px(6) : 0);
    if (!narrow)
        gutter->setFixedWidth(m_theme.px(m_class == WindowClass::wide ? 144 : 120));
    across->addWidget(gutter, 0, narrow ? Qt::Alignment{} : Qt::AlignTop);
    across->addWidget(card, 1);
    list.addLayout(across);
}

void TodayPage::addEmptyState(QVBoxLayout& list)
{
    const int held = m_today->held.people;
    const QString detail = held == 1 ? tr("1 person is held.") : tr("%1 people are held.").arg(held);
    auto* empty = new EmptyState{m_theme, QStringLiteral("checkin"), tr("Nothing needs you right now"), detail,
                                 tr("See who you hold")};
    connect(empty, &EmptyState::actionTriggered, this, &TodayPage::heldRequested);
    list.addWidget(empty);
}

void TodayPage::act(const app::WorkItem& item)
{
    if (!item.line.empty())
        return m_actions.markLine(item.person, item.line, true);
    if (item.review)
        return m_actions.openCircle(item.person, item.review->assessment
                                                     ? "carer/" + item.review->carer.str()
                                                     : consentSheetName(item.review->with, item.review->carer));
    m_actions.perform(item.person, item.action.what, needOf(item.action.need), item.action.about);
}

QList<QWidget*> TodayPage::regions()
{
    return {m_rows.isEmpty() ? static_cast<QWidget*>(m_scope) : m_rows.front(), m_side};
}

QWidget* TodayPage::firstFocus()
{
    return m_rows.isEmpty() ? nullptr : m_rows.front();
}

}  // namespace holdfast::ui
