#include "print/letter_paper.h"

#include "print/letter_layout.h"
#include "print/page_breaks.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace holdfast::ui {
namespace {

constexpr int pdfResolution = 300;
constexpr qreal pointsPerInch = 72;
constexpr qreal screenDots = 96;
constexpr qreal footHeight = 26;  ///< points kept free for the foot of each page
constexpr qreal smallText = 8.5;

qreal bodySize(letters::Variant variant)
{
    switch (variant) {
    case letters::Variant::standard: return 10.5;
    case letters::Variant::largePrint: return 18;
    case letters::Variant::easyRead: return 16;
    }
    return 10.5;
}

/// Qt scales margins and indents from 96 dots an inch to the device by itself.
LetterLook paperLook(letters::Variant variant)
{
    LetterLook look;
    look.font = QFont{QStringLiteral("Inter")};
    look.font.setPointSizeF(bodySize(variant));
    // The font draws ":" between digits and "(" before capitals with other signs, which a PDF cannot be copied from.
    look.font.setStyleStrategy(QFont::PreferNoShaping);
    look.ink = Qt::black;
    look.line = Qt::darkGray;
    const qreal air = variant == letters::Variant::easyRead ? 0.9 : 0.6;
    look.gap = bodySize(variant) * air * screenDots / pointsPerInch;
    look.indent = bodySize(variant) * 1.8 * screenDots / pointsPerInch;
    return look;
}

/// The lines at the head of the first page, at the right.
void addLetterhead(QTextCursor& cursor, const Letterhead& head, const LetterLook& look)
{
    QTextBlockFormat right;
    right.setAlignment(Qt::AlignRight);
    QTextCharFormat strong;
    QFont font = look.font;
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    strong.setFont(font);
    strong.setForeground(look.ink);
    QTextCharFormat small;
    font = look.font;
    font.setPointSizeF(std::max(smallText, font.pointSizeF() * 0.85));
    small.setFont(font);
    small.setForeground(look.ink);

    QStringList rest;
    for (const std::string* text : {&head.address, &head.phone, &head.email})
        if (!text->empty())
            rest << QString::fromStdString(*text).replace(QLatin1Char('\n'), QChar::LineSeparator);
    if (rest.isEmpty())
        right.setBottomMargin(look.gap * 2);
    cursor.setBlockFormat(right);
    cursor.insertText(QString::fromStdString(head.organisation), strong);
    if (!rest.isEmpty()) {
        right.setBottomMargin(look.gap * 2);
        cursor.insertBlock(right);
        cursor.insertText(rest.join(QChar::LineSeparator), small);
    }
    cursor.insertBlock(QTextBlockFormat{});
}

class Pages {
public:
    Pages(QPagedPaintDevice& device, const letters::Document& letter, const Letterhead& head) : m_head{head}
    {
        const QRectF area{QPointF{}, device.pageLayout().paintRectPixels(device.logicalDpiX()).size()};
        m_scale = device.logicalDpiY() / pointsPerInch;
        m_page = area.adjusted(0, 0, 0, -footHeight * m_scale);
        m_area = area;
        const LetterLook look = paperLook(letter.variant);
        m_document.documentLayout()->setPaintDevice(&device);
        m_document.setDocumentMargin(0);
        m_document.setDefaultFont(look.font);
        m_document.setIndentWidth(look.indent);
        m_document.setPageSize(m_page.size());
        layOut(letter, look);
        m_font = look.font;
        m_font.setPointSizeF(std::max(smallText, bodySize(letter.variant) * 0.8));
        m_showsHead = letter.letterhead;
    }

    int count() const { return m_count; }

    void paint(QPainter& painter, int page)
    {
        painter.save();
        painter.translate(0, -page * m_page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        const QRectF shown{0, page * m_page.height(), m_page.width(), m_page.height()};
        // A dot within: what touches the edge from the other page is not drawn, not even hidden.
        context.clip = shown.adjusted(0, 1, 0, -1);
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(shown);
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
        paintFoot(painter, page);
    }

private:
    /// A line or two that would stand alone on a last page are brought back by less air between paragraphs; the size of
    /// the text stays. Where that is not enough, the section they belong to goes along.
    void layOut(const letters::Document& letter, const LetterLook& look)
    {
        for (const qreal air : {1.0, 0.85, 0.7}) {
            fill(letter, look, air);
            m_count = settlePages(m_document);
            if (!hasLonelyEnd(m_document))
                return;
        }
        fill(letter, look, 1);
        settlePages(m_document);
        m_count = settleLonelyEnd(m_document);
    }

    void fill(const letters::Document& letter, LetterLook look, qreal air)
    {
        look.gap *= air;
        m_document.clear();
        QTextCursor cursor{&m_document};
        if (letter.letterhead && !m_head.organisation.empty())
            addLetterhead(cursor, m_head, look);
        appendLetter(cursor, letter, look);
    }

    void paintFoot(QPainter& painter, int page)
    {
        painter.setFont(m_font);
        painter.setPen(Qt::black);
        const QString number = QCoreApplication::translate("Letter", "Page %1 of %2").arg(page + 1).arg(count());
        painter.drawText(m_area, Qt::AlignRight | Qt::AlignBottom, number);
        if (m_showsHead && !m_head.footer.empty())
            painter.drawText(m_area, Qt::AlignLeft | Qt::AlignBottom, QString::fromStdString(m_head.footer));
    }

    const Letterhead& m_head;
    QTextDocument m_document;
    QRectF m_page;
    QRectF m_area;
    QFont m_font;
    qreal m_scale = 1;
    int m_count = 1;
    bool m_showsHead = true;
};

}  // namespace

int paintLetter(QPagedPaintDevice& device, const letters::Document& letter, const Letterhead& head)
{
    const Margins& margins = head.margins;
    device.setPageSize(QPageSize{QPageSize::A4});
    device.setPageMargins(QMarginsF(margins.left, margins.top, margins.right, margins.bottom), QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    Pages pages{device, letter, head};
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            device.newPage();
        pages.paint(painter, page);
    }
    painter.end();
    return pages.count();
}

QByteArray pdfOf(const letters::Document& letter, const Letterhead& head)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setResolution(pdfResolution);
    writer.setTitle(QString::fromStdString(letter.title));
    writer.setCreator(QStringLiteral("Holdfast"));
    paintLetter(writer, letter, head);
    return bytes;
}

QString fileNameFor(letters::LetterKind kind)
{
    switch (kind) {
    case letters::LetterKind::jointReferral: return QStringLiteral("joint-referral.pdf");
    case letters::LetterKind::challenge: return QStringLiteral("challenge-letter.pdf");
    case letters::LetterKind::chase: return QStringLiteral("request-for-an-answer.pdf");
    case letters::LetterKind::handover: return QStringLiteral("hand-over.pdf");
    case letters::LetterKind::toPerson:
    case letters::LetterKind::toCarer: return QStringLiteral("letter.pdf");
    case letters::LetterKind::rightsCard: return QStringLiteral("rights-card.pdf");
    case letters::LetterKind::partnerSheet: return QStringLiteral("for-partner-agencies.pdf");
    }
    return {};
}

}  // namespace holdfast::ui
