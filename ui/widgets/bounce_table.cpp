#include "widgets/bounce_table.h"

#include "theme/theme.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"

#include <QHeaderView>
#include <QLocale>

namespace holdfast::ui {
namespace {

enum Column : int { dates, service, words, lost, columns };

QString fromTo(const QDate& from, const QDate& to)
{
    const QLocale locale;
    QString end = locale.toString(to, QStringLiteral("d MMM"));
    if (!from.isValid() || from == to)
        return end;
    const bool sameMonth = from.month() == to.month() && from.year() == to.year();
    return BounceTable::tr("%1 to %2")
        .arg(locale.toString(from, sameMonth ? QStringLiteral("d") : QStringLiteral("d MMM")), end);
}

}  // namespace

BounceTable::BounceTable(const Theme& theme, QWidget* parent) : QTableWidget{0, columns, parent}, m_theme{theme}
{
    dressTable(*this, theme);
    setHorizontalHeaderLabels({tr("Dates"), tr("Service"), tr("What they said"), tr("Days lost")});
    horizontalHeaderItem(lost)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(words, QHeaderView::Stretch);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Bounces, oldest first"));
    connect(this, &QTableWidget::cellActivated, this, [this](int row, int) {
        if (row < m_data.bounces.size())
            emit bounceActivated(m_data.bounces[row].id);
    });
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void BounceTable::setData(const TimelineData& timeline)
{
    m_data = timeline;
    fill();
    updateGeometry();
}

void BounceTable::put(int row, int column, const QString& text, const QString& icon, std::optional<Color> tone,
                      bool bold)
{
    auto* cell = new QTableWidgetItem{text};
    cell->setToolTip(plainToolTip(text));
    if (!icon.isEmpty())
        cell->setData(cellIconRole, icon);
    if (tone)
        cell->setData(cellToneRole, static_cast<int>(*tone));
    if (bold) {
        QFont font;
        font.setBold(true);
        cell->setFont(font);
    }
    if (column == lost)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, column, cell);
}

void BounceTable::fill()
{
    const auto bounces = static_cast<int>(m_data.bounces.size());
    setRowCount(bounces + (m_data.heldFrom ? 1 : 0));
    int since = 0;
    for (int row = 0; row < bounces; ++row) {
        const TimelineBounce& bounce = m_data.bounces[row];
        QString said = bounce.words.isEmpty() ? bounce.reason : bounce.words;
        if (bounce.overturned)
            said = tr("%1 (overturned)").arg(said);
        put(row, dates, fromTo(bounce.asked, bounce.refused), {}, Color::ink2);
        put(row, service, bounce.service,
            bounce.lane == Lane::mentalHealth ? QStringLiteral("mh") : QStringLiteral("da"));
        put(row, words, said, QStringLiteral("bounce"), Color::bounce, true);
        put(row, lost, QString::number(bounce.daysLost), {}, {}, true);
        since += m_data.heldFrom && bounce.refused > *m_data.heldFrom;
    }
    if (!m_data.heldFrom)
        return;
    put(bounces, dates, tr("%1 to today").arg(QLocale{}.toString(*m_data.heldFrom, QStringLiteral("d MMM"))), {},
        Color::ink2);
    put(bounces, service, tr("Both"), QStringLiteral("clasp"), Color::joint, true);
    put(bounces, words, since == 0 ? tr("Held together, no bounces since") : tr("Held together, hold still on"), {},
        Color::joint, true);
    put(bounces, lost, QStringLiteral("0"), {}, {}, true);
}

QSize BounceTable::sizeHint() const
{
    const int head = horizontalHeader()->sizeHint().height();
    return {m_theme.px(560), head + rowCount() * m_theme.size(Size::rowTable) + 2};
}

QSize BounceTable::minimumSizeHint() const
{
    return {m_theme.px(320), sizeHint().height()};
}

}  // namespace holdfast::ui
