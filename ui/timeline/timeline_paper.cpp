#include "timeline/timeline_paper.h"

#include "domain/calendar.h"
#include "theme/theme.h"
#include "words/dates.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace holdfast::ui {
namespace {

constexpr int resolution = 300;
constexpr qreal pageWidth = 1080;  ///< the page as a drawing of the screen
constexpr qreal headHeight = 64;
constexpr qreal footHeight = 24;

QString tr(const char* text)
{
    return QCoreApplication::translate("CaseChart", text);
}

}  // namespace

QByteArray timelinePdf(const CasePicture& picture, const TimeWindow& window, const QString& person, Instant printed)
{
    const Theme theme;
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setResolution(resolution);
    writer.setTitle(tr("Timeline"));
    writer.setCreator(QStringLiteral("Holdfast"));
    writer.setPageLayout(
        {QPageSize{QPageSize::A4}, QPageLayout::Landscape, QMarginsF{14, 14, 14, 14}, QPageLayout::Millimeter});
    QPainter painter{&writer};
    const qreal scale = writer.width() / pageWidth;
    painter.scale(scale, scale);
    const qreal height = writer.height() / scale;
    painter.setPen(theme.color(Color::ink));
    painter.setFont(chartFont(theme, Type::h1s, 600));
    painter.drawText(QRectF{0, 0, pageWidth, 28}, Qt::AlignLeft | Qt::AlignVCenter, person);
    painter.setFont(chartFont(theme, Type::dense));
    painter.setPen(theme.color(Color::ink2));
    painter.drawText(QRectF{0, 30, pageWidth, 22}, Qt::AlignLeft | Qt::AlignVCenter, picture.summary());
    painter.save();
    painter.translate(0, headHeight);
    const ChartLayout layout = layOutChart(picture, window, theme, QSizeF{pageWidth, height - headHeight - footHeight});
    paintChart(painter, theme, picture, layout, -1);
    painter.restore();
    painter.setFont(chartFont(theme, Type::small));
    painter.setPen(theme.color(Color::ink2));
    painter.drawText(QRectF{0, height - footHeight, pageWidth, footHeight}, Qt::AlignLeft | Qt::AlignBottom,
                     tr("Confidential. A filled red mark is a bounce, a dashed line its day; a filled green mark is a "
                        "yes. Printed %1.")
                         .arg(birthDateWords(londonDate(printed))));
    painter.end();
    return bytes;
}

}  // namespace holdfast::ui
