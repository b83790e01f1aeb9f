// Headings, paragraphs, tables and drawings on pages, one after the other: for reports, whose tables are longer than a page.
// Every row stands whole on one page, a table's head again on each, a heading never alone at the foot.
#pragma once

#include "report/picture.h"

#include <QFont>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QTextLayout>

#include <memory>
#include <utility>
#include <variant>
#include <vector>

class QPainter;

namespace holdfast::ui {

class Theme;

/// A table as it is to be read; a cell is plain text.
struct PaperTable {
    struct Column {
        QString title;
        bool number = false;  ///< stands at the right
    };
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    bool totalLast = false;
};

class PaperFlow {
public:
    /// Lengths are points. The theme gives font and colours, and must outlive this.
    PaperFlow(const Theme& theme, QSizeF page);
    ~PaperFlow();

    enum class Manner { display, lead, h1, h2, body, small, boxed };
    void text(const QString& words, Manner manner);
    /// A heading that links can lead to.
    void heading(const QString& words, Manner manner, const QString& anchor);
    /// A line that leads to a heading; in a list of contents with the number of its page at the right.
    void link(const QString& words, const QString& anchor, bool withPage);
    void table(const PaperTable& table);
    /// The drawing must outlive this.
    void drawing(const report::Drawing& drawing);
    void gap(qreal points);
    void newPage();

    int pages() const { return static_cast<int>(m_pages.size()); }
    struct Heading {
        QString words;
        int page = 0;    ///< from 0
        qreal down = 0;  ///< from the top of the text
    };
    /// What links can lead to, by anchor, in the order of the pages.
    const std::vector<std::pair<QString, Heading>>& headings() const { return m_headings; }
    /// The painter's units are points, its origin the upper left corner of the page.
    void paint(QPainter& painter, int onPage) const;

private:
    struct Words {
        QPointF at;
        std::unique_ptr<QTextLayout> layout;
    };
    struct Rule {
        QLineF line;
        qreal width = 0.5;
        bool strong = false;
    };
    struct Field {
        QRectF box;
    };
    struct Picture {
        QRectF box;
        const report::Drawing* drawing;
    };
    struct PageNumber {
        QPointF right;  ///< where its baseline ends
        QString anchor;
    };
    using Placed = std::variant<Words, Rule, Field, Picture, PageNumber>;
    struct Row {
        std::vector<Words> cells;
        qreal height = 0;
    };

    QFont fontOf(Manner manner) const;
    std::unique_ptr<QTextLayout> laidOut(const QString& words, const QFont& font, qreal width, Qt::Alignment alignment,
                                         const QString& href = {}, const QString& name = {}) const;
    std::vector<qreal> widthsOf(const PaperTable& table) const;
    Row rowOf(const QStringList& cells, const PaperTable& table, const std::vector<qreal>& widths, bool strong) const;
    void placeRow(Row row, qreal width, bool head);
    void place(const QString& words, Manner manner, const QString& href, const QString& name);
    const Heading* headingOf(const QString& anchor) const;
    /// Goes over to the next page when so much does not fit any more.
    void need(qreal height);
    void paintNumber(QPainter& painter, const PageNumber& number) const;
    std::vector<Placed>& page() { return m_pages.back(); }

    const Theme& m_theme;
    QSizeF m_size;
    std::vector<std::vector<Placed>> m_pages;
    std::vector<std::pair<QString, Heading>> m_headings;
    qreal m_y = 0;
};

}  // namespace holdfast::ui
