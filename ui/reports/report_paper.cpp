#include "reports/report_paper.h"

#include "print/paper_flow.h"
#include "print/pdf_links.h"
#include "report/measure.h"
#include "reports/report_words.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace holdfast::ui {
namespace {

constexpr int pdfResolution = 300;
constexpr qreal pointsPerInch = 72;
constexpr qreal margin = 15;      ///< millimetres
constexpr qreal footHeight = 22;  ///< points kept free for the foot of each page
constexpr qreal footSize = 8.5;

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(ReportPaper)
};

/// A code as it is read: "days_lost" is "days lost".
QString inWords(const QString& cell)
{
    static const QRegularExpression code{QStringLiteral("^[a-z0-9]+(_[a-z0-9]+)+$")};
    return code.match(cell).hasMatch() ? QString{cell}.replace(QLatin1Char('_'), QLatin1Char(' ')) : cell;
}

QString shown(const report::Cell& cell, report::ColumnKind kind)
{
    static const QLocale british{QLocale::English, QLocale::UnitedKingdom};
    if (const auto* words = std::get_if<std::string>(&cell))
        return inWords(text(*words));
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return british.toString(static_cast<qlonglong>(*count));
    if (const auto* real = std::get_if<double>(&cell)) {
        if (kind == report::ColumnKind::percent)
            return QString::number(qRound(*real * 100)) + QLatin1Char('%');
        const bool whole = *real == static_cast<double>(static_cast<qint64>(*real));
        return british.toString(*real, 'f', whole ? 0 : 1);
    }
    if (const auto* day = std::get_if<Date>(&cell))
        return text(formatDate(*day));
    return std::holds_alternative<report::Hidden>(cell) ? QStringLiteral("*") : QString{};
}

/// Which columns are worth the width of a page: not the id beside a name, nor one that says nothing in any row.
std::vector<std::size_t> columnsOnPaper(const report::Table& table)
{
    const auto has = [&](std::string_view key) {
        return std::ranges::any_of(table.columns, [&](const auto& column) { return column.key == key; });
    };
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& key = table.columns[i].key;
        const bool isId = (key == "key" && has("label") && table.id != "by_reason") || (key == "id" && has("title")) ||
                          (key == "from" && has("from_name")) || (key == "to" && has("to_name"));
        const bool says = std::ranges::any_of(table.rows, [&](const auto& row) {
            if (i >= row.size() || std::holds_alternative<std::monostate>(row[i]))
                return false;
            const auto* words = std::get_if<std::string>(&row[i]);
            return !std::holds_alternative<report::Hidden>(row[i]) && (words == nullptr || !words->empty());
        });
        const bool hiddenCount = i > 0 && (key == "bounces" || key == "count" || key == "numerator" || key == "value");
        if (!isId && (says || hiddenCount))
            kept.push_back(i);
    }
    return kept;
}

class ReportPages {
public:
    ReportPages(const report::Document& document, const std::vector<report::Picture>& pictures, const Theme& theme,
                QSizeF page)
        : m_document{document}, m_pictures{pictures}, m_flow{theme, page}
    {
        cover();
        contents();
        for (const report::Picture& each : pictures)
            picture(each);
        bool first = true;
        for (const report::Table& each : document.tables)
            if (isBody(each))
                table(each, std::exchange(first, false));
        m_flow.newPage();
        if (const report::Table* definitions = document.table("definitions"))
            table(*definitions, false);
        end();
    }

    const PaperFlow& flow() const { return m_flow; }

    QString foot() const
    {
        const QString title = text(m_document.title) + QStringLiteral(", ") + text(m_document.subtitle);
        const QString figures =
            parameter("suppress") == QLatin1String{"none"}
                ? ReportText::tr("Exact figures, for use inside the services: do not pass on")
                : ReportText::tr("Counts from 1 to %1 are shown as *").arg(parameter("suppress").toInt() - 1);
        return title + QStringLiteral(".  ") + figures;
    }

private:
    using Manner = PaperFlow::Manner;

    QString parameter(std::string_view key) const
    {
        const auto at = std::ranges::find(m_document.parameters, key, &std::pair<std::string, std::string>::first);
        return at == m_document.parameters.end() ? QString{} : text(at->second);
    }

