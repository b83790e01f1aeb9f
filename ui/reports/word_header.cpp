#include "reports/word_header.h"

#include "theme/theme.h"

#include <QPainter>

namespace holdfast::ui {
namespace {

constexpr int padding = 2;
constexpr int mostLines = 4;

}  // namespace

WordHeader::WordHeader(const Theme& theme, QWidget* parent) : QHeaderView{Qt::Horizontal, parent}, m_theme{theme}
{
    setHighlightSections(false);
    const auto remeasure = [this] {
        int lines = 1;
        const QFontMetricsF metrics{m_theme.font(Type::small, 600)};
        for (int section = 0; section < count(); ++section)
            lines = qMax(
                lines, static_cast<int>(linesOf(name(section), metrics, sectionSize(section) - 2.0 * padding).size()));
        if (lines == m_lines)
            return;
        m_lines = lines;
        emit geometriesChanged();
    };
    connect(this, &QHeaderView::sectionResized, this, remeasure);
    connect(this, &QHeaderView::sectionCountChanged, this, remeasure);
    connect(&theme, &Theme::themeChanged, this, remeasure);
}

QStringList WordHeader::linesOf(const QString& name, const QFontMetricsF& metrics, qreal width)
{
    QStringList lines;
    for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString together = lines.isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(together) <= width)
            lines.last() = together;
        else
            lines.append(word);
    }
    if (lines.size() > mostLines) {
        const QString rest = QStringList{lines.mid(mostLines - 1)}.join(QLatin1Char(' '));
        lines = lines.mid(0, mostLines - 1);
        lines.append(rest);
    }
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

QString WordHeader::name(int section) const
{
    return model() == nullptr ? QString{} : model()->headerData(section, orientation()).toString();
}

QSize WordHeader::sizeHint() const
{
    const int line = m_theme.lineHeight(Type::small);
    return {QHeaderView::sizeHint().width(), qMax(1, m_lines) * line + m_theme.px(8)};
}

void WordHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_theme.color(Color::sunken));
    painter->fillRect(QRect{rect.left(), rect.bottom(), rect.width(), 1}, m_theme.color(Color::lineStrong));
    const QFont font = m_theme.font(Type::small, 600);
    const QRectF box = QRectF{rect}.adjusted(padding, 0, -padding, -m_theme.px(4));
    painter->setFont(font);
    painter->setPen(m_theme.color(Color::ink2));
    const Qt::Alignment aligned = (section == 0 ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignBottom;
    painter->drawText(box, static_cast<int>(aligned),
                      linesOf(name(section), QFontMetricsF{font}, box.width()).join(QLatin1Char('\n')));
    painter->restore();
}

void WordHeader::resizeEvent(QResizeEvent* event)
{
    QHeaderView::resizeEvent(event);
    viewport()->update();
}

}  // namespace holdfast::ui
