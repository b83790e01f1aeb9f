#include "referrals/referrals_page.h"

#include "async/desk.h"
#include "referrals/referral_model.h"
#include "shell/case_filters.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/segmented_control.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QAction>
#include <QButtonGroup>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

using app::ReferralFilter;

constexpr int searchDelayMs = 120;

struct FilterWord {
    ReferralFilter filter;
    const char* word;
    const char* icon;
};

// Shown in this order; `accepted` last, since nothing has to be done there.
constexpr std::array filterWords{
    FilterWord{ReferralFilter::all, QT_TRANSLATE_NOOP("ReferralsPage", "All"), ""},
    FilterWord{ReferralFilter::sent, QT_TRANSLATE_NOOP("ReferralsPage", "Sent"), "out"},
    FilterWord{ReferralFilter::silent, QT_TRANSLATE_NOOP("ReferralsPage", "No reply"), "clock"},
    FilterWord{ReferralFilter::refused, QT_TRANSLATE_NOOP("ReferralsPage", "Refused"), "bounce"},
    FilterWord{ReferralFilter::due, QT_TRANSLATE_NOOP("ReferralsPage", "Due now"), "timer"},
    FilterWord{ReferralFilter::accepted, QT_TRANSLATE_NOOP("ReferralsPage", "Accepted"), "ok"},
};

}  // namespace

ReferralsPage::ReferralsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("referralsPage"));
    m_open = new QAction{tr("&Open person"), this};
    connect(m_open, &QAction::triggered, this, [this] {
        if (const auto* chosen = selected())
            emit personRequested(chosen->person);
    });
    m_logReply = new QAction{tr("&Log a reply"), this};
    m_logReply->setShortcut(QKeySequence{QStringLiteral("Ctrl+R")});
    connect(m_logReply, &QAction::triggered, this, [this] {
        if (const auto* row = selected())
            emit replyRequested(row->person, row->need);
    });

    auto* column = pageColumn(theme, this);
    column->addWidget(buildHead());
    column->addWidget(buildFilters());
    m_problem = retryBanner(theme, this, &ReferralsPage::refresh);
    column->addWidget(m_problem);
    buildTable();
    column->addWidget(new TableCard{m_theme, *m_table}, 1);
    column->addWidget(m_empty);
    column->addStretch(0);

    restoreFilters();
    refreshSelection();
}

QWidget* ReferralsPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Referrals")};
    m_summary = &head->summary();
    head->addButton(*m_open, tr("Open person"), ButtonKind::secondary, QStringLiteral("user"));
    head->addButton(*m_logReply, tr("Log a reply"), ButtonKind::primary, QStringLiteral("edit"));
    return head;
}

QWidget* ReferralsPage::buildFilters()
{
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), filters};

    auto* group = new QButtonGroup{this};
    group->setExclusive(true);
    for (const FilterWord& each : filterWords) {
        auto* chip = new ToggleChip{m_theme, tr(each.word), QString::fromLatin1(each.icon)};
        chip->setCheckable(true);
        chip->setObjectName(QStringLiteral("filter%1").arg(static_cast<int>(each.filter)));
        group->addButton(chip, static_cast<int>(each.filter));
        m_chips.append(chip);
        flow->addWidget(chip);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_query.filter = static_cast<ReferralFilter>(id);
        rememberFilters();
        refresh();
    });

    m_need = new NeedFilter{m_theme, tr("Both")};
    connect(m_need, &NeedFilter::chosen, this, [this] {
        m_query.need = m_need->need();
        rememberFilters();
        refresh();
    });
    flow->addWidget(m_need);

    m_service = new ServiceFilter{m_theme};
    connect(m_service, &ServiceFilter::serviceChosen, this, [this] {
        m_query.service = m_service->service();
        rememberFilters();
        refresh();
    });
    flow->addWidget(m_service);

    m_scope = new SegmentedControl{m_theme, tr("Whose referrals"), {tr("Mine"), tr("My team"), tr("Everyone")}};
    connect(m_scope, &SegmentedControl::chosen, this, [this](int index) {
        m_query.scope = static_cast<app::Scope>(index);
        rememberFilters();
        refresh();
    });
    flow->addWidget(m_scope);

    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("referralSearchEdit"));
    m_search->setPlaceholderText(tr("Start of a name"));
    m_search->setAccessibleName(tr("Find a referral by the person's name"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(80);
    keepWidth(*m_search, m_theme, 200);
    m_searchDelay = new QTimer{this};
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, [this] {
        m_query.text = m_search->text().toStdString();
        m_scroll->release();
        refresh();
    });
    flow->addWidget(m_search);
    return filters;
}

