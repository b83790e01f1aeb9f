#include "widgets/timeline_accessible.h"

#include "widgets/bounce_timeline.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace holdfast::ui {
namespace {

/// One bounce; lives as long as the interface of the timeline does.
class MarkAccessible final : public QAccessibleInterface {
public:
    MarkAccessible(BounceTimeline& timeline, int row) : m_timeline{&timeline}, m_row{row} {}

    bool isValid() const override { return m_timeline && index() < m_timeline->data().bounces.size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_timeline); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    QWindow* window() const override { return m_timeline ? m_timeline->window()->windowHandle() : nullptr; }

    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name && isValid() ? m_timeline->describe(index()) : QString{};
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect mark = m_timeline->markRect(index());
        return {m_timeline->mapToGlobal(mark.topLeft()), mark.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.focused = isValid() && m_timeline->hasFocus() && m_timeline->currentBounce() == index();
        state.selected = state.focused;
        return state;
    }

private:
    int index() const { return m_timeline->firstDrawn() + m_row; }

    QPointer<BounceTimeline> m_timeline;
    int m_row;
};

class TimelineAccessible final : public QAccessibleWidget {
public:
    explicit TimelineAccessible(BounceTimeline& timeline)
        : QAccessibleWidget{&timeline, QAccessible::List}, m_timeline{timeline}
    {}
    ~TimelineAccessible() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        return static_cast<int>(m_timeline.data().bounces.size()) - m_timeline.firstDrawn();
    }
    QAccessibleInterface* child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= row)
            m_ids.push_back(QAccessible::registerAccessibleInterface(
                new MarkAccessible{m_timeline, static_cast<int>(m_ids.size())}));
        // QAccessible owns them. NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(row)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int row = 0; row < static_cast<int>(m_ids.size()); ++row)
            if (QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(row)]) == child)
                return row;
        return -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        return m_timeline.currentBounce() < 0 ? nullptr : child(m_timeline.currentBounce() - m_timeline.firstDrawn());
    }

private:
    BounceTimeline& m_timeline;
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String{BounceTimeline::staticMetaObject.className()})
        return nullptr;
    auto* timeline = qobject_cast<BounceTimeline*>(object);
    return timeline ? new TimelineAccessible{*timeline} : nullptr;  // QAccessible owns it
}

}  // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

}  // namespace holdfast::ui
