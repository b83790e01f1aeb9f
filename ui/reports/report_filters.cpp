#include "reports/report_filters.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "reports/days_sheet.h"
#include "reports/report_words.h"
#include "shell/case_filters.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/cards.h"
#include "words/codes.h"

#include <QCollator>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int usualPeriod = 4;  ///< twelve months up to today: what was just recorded is in it
constexpr int ownDays = -1;

QString key(const char* name)
{
    return QStringLiteral("reports/") + QLatin1String{name};
}

/// "SG1" before "SG14"; and before the districts of a post town all of them together, when there are several.
std::vector<std::pair<std::string, QString>> areaChoices(const std::vector<std::string>& areas)
{
    std::map<std::string, std::vector<std::string>> towns;
    for (const std::string& area : areas) {
        const auto letters = std::ranges::find_if(area, [](char c) { return c >= '0' && c <= '9'; });
        towns[std::string{area.begin(), letters}].push_back(area);
    }
    QCollator natural;
    natural.setNumericMode(true);
    std::vector<std::pair<std::string, QString>> choices;
    for (auto& [town, districts] : towns) {
        std::ranges::sort(districts, [&](const std::string& a, const std::string& b) {
            return natural.compare(text(a), text(b)) < 0;
        });
        if (districts.size() > 1 && !town.empty())
            choices.emplace_back(town, ReportFilters::tr("%1, all districts").arg(text(town)));
        for (const std::string& district : districts)
            choices.emplace_back(district, text(district));
    }
    return choices;
}

}  // namespace

void KeyFilter::setKeys(std::vector<std::pair<std::string, QString>> keys)
{
    m_keys = std::move(keys);
    showKeys();
    if (m_listening)
        return;
    m_listening = true;
    connect(this, &FilterButton::chosen, this, [this](int index) {
        m_key = index <= 0 ? std::string{} : m_keys.at(static_cast<std::size_t>(index) - 1).first;
        emit keyChosen();
    });
}

void KeyFilter::choose(const std::string& key)
{
    m_key = key;
    showKeys();
}

void KeyFilter::showKeys()
{
    QStringList names{tr("All")};
    int current = m_key.empty() ? 0 : -1;
    for (const auto& [key, name] : m_keys) {
        if (key == m_key)
            current = static_cast<int>(names.size());
        names.append(name);
    }
    setChoices(names);
    setCurrent(current);
    if (current < 0)
        setValue(ui::text(m_key));
}

ReportFilters::ReportFilters(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    build();
    restore();
}

void ReportFilters::build()
{
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), this};
    m_periodButton = new FilterButton{m_theme, tr("Period")};
    m_periodButton->setObjectName(QStringLiteral("reportPeriod"));
    m_periodButton->setIconName(QStringLiteral("calendar"));
    QStringList periods;
    for (const Period& period : usualPeriods(today()))
        periods.append(period.name);
    periods.append(tr("Choose days"));
    m_periodButton->setChoices(periods);
    connect(m_periodButton, &FilterButton::chosen, this, &ReportFilters::choosePeriod);
    flow->addWidget(m_periodButton);

    m_compare = new FilterButton{m_theme, tr("Compare with")};
    m_compare->setObjectName(QStringLiteral("reportCompare"));
    m_compare->setChoices({tr("nothing"), tr("the period before")});
    connect(m_compare, &FilterButton::chosen, this, &ReportFilters::choose);
    flow->addWidget(m_compare);

    m_service = new ServiceFilter{m_theme};
    m_service->setObjectName(QStringLiteral("reportService"));
    connect(m_service, &ServiceFilter::serviceChosen, this, &ReportFilters::choose);
    flow->addWidget(m_service);
    m_need = new NeedFilter{m_theme, tr("Any")};
    m_need->setObjectName(QStringLiteral("reportNeed"));
    connect(m_need, &NeedFilter::chosen, this, &ReportFilters::choose);
    flow->addWidget(m_need);

    const auto keyed = [&](const QString& caption, const QString& name) {
        auto* filter = new KeyFilter{m_theme, caption};
        filter->setObjectName(name);
        filter->setKeys({});
        connect(filter, &KeyFilter::keyChosen, this, &ReportFilters::choose);
        flow->addWidget(filter);
        return filter;
    };
    m_team = keyed(tr("Team"), QStringLiteral("reportTeam"));
    m_area = keyed(tr("Area"), QStringLiteral("reportArea"));
    m_age = keyed(tr("Age"), QStringLiteral("reportAge"));
    std::vector<std::pair<std::string, QString>> ages;
    for (std::size_t i = 0; i < Names<report::AgeBand>::list.size(); ++i)
        ages.emplace_back(Names<report::AgeBand>::list[i], words(static_cast<report::AgeBand>(i)));
    m_age->setKeys(std::move(ages));

    m_by = new FilterButton{m_theme, tr("Table by")};
    m_by->setObjectName(QStringLiteral("reportBy"));
    QStringList dimensions;
    for (std::size_t i = 0; i < Names<report::Dimension>::list.size(); ++i)
        dimensions.append(words(static_cast<report::Dimension>(i)));
    m_by->setChoices(dimensions);
    connect(m_by, &FilterButton::chosen, this, &ReportFilters::choose);
    flow->addWidget(m_by);

    m_clear = new Button{m_theme, tr("Clear filters"), ButtonKind::quiet, QStringLiteral("undo")};
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    connect(m_clear, &Button::clicked, this, &ReportFilters::clear);
    flow->addWidget(m_clear);
}

