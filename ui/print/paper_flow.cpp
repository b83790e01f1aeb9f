#include "print/paper_flow.h"

#include "print/picture_painter.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace holdfast::ui {
namespace {

/// Text is laid out in tenths of a point: sizes are whole there, and no hinting for a screen moves the letters.
constexpr qreal unit = 0.1;
constexpr int longestCell = 400;  ///< characters; a cell is never higher than a page
constexpr qreal cellSide = 4;
constexpr qreal cellAbove = 2.5;
constexpr qreal widestNatural = 230;
constexpr qreal boxSide = 8;
constexpr qreal tableSize = 8.5;

struct Style {
    qreal size;
    int weight;
    qreal above;
    qreal below;
    qreal keep;  ///< room it wants for what follows
};

Style styleFor(PaperFlow::Manner manner)
{
    switch (manner) {
    case PaperFlow::Manner::display: return {28, QFont::DemiBold, 0, 6, 0};
    case PaperFlow::Manner::lead: return {15, QFont::Normal, 0, 10, 0};
    case PaperFlow::Manner::h1: return {17, QFont::DemiBold, 14, 6, 90};
    case PaperFlow::Manner::h2: return {11.5, QFont::DemiBold, 10, 4, 60};
    case PaperFlow::Manner::body: return {10, QFont::Normal, 0, 6, 0};
    case PaperFlow::Manner::small: return {8.5, QFont::Normal, 0, 5, 0};
    case PaperFlow::Manner::boxed: return {10, QFont::Normal, 3, 3, 0};
    }
    return {10, QFont::Normal, 0, 6, 0};
}

/// What is recorded may hold anything; on paper it is one run of plain characters.
QString plain(const QString& words, int longest = -1)
{
    QString safe = words.simplified();
    safe.removeIf([](QChar each) { return !each.isPrint(); });
    if (longest > 0 && safe.size() > longest)
        safe = safe.left(longest - 1) + QChar{0x2026};
    return safe;
}

qreal widestWord(const QString& words, const QFontMetricsF& metrics)
{
    qreal widest = 0;
    for (const QString& word : words.split(QLatin1Char(' ')))
        widest = std::max(widest, metrics.horizontalAdvance(word) * unit);
    return widest;
}

}  // namespace

PaperFlow::PaperFlow(const Theme& theme, QSizeF page) : m_theme{theme}, m_size{page}, m_pages(1) {}

PaperFlow::~PaperFlow() = default;

QFont PaperFlow::fontOf(Manner manner) const
{
    const Style style = styleFor(manner);
    QFont font = m_theme.font(Type::body, style.weight);
    font.setPixelSize(qRound(style.size / unit));
    font.setStyleStrategy(QFont::PreferNoShaping);  // as in letters: a PDF can be copied from
    return font;
}

std::unique_ptr<QTextLayout> PaperFlow::laidOut(const QString& words, const QFont& font, qreal width,
                                                Qt::Alignment alignment, const QString& href, const QString& name) const
{
    auto layout = std::make_unique<QTextLayout>(words, font);
    QTextOption option{alignment};
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    QTextCharFormat format;
    format.setForeground(m_theme.color(href.isEmpty() ? Color::ink : Color::mh));
    if (!href.isEmpty() || !name.isEmpty()) {
        format.setAnchor(true);
        if (!href.isEmpty())
            format.setAnchorHref(QLatin1Char('#') + href);
        if (!name.isEmpty())
            format.setAnchorNames({name});
    }
    layout->setFormats({{0, static_cast<int>(words.size()), format}});
    layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width / unit);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

void PaperFlow::need(qreal height)
{
    if (m_y + height > m_size.height() && m_y > 0)
        newPage();
}

void PaperFlow::newPage()
{
    m_pages.emplace_back();
    m_y = 0;
}

void PaperFlow::gap(qreal points)
{
    if (m_y > 0)
        m_y += points;
}

