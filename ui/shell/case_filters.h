// Filters that several lists share: which need, and which service.
#pragma once

#include "domain/need.h"
#include "domain/service.h"
#include "widgets/buttons.h"

#include <optional>
#include <vector>

namespace holdfast::ui {

class Desk;

class NeedFilter final : public FilterButton {
    Q_OBJECT

public:
    /// `either` says what no choice means: "Any", "Both".
    NeedFilter(const Theme& theme, const QString& either, QWidget* parent = nullptr);

    std::optional<Need> need() const;
    /// As kept in the settings: 0 none, 1 mental health, 2 substance use; anything else is none.
    void restore(int kept);
};

class ServiceFilter final : public FilterButton {
    Q_OBJECT

public:
    explicit ServiceFilter(const Theme& theme, QWidget* parent = nullptr);

    std::optional<ServiceId> service() const { return m_service; }
    void choose(std::optional<ServiceId> service);
    /// Asks for the names, once.
    void load(Desk& desk, bool withClosed);

signals:
    void serviceChosen();  ///< by hand

private:
    void take(const std::vector<Service>& services);

    std::vector<ServiceId> m_ids;
    std::optional<ServiceId> m_service;
};

}  // namespace holdfast::ui