void ReportFilters::restore()
{
    const auto kept = [this](const char* name, const QVariant& otherwise) {
        return m_settings.value(key(name), otherwise);
    };
    const auto periods = usualPeriods(today());
    const int period = kept("period", usualPeriod).toInt();
    const auto from = parseDate(kept("from", QString{}).toString().toStdString());
    const auto to = parseDate(kept("to", QString{}).toString().toStdString());
    if (period == ownDays && from && to && *from <= *to) {
        usePeriod({{}, *from, *to});
    } else {
        const int usual = period >= 0 && period < static_cast<int>(periods.size()) ? period : usualPeriod;
        m_periodButton->setCurrent(usual);
        usePeriod(periods.at(static_cast<std::size_t>(usual)));
    }
    m_compare->setCurrent(kept("compare", 0).toInt() == 1 ? 1 : 0);
    m_need->restore(kept("need", 0).toInt());
    const auto service = kept("service", QString{}).toString().toStdString();
    m_service->choose(service.empty() || !ServiceId::fits(service) ? std::nullopt : std::optional{ServiceId{service}});
    m_team->choose(kept("team", QString{}).toString().toStdString());
    m_area->choose(kept("area", QString{}).toString().toStdString());
    const auto age = named<report::AgeBand>(kept("age", QString{}).toString().toStdString());
    m_age->choose(age ? std::string{holdfast::nameOf(*age)} : std::string{});
    const int last = static_cast<int>(Names<report::Dimension>::list.size()) - 1;
    m_by->setCurrent(std::clamp(kept("by", 0).toInt(), 0, last));
    m_query.by = static_cast<report::Dimension>(m_by->current());
    m_query.service = m_service->service();
    m_query.need = m_need->need();
    m_query.team = m_team->key();
    m_query.area = m_area->key();
    m_query.ageBand = age;
    showClear();
}

void ReportFilters::choose()
{
    m_query.by = static_cast<report::Dimension>(m_by->current());
    m_query.service = m_service->service();
    m_query.need = m_need->need();
    m_query.team = m_team->key();
    m_query.area = m_area->key();
    m_query.ageBand = named<report::AgeBand>(m_age->key());
    const auto keep = [this](const char* name, const QVariant& value) { m_settings.setValue(key(name), value); };
    keep("by", m_by->current());
    keep("compare", m_compare->current());
    keep("service", m_query.service ? text(m_query.service->text()) : QString{});
    keep("need", m_need->current());
    keep("team", text(m_query.team));
    keep("area", text(m_query.area));
    keep("age", text(m_age->key()));
    showClear();
    emit changed();
}

Date ReportFilters::today() const
{
    return londonDate(m_desk.clock().now());
}

void ReportFilters::usePeriod(const Period& period)
{
    m_period = period;
    m_query.from = period.from;
    m_query.to = period.to;
    m_periodButton->setValue(periodWords(period));
}

void ReportFilters::choosePeriod(int index)
{
    const auto periods = usualPeriods(today());
    if (index >= static_cast<int>(periods.size()))
        return chooseDays();
    usePeriod(periods.at(static_cast<std::size_t>(index)));
    m_settings.setValue(key("period"), index);
    emit changed();
}

void ReportFilters::chooseDays()
{
    auto* sheet = new DaysSheet{m_theme, m_period, today(), *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &DaysSheet::chosen, this, [this](const Period& period) {
        usePeriod(period);
        m_settings.setValue(key("period"), ownDays);
        m_settings.setValue(key("from"), text(formatDate(period.from)));
        m_settings.setValue(key("to"), text(formatDate(period.to)));
        emit changed();
    });
    connect(sheet, &QDialog::finished, this, [this] { m_periodButton->setValue(periodWords(m_period)); });
    sheet->open();
}

bool ReportFilters::comparesPrevious() const
{
    return m_compare->current() == 1;
}

bool ReportFilters::isNarrowed() const
{
    return m_query.service || m_query.need || m_query.ageBand || !m_query.team.empty() || !m_query.area.empty();
}

QString ReportFilters::narrowedWords() const
{
    QStringList said;
    if (m_query.service)
        said << tr("service: %1").arg(m_service->value());
    if (m_query.need)
        said << tr("need: %1").arg(m_need->value());
    if (!m_query.team.empty())
        said << tr("team: %1").arg(m_team->value());
    if (!m_query.area.empty())
        said << tr("area: %1").arg(m_area->value());
    if (m_query.ageBand)
        said << tr("age: %1").arg(m_age->value());
    return said.join(QStringLiteral("; "));
}

void ReportFilters::showClear()
{
    m_clear->setVisible(isNarrowed());
}

void ReportFilters::clear()
{
    m_service->choose(std::nullopt);
    m_need->restore(0);
    m_team->choose({});
    m_area->choose({});
    m_age->choose({});
    if (m_clear->hasFocus())
        m_periodButton->setFocus();  // the button goes
    choose();
}

void ReportFilters::load()
{
    m_service->load(m_desk, true);
    m_desk.ask(
        this,
        [query = m_query](UseCases& use, const app::Session& session) {
            return use.reportViews.choices(session, query.from, query.to);
        },
        [this](const Result<app::ReportChoices>& choices) {
            if (choices)
                take(*choices);
        });
}

void ReportFilters::take(const app::ReportChoices& choices)
{
    std::vector<std::pair<std::string, QString>> teams;
    for (const app::ReportChoices::Team& team : choices.teams)
        teams.emplace_back(team.key, capitalised(text(team.name)));
    m_team->setKeys(std::move(teams));
    m_area->setKeys(areaChoices(choices.areas));
}

}  // namespace holdfast::ui
