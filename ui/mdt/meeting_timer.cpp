#include "mdt/meeting_timer.h"

#include "theme/theme.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto betweenTicks = 10s;

}  // namespace

MeetingTimer::MeetingTimer(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_clock{clock},
      m_icon{new IconLabel{theme, QStringLiteral("timer"), Color::ink2, 18}},
      m_words{new RunLabel{theme, Type::dense}}
{
    setObjectName(QStringLiteral("mdtTimer"));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, theme.px(6), 0);
    row->setSpacing(theme.px(8));
    row->addWidget(m_icon);
    row->addWidget(m_words);
    m_words->setWordWrap(false);
    m_tick.setInterval(betweenTicks);
    connect(&m_tick, &QTimer::timeout, this, &MeetingTimer::tick);
    hide();
}

void MeetingTimer::setEnd(std::optional<Instant> end)
{
    m_end = end;
    setVisible(end.has_value());
    end ? m_tick.start() : m_tick.stop();
    tick();
}

void MeetingTimer::tick()
{
    if (!m_end)
        return;
    const Instant now = m_clock.now();
    const bool over = now >= *m_end;
    const auto length = over ? now - *m_end : *m_end - now;
    // A minute that has begun still counts as left, and does not yet count as over.
    const auto minutes = over ? std::chrono::floor<std::chrono::minutes>(length).count()
                              : std::chrono::ceil<std::chrono::minutes>(length).count();
    const QString strong = over ? tr("%1 min over").arg(minutes) : tr("%1 min left").arg(minutes);
    const QString time = timeWords(now);
    m_words->setRuns({{strong, over ? Color::late : Color::ink, 600},
                      {over ? tr(" the time planned") : tr(" for this person"), Color::ink2, 400},
                      {QStringLiteral("   ") + time, Color::ink2, 400}});
    setAccessibleName(over ? tr("%1 the time planned for this person. It is %2.").arg(strong, time)
                           : tr("%1 for this person. It is %2.").arg(strong, time));
}

}  // namespace holdfast::ui