void PaperFlow::place(const QString& words, Manner manner, const QString& href, const QString& name)
{
    const Style style = styleFor(manner);
    const bool boxed = manner == Manner::boxed;
    const qreal side = boxed ? boxSide : 0;
    // Words across the whole of a wide page are hard to read; a heading may.
    const qreal widest = style.weight == QFont::Normal ? std::min(m_size.width(), 560.0) : m_size.width();
    auto layout = laidOut(plain(words), fontOf(manner), widest - 2 * side, Qt::AlignLeft, href, name);
    const qreal height = layout->boundingRect().height() * unit;
    const qreal inside = boxed ? boxSide / 2 : 0;
    gap(style.above);
    need(height + 2 * inside + style.keep);
    if (!name.isEmpty())
        m_headings.push_back({name, {plain(words), pages() - 1, m_y}});
    if (boxed)
        page().emplace_back(Field{QRectF{0, m_y, widest, height + 2 * inside}});
    page().emplace_back(Words{{side, m_y + inside}, std::move(layout)});
    m_y += height + 2 * inside + style.below;
}

void PaperFlow::text(const QString& words, Manner manner)
{
    if (!words.isEmpty())
        place(words, manner, {}, {});
}

void PaperFlow::heading(const QString& words, Manner manner, const QString& anchor)
{
    place(words, manner, {}, anchor);
}

void PaperFlow::link(const QString& words, const QString& anchor, bool withPage)
{
    const qreal before = m_y;
    const int on = pages();
    place(words, withPage ? Manner::body : Manner::small, anchor, {});
    if (withPage) {
        const qreal top = pages() == on ? before : 0;
        page().emplace_back(PageNumber{{560, top + styleFor(Manner::body).size * 1.1}, anchor});
    }
}

void PaperFlow::drawing(const report::Drawing& drawn)
{
    if (drawn.width <= 0 || drawn.height <= 0)
        return;
    constexpr qreal pixel = 0.75;  // of a screen, in points
    const qreal most = m_size.height() * 0.72;
    const qreal scale = std::min({m_size.width() / drawn.width, most / drawn.height, pixel * 1.6});
    const QSizeF size{drawn.width * scale, drawn.height * scale};
    need(size.height());
    page().emplace_back(Picture{QRectF{QPointF{0, m_y}, size}, &drawn});
    m_y += size.height() + 6;
}

/// As wide as the words ask for; where that is wider than the page, what is above the longest word is shared out.
std::vector<qreal> PaperFlow::widthsOf(const PaperTable& table) const
{
    QFont font = fontOf(Manner::small);
    font.setPixelSize(qRound(tableSize / unit));
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics{font};
    const QFontMetricsF strongMetrics{strong};
    std::vector<qreal> least;
    std::vector<qreal> natural;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        qreal word = widestWord(table.columns[i].title, strongMetrics);
        qreal whole = word;
        for (const QStringList& row : table.rows) {
            const QString cell = plain(row.value(static_cast<int>(i)), longestCell);
            word = std::max(word, std::min(widestWord(cell, strongMetrics), widestNatural / 2));
            whole = std::max(whole, std::min(strongMetrics.horizontalAdvance(cell) * unit, widestNatural));
        }
        least.push_back(word + 2 * cellSide + 1);
        natural.push_back(std::max(word, whole) + 2 * cellSide + 1);
    }
    qreal leastSum = 0;
    qreal naturalSum = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
        leastSum += least[i];
        naturalSum += natural[i];
    }
    if (naturalSum <= m_size.width())
        return natural;
    const qreal spare = std::max(m_size.width() - leastSum, 0.0);
    const qreal wanted = std::max(naturalSum - leastSum, 1.0);
    for (std::size_t i = 0; i < least.size(); ++i)
        least[i] = std::min(m_size.width() / leastSum, 1.0) * least[i] + (natural[i] - least[i]) * spare / wanted;
    return least;
}