    /// What every measure says of every group would fill a book: it is in the files that programs read. And told apart by
    /// service, what is asked for stands there under its own name already.
    bool isBody(const report::Table& table) const
    {
        const bool again = table.id == "groups" && std::ranges::any_of(m_document.tables, [&](const auto& other) {
                               return other.id != table.id && other.rows == table.rows;
                           });
        return table.id != "definitions" && table.id != "group_measures" && !again;
    }

    void cover()
    {
        m_flow.gap(0);
        m_flow.text(text(m_document.title), Manner::display);
        m_flow.text(text(m_document.subtitle), Manner::lead);
        m_flow.text(narrowed(), Manner::body);
        for (const std::string& caveat : m_document.caveats)
            m_flow.text(text(caveat), Manner::boxed);
        m_flow.gap(8);
        m_flow.text(
            ReportText::tr("Somebody who listens to their screen, or needs larger text, is better served by the "
                           "HTML page of this report: the same pictures in words, and every table with its "
                           "headings. Ask whoever gave you this file for it."),
            Manner::body);
        m_flow.text(ReportText::tr("Made %1 by %2, protocol %3.")
                        .arg(parameter("data_as_of"), parameter("program"), parameter("policy")),
                    Manner::small);
    }

    QString narrowed() const
    {
        QStringList words;
        constexpr std::array keys{"service", "need", "team", "area", "age_band"};
        for (const char* key : keys)
            if (const QString value = parameter(key); !value.isEmpty())
                words << QString{QLatin1String{key}}.replace(QLatin1Char('_'), QLatin1Char(' ')) + QLatin1Char(' ') +
                             value;
        return words.isEmpty() ? QString{} : ReportText::tr("Only: %1.").arg(words.join(QStringLiteral(", ")));
    }

    void contents()
    {
        m_flow.gap(10);
        m_flow.text(ReportText::tr("Contents"), Manner::h1);
        for (const report::Picture& each : m_pictures)
            m_flow.link(ReportText::tr("Picture: %1").arg(text(each.title)), anchorOf(each), true);
        for (const report::Table& each : m_document.tables)
            if (isBody(each))
                m_flow.link(text(each.title), text(each.id), true);
        m_flow.link(ReportText::tr("Definitions"), QStringLiteral("definitions"), true);
        m_flow.link(ReportText::tr("How this report was made"), QStringLiteral("made"), true);
    }

    static QString anchorOf(const report::Picture& each) { return QStringLiteral("picture_") + text(each.id); }

    void picture(const report::Picture& each)
    {
        m_flow.newPage();
        m_flow.heading(text(each.title), Manner::h1, anchorOf(each));
        m_flow.drawing(each.drawing);
        m_flow.text(text(each.alt), Manner::body);
        if (const report::Table* table = m_document.table(each.table))
            m_flow.link(ReportText::tr("The figures of this picture: %1").arg(text(table->title)), text(table->id),
                        false);
    }

    void table(const report::Table& table, bool onNewPage)
    {
        if (onNewPage)
            m_flow.newPage();
        m_flow.heading(text(table.title), Manner::h1, text(table.id));
        m_flow.text(text(table.note), Manner::small);
        if (table.rows.empty())
            m_flow.text(ReportText::tr("There is nothing to count here."), Manner::body);
        else if (table.id == "measures")
            chapters(table);
        else
            m_flow.table(onPaper(table, columnsOnPaper(table)));
    }

    /// One table for each chapter, under its name.
    void chapters(const report::Table& table)
    {
        const auto column = std::ranges::find(table.columns, "chapter", &report::Column::key) - table.columns.begin();
        const auto at = static_cast<std::size_t>(column);
        std::vector<report::Table> parts;
        for (const auto& row : table.rows) {
            const auto part =
                std::ranges::find_if(parts, [&](const auto& each) { return each.rows[0][at] == row[at]; });
            if (part != parts.end()) {
                part->rows.push_back(row);
                continue;
            }
            parts.push_back({table.id, table.title, {}, table.columns, {row}});
        }
        for (const report::Table& part : parts) {
            std::vector<std::size_t> columns = columnsOnPaper(part);
            std::erase(columns, at);
            if (const auto* name = std::get_if<std::string>(&part.rows[0][at]))
                if (const auto chapter = named<report::Chapter>(*name))
                    m_flow.text(words(*chapter), Manner::h2);
            m_flow.table(onPaper(part, columns));
        }
    }