void ReferralsPage::buildTable()
{
    const auto fetch = [this](const std::string& after, const ReferralModel::Receive& receive) {
        app::ReferralQuery query = m_query;
        query.after = after;
        m_desk.ask(
            this,
            [query](UseCases& use, const app::Session& session) { return use.worklist.referrals(session, query); },
            receive);
    };
    m_model = new ReferralModel{fetch, [this] { return m_desk.clock().now(); }, this};
    connect(m_model, &ReferralModel::arrived, this, &ReferralsPage::take);
    connect(m_model, &ReferralModel::failed, this, &ReferralsPage::explain);

    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("referralTable"));
    m_table->setAccessibleName(tr("Referrals"));
    m_table->setModel(m_model);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    m_table->setItemDelegateForColumn(ReferralModel::State, new TagDelegate{m_theme, m_table});
    using M = ReferralModel;
    new TableColumns{*m_table,
                     m_theme,
                     {{M::Person, 170},
                      {M::Need, 84},
                      {M::Service, 218, 900},
                      {M::State, 140, 700},
                      {M::Sent, 116, 1220},
                      {M::Next, 0},
                      {M::By, 136},
                      {M::Holder, 140, 760}}};
    m_scroll = new ScrollMemory{*m_table, m_settings, QStringLiteral("referrals/scroll")};
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReferralsPage::refreshSelection);
    connect(m_table, &QTableView::activated, this, [this] {
        if (const auto* row = selected())
            emit personRequested(row->person);
    });

    m_empty = new EmptyState{m_theme, QStringLiteral("referrals"), {}, {}, tr("Show every referral")};
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_query = {};
        m_search->clear();
        m_need->restore(0);
        rememberFilters();
        restoreFilters();
        refresh();
    });
}

void ReferralsPage::restoreFilters()
{
    const int filter = m_settings.value(QStringLiteral("referrals/filter"), 0).toInt();
    m_query.filter = static_cast<ReferralFilter>(std::clamp(filter, 0, static_cast<int>(filterWords.size()) - 1));
    for (std::size_t i = 0; i < filterWords.size(); ++i)
        m_chips[static_cast<qsizetype>(i)]->setChecked(filterWords[i].filter == m_query.filter);

    m_need->restore(m_settings.value(QStringLiteral("referrals/need"), 0).toInt());
    m_query.need = m_need->need();

    const auto service = m_settings.value(QStringLiteral("referrals/service"), QString{}).toString().toStdString();
    m_query.service = service.empty() || !ServiceId::fits(service) ? std::nullopt : std::optional{ServiceId{service}};
    m_service->choose(m_query.service);

    const int scope = std::clamp(m_settings.value(QStringLiteral("referrals/scope"), 2).toInt(), 0, 2);
    m_query.scope = static_cast<app::Scope>(scope);
    m_scope->setCurrent(scope);
}

void ReferralsPage::rememberFilters()
{
    m_settings.setValue(QStringLiteral("referrals/filter"), static_cast<int>(m_query.filter));
    m_scroll->release();
    m_settings.setValue(QStringLiteral("referrals/need"), m_need->current());
    m_settings.setValue(QStringLiteral("referrals/service"),
                        m_query.service ? text(m_query.service->text()) : QString{});
    m_settings.setValue(QStringLiteral("referrals/scope"), static_cast<int>(m_query.scope));
}

void ReferralsPage::refresh()
{
    m_problem->hide();
    m_service->load(m_desk, false);
    m_scroll->hold();
    if (const auto* row = selected())
        m_wanted = {row->person, row->need};
    m_model->reload();
}

void ReferralsPage::count()
{
    m_desk.ask(
        this,
        [query = m_query](UseCases& use, const app::Session& session) {
            return use.worklist.referralTotals(session, query);
        },
        [this](const Result<std::vector<int>>& totals) {
            if (totals)
                tellSilent(*totals);
        });
}

void ReferralsPage::tellSilent(const std::vector<int>& totals)
{
    constexpr auto silent = static_cast<std::size_t>(ReferralFilter::silent);
    emit countChanged(silent < totals.size() ? totals[silent] : 0);
}

void ReferralsPage::take(const app::ReferralPage& page)
{
    const bool none = m_model->rowCount() == 0;
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    const bool filtered =
        m_query.filter != ReferralFilter::all || m_query.need || m_query.service || !m_query.text.empty();
    m_empty->setWords(filtered ? tr("No referral matches these filters") : tr("No referrals yet"),
                      filtered ? tr("Others are only hidden. Show every referral to see them.")
                               : tr("A joint assessment ends with one referral to both services."));

    const auto total = [&](ReferralFilter filter) {
        const auto at = static_cast<std::size_t>(filter);
        return at < page.totals.size() ? page.totals[at] : 0;
    };
    for (std::size_t i = 0; i < filterWords.size(); ++i)
        m_chips[static_cast<qsizetype>(i)]->setDetail(QString::number(total(filterWords[i].filter)));
    m_summary->setRuns({{counted(total(ReferralFilter::all), tr("%1 referral: "), tr("%1 referrals: ")), Color::ink2},
                        {tr("%1 without a reply").arg(total(ReferralFilter::silent)), Color::late, 600},
                        {tr(", "), Color::ink2},
                        {tr("%1 refused").arg(total(ReferralFilter::refused)), Color::bounce, 600},
                        {tr(". Each stays until the other service has said yes."), Color::ink2}});
    tellSilent(page.totals);

    if (const int row = m_model->rowOf(m_wanted.first, m_wanted.second); row >= 0 && !selected())
        m_table->selectRow(row);
    refreshSelection();
}

void ReferralsPage::explain(const Error& error)
{
    m_problem->setText(words(error));
    m_problem->show();
}

const app::ReferralRow* ReferralsPage::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->rowAt(rows.first().row());
}

void ReferralsPage::refreshSelection()
{
    const bool any = selected() != nullptr;
    m_open->setEnabled(any);
    m_logReply->setEnabled(any && m_desk.may(app::Action::recordResponse));
}

QList<QWidget*> ReferralsPage::regions()
{
    return {m_table};
}

QWidget* ReferralsPage::firstFocus()
{
    return m_table;
}

}  // namespace holdfast::ui
