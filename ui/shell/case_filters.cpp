#include "shell/case_filters.h"

#include "async/desk.h"
#include "words/codes.h"

namespace holdfast::ui {

NeedFilter::NeedFilter(const Theme& theme, const QString& either, QWidget* parent)
    : FilterButton{theme, tr("Need"), parent}
{
    setChoices({either, words(Need::mentalHealth), words(Need::substanceUse)});
    setCurrent(0);
}

std::optional<Need> NeedFilter::need() const
{
    if (current() == 1)
        return Need::mentalHealth;
    return current() == 2 ? std::optional{Need::substanceUse} : std::nullopt;
}

void NeedFilter::restore(int kept)
{
    setCurrent(kept == 1 || kept == 2 ? kept : 0);
}

ServiceFilter::ServiceFilter(const Theme& theme, QWidget* parent) : FilterButton{theme, tr("Service"), parent}
{
    setChoices({tr("All")});
    connect(this, &FilterButton::chosen, this, [this](int index) {
        m_service = index <= 0 ? std::nullopt : std::optional{m_ids.at(static_cast<std::size_t>(index) - 1)};
        emit serviceChosen();
    });
}

void ServiceFilter::choose(std::optional<ServiceId> service)
{
    m_service = std::move(service);
    int current = 0;
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        if (m_service == m_ids[i])
            current = static_cast<int>(i) + 1;
    setCurrent(current);
}

void ServiceFilter::load(Desk& desk, bool withClosed)
{
    if (!m_ids.empty())
        return;
    desk.ask(
        this,
        [withClosed](UseCases& use, const app::Session& session) { return use.directory.list(session, withClosed); },
        [this](const Result<std::vector<Service>>& services) {
            if (services)
                take(*services);
        });
}

void ServiceFilter::take(const std::vector<Service>& services)
{
    QStringList names{tr("All")};
    m_ids.clear();
    for (const Service& service : services) {
        m_ids.push_back(service.id);
        names.append(ui::text(service.name));
    }
    setChoices(names);
    choose(m_service);
}

}  // namespace holdfast::ui