PaperFlow::Row PaperFlow::rowOf(const QStringList& cells, const PaperTable& table, const std::vector<qreal>& widths,
                                bool strong) const
{
    QFont font = fontOf(Manner::small);
    font.setPixelSize(qRound(tableSize / unit));
    if (strong)
        font.setWeight(QFont::DemiBold);
    Row row;
    qreal x = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const Qt::Alignment side = table.columns[i].number ? Qt::AlignRight : Qt::AlignLeft;
        auto layout =
            laidOut(plain(cells.value(static_cast<int>(i)), longestCell), font, widths[i] - 2 * cellSide, side);
        row.height = std::max(row.height, layout->boundingRect().height() * unit + 2 * cellAbove);
        row.cells.push_back({{x + cellSide, cellAbove}, std::move(layout)});
        x += widths[i];
    }
    return row;
}

void PaperFlow::placeRow(Row row, qreal width, bool head)
{
    if (head)
        page().emplace_back(Field{QRectF{0, m_y, width, row.height}});
    for (Words& cell : row.cells) {
        cell.at.ry() += m_y;
        page().emplace_back(std::move(cell));
    }
    m_y += row.height;
    page().emplace_back(Rule{QLineF{0, m_y, width, m_y}, head ? 1.0 : 0.5, head});
}

void PaperFlow::table(const PaperTable& table)
{
    if (table.columns.empty())
        return;
    const std::vector<qreal> widths = widthsOf(table);
    qreal width = 0;
    for (const qreal each : widths)
        width += each;
    QStringList titles;
    for (const PaperTable::Column& column : table.columns)
        titles << column.title;
    Row head = rowOf(titles, table, widths, true);
    qreal begin = head.height;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        Row row = rowOf(table.rows[i], table, widths, table.totalLast && i + 1 == table.rows.size());
        const bool over = m_y + begin + row.height > m_size.height();
        if (i == 0 || over) {
            if (over)
                newPage();
            placeRow(i == 0 ? std::move(head) : rowOf(titles, table, widths, true), width, true);
            begin = 0;
        }
        placeRow(std::move(row), width, false);
    }
    m_y += 8;
}

const PaperFlow::Heading* PaperFlow::headingOf(const QString& anchor) const
{
    const auto at = std::ranges::find(m_headings, anchor, &std::pair<QString, Heading>::first);
    return at == m_headings.end() ? nullptr : &at->second;
}

void PaperFlow::paintNumber(QPainter& painter, const PageNumber& number) const
{
    const Heading* heading = headingOf(number.anchor);
    if (heading == nullptr)
        return;
    const QFont font = fontOf(Manner::body);
    const QString text = QString::number(heading->page + 1);
    painter.save();
    painter.translate(number.right);
    painter.scale(unit, unit);
    painter.setFont(font);
    painter.setPen(m_theme.color(Color::ink));
    painter.drawText(QPointF{-QFontMetricsF{font}.horizontalAdvance(text), 0}, text);
    painter.restore();
}

void PaperFlow::paint(QPainter& painter, int onPage) const
{
    for (const Placed& placed : m_pages[static_cast<std::size_t>(onPage)]) {
        if (const auto* words = std::get_if<Words>(&placed)) {
            painter.save();
            painter.translate(words->at);
            painter.scale(unit, unit);
            painter.setPen(m_theme.color(Color::ink));
            words->layout->draw(&painter, {});
            painter.restore();
        } else if (const auto* rule = std::get_if<Rule>(&placed)) {
            painter.setPen(QPen{m_theme.color(rule->strong ? Color::lineStrong : Color::line), rule->width});
            painter.drawLine(rule->line);
        } else if (const auto* field = std::get_if<Field>(&placed)) {
            painter.fillRect(field->box, m_theme.color(Color::sunken));
        } else if (const auto* picture = std::get_if<Picture>(&placed)) {
            paintDrawing(painter, *picture->drawing, picture->box, m_theme);
        } else if (const auto* number = std::get_if<PageNumber>(&placed)) {
            paintNumber(painter, *number);
        }
    }
}

}  // namespace holdfast::ui
