// What the report is of: the period, and what it is narrowed to, told apart by and compared with. Stays as it was left.
#pragma once

#include "app/report_views.h"
#include "reports/period.h"
#include "widgets/buttons.h"

#include <QWidget>

namespace holdfast::ui {

class Desk;
class NeedFilter;
class ServiceFilter;
class SettingsStore;
class Theme;

/// One of a list whose keys the store knows; the first choice is all of them.
class KeyFilter final : public FilterButton {
    Q_OBJECT

public:
    using FilterButton::FilterButton;

    void setKeys(std::vector<std::pair<std::string, QString>> keys);
    /// A key that the list does not have (yet) stays chosen and is shown as it is.
    void choose(const std::string& key);
    const std::string& key() const { return m_key; }

signals:
    void keyChosen();  ///< by hand

private:
    void showKeys();

    std::vector<std::pair<std::string, QString>> m_keys;
    std::string m_key;
    bool m_listening = false;
};

class ReportFilters final : public QWidget {
    Q_OBJECT

public:
    ReportFilters(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    const report::MeasureQuery& query() const { return m_query; }
    const Period& period() const { return m_period; }
    bool comparesPrevious() const;
    bool isNarrowed() const;
    /// "Need: Mental health; area: SG1"; empty when it is of everything.
    QString narrowedWords() const;

    /// Asks for the names of services, teams and areas.
    void load();
    void clear();
    QWidget* first() const { return m_periodButton; }

signals:
    void changed();

private:
    void build();
    void restore();
    void choosePeriod(int index);
    void chooseDays();
    void usePeriod(const Period& period);
    void choose();
    void showClear();
    void take(const app::ReportChoices& choices);
    Date today() const;

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    report::MeasureQuery m_query;
    Period m_period;

    FilterButton* m_periodButton = nullptr;
    FilterButton* m_compare = nullptr;
    ServiceFilter* m_service = nullptr;
    NeedFilter* m_need = nullptr;
    KeyFilter* m_team = nullptr;
    KeyFilter* m_area = nullptr;
    KeyFilter* m_age = nullptr;
    FilterButton* m_by = nullptr;
    Button* m_clear = nullptr;
};

}  // namespace holdfast::ui