    static PaperTable onPaper(const report::Table& table, const std::vector<std::size_t>& columns)
    {
        PaperTable paper;
        paper.totalLast = table.totalLast;
        for (const std::size_t i : columns)
            paper.columns.push_back({text(table.columns[i].title), table.columns[i].kind != report::ColumnKind::text});
        for (const auto& row : table.rows) {
            QStringList cells;
            for (const std::size_t i : columns)
                cells << (i < row.size() ? shown(row[i], table.columns[i].kind) : QString{});
            paper.rows.push_back(std::move(cells));
        }
        return paper;
    }

    void end()
    {
        m_flow.heading(ReportText::tr("How this report was made"), Manner::h1, QStringLiteral("made"));
        for (const std::string& caveat : m_document.caveats)
            m_flow.text(text(caveat), Manner::body);
        PaperTable made{{{ReportText::tr("What")}, {ReportText::tr("As it was")}}, {}};
        for (const auto& [key, value] : m_document.parameters)
            made.rows.push_back({inWords(text(key)), value.empty() ? ReportText::tr("all") : text(value)});
        m_flow.table(made);
    }

    const report::Document& m_document;
    const std::vector<report::Picture>& m_pictures;
    PaperFlow m_flow;
};

void paintFoot(QPainter& painter, const QRectF& area, const QString& words, int page, int pages, const Theme& theme)
{
    QFont font = theme.font(Type::body);
    font.setPixelSize(qRound(footSize * 10));
    font.setStyleStrategy(QFont::PreferNoShaping);
    painter.save();
    painter.scale(0.1, 0.1);
    painter.setFont(font);
    painter.setPen(theme.color(Color::ink2));
    const QRectF tenths{area.topLeft() * 10, area.size() * 10};
    painter.drawText(tenths, Qt::AlignLeft | Qt::AlignBottom, words);
    painter.drawText(tenths, Qt::AlignRight | Qt::AlignBottom,
                     ReportText::tr("Page %1 of %2").arg(page + 1).arg(pages));
    painter.restore();
}

/// Paints every page and says which places of them links may lead to; nothing when the device cannot begin.
std::optional<std::vector<PdfPlace>> paintPages(QPagedPaintDevice& device, const report::Document& document,
                                                const std::vector<report::Picture>& pictures, int& pages)
{
    device.setPageSize(QPageSize{QPageSize::A4});
    device.setPageOrientation(QPageLayout::Landscape);
    device.setPageMargins(QMarginsF{margin, margin, margin, margin}, QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&device))
        return std::nullopt;
    const qreal scale = device.logicalDpiX() / pointsPerInch;
    const QRectF whole = device.pageLayout().paintRect(QPageLayout::Point);
    const Theme theme;
    const ReportPages report{document, pictures, theme, {whole.width(), whole.height() - footHeight}};
    pages = report.flow().pages();
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            device.newPage();
        painter.save();
        painter.scale(scale, scale);
        report.flow().paint(painter, page);
        paintFoot(painter, QRectF{QPointF{}, whole.size()}, report.foot(), page, pages, theme);
        painter.restore();
    }
    std::vector<PdfPlace> places;
    for (const auto& [anchor, heading] : report.flow().headings())
        places.push_back({anchor, heading.words, heading.page, whole.top() + heading.down});
    return painter.end() ? std::optional{std::move(places)} : std::nullopt;
}

}  // namespace

int paintReport(QPagedPaintDevice& device, const report::Document& document,
                const std::vector<report::Picture>& pictures)
{
    int pages = 0;
    return paintPages(device, document, pictures, pages) ? pages : 0;
}

QByteArray reportPdf(const report::Document& document, const std::vector<report::Picture>& pictures)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setResolution(pdfResolution);
    writer.setTitle(text(document.title + ", " + document.subtitle));
    writer.setCreator(QStringLiteral("Holdfast"));
    int pages = 0;
    const auto places = paintPages(writer, document, pictures, pages);
    return places ? withInnerLinks(bytes, *places) : QByteArray{};
}

}  // namespace holdfast::ui
