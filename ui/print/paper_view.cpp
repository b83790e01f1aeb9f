#include "print/paper_view.h"

#include "theme/theme.h"
#include "widgets/cards.h"

#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int mostPages = 200;
constexpr int widest = 900;
constexpr qreal mostTimesAsHigh = 10;  ///< a page from outside may claim any shape

}  // namespace

PaperView::PaperView(const Theme& theme, QWidget* parent)
    : QScrollArea{parent}, m_theme{theme}, m_buffer{new QBuffer{this}}, m_inside{new QWidget}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // a page is always as wide as the view
    setAccessibleName(tr("Pages"));
    m_column = new QVBoxLayout{m_inside};
    m_column->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    m_column->setSpacing(theme.px(16));
    setWidget(m_inside);
}

PaperView::~PaperView()
{
    m_document.close();  // before the bytes it reads go
}

bool PaperView::show(const QByteArray& pdf)
{
    m_document.close();
    m_buffer->close();
    m_bytes = pdf;
    m_buffer->setData(m_bytes);
    m_buffer->open(QIODevice::ReadOnly);
    m_document.load(m_buffer);
    const bool readable = m_document.status() == QPdfDocument::Status::Ready && m_document.pageCount() > 0;
    m_drawnWidth = 0;
    draw();
    return readable;
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    draw();
}

void PaperView::draw()
{
    const int width = qMin(viewport()->width() - m_theme.px(48), m_theme.px(widest));
    if (width == m_drawnWidth || width < m_theme.px(80))
        return;
    m_drawnWidth = width;
    clearLayout(*m_column);
    const int pages = qMin(m_document.status() == QPdfDocument::Status::Ready ? m_document.pageCount() : 0, mostPages);
    for (int page = 0; page < pages; ++page) {
        const QSizeF points = m_document.pagePointSize(page);
        if (points.width() <= 0 || points.height() <= 0 || points.height() > mostTimesAsHigh * points.width())
            continue;
        const qreal sharp = devicePixelRatioF();
        const QSizeF wanted = points * (width * sharp / points.width());
        QImage image = m_document.render(page, wanted.toSize());
        QImage paper{image.size(), QImage::Format_RGB32};
        paper.fill(Qt::white);
        QPainter{&paper}.drawImage(0, 0, image);
        paper.setDevicePixelRatio(sharp);
        auto* label = new QLabel;
        label->setPixmap(QPixmap::fromImage(paper));
        label->setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(pages));
        label->setFrameShape(QFrame::Box);
        label->setMinimumSize(label->sizeHint());  // never squeezed into the view
        m_column->addWidget(label, 0, Qt::AlignHCenter);
        label->show();  // what is still hidden counts for nothing below
    }
    m_column->addStretch();
    // At once: as long as the inside keeps the width of earlier pages, these would stand beside the middle.
    m_column->activate();
    m_inside->setMinimumHeight(m_column->sizeHint().height());  // a scroll area would squeeze it into the view
    m_inside->resize(viewport()->width(), m_column->sizeHint().height());
}

}  // namespace holdfast::ui
