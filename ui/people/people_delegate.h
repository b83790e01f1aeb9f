// Paints the cells of the list of people: the name in bold, each need as its state tag with what it is about.
#pragma once

#include "base/time.h"
#include "domain/need.h"
#include "widgets/report_widgets.h"

namespace holdfast::ui {

class PeopleModel;

class PeopleDelegate final : public TableDelegate {
    Q_OBJECT

public:
    PeopleDelegate(const Theme& theme, const PeopleModel& model, QObject* parent = nullptr);

    /// Narrow windows have room for the tag only.
    void setShowDetail(bool show) { m_showDetail = show; }
    void setNow(Instant now) { m_now = now; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintText(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, Color tone) const;
    void paintNeed(QPainter& painter, QRect rect, const QModelIndex& index, Need need) const;

    const PeopleModel& m_model;
    bool m_showDetail = true;
    Instant m_now{};
};

}  // namespace holdfast::ui
