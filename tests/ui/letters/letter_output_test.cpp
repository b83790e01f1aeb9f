#include "letters/letter_output.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>
#include <QPrinter>
#include <QTemporaryDir>

using namespace holdfast::ui;

namespace {

/// Pages one after the other, each less filled than the one before.
QByteArray pagesOf(int count)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer{&buffer};
        writer.setPageSize(QPageSize{QPageSize::A4});
        QPainter painter{&writer};
        for (int page = 0; page < count; ++page) {
            if (page > 0)
                writer.newPage();
            painter.fillRect(0, 0, writer.width(), writer.height() * (count - page) / (count + 1), Qt::black);
        }
    }
    return buffer.data();
}

/// How much of each page is black, in tenths.
QList<int> blackness(const QString& path)
{
    QPdfDocument document;
    REQUIRE(document.load(path) == QPdfDocument::Error::None);
    QList<int> tenths;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QImage image = document.render(page, {10, 100});
        int black = 0;
        for (int y = 0; y < image.height(); ++y)
            black += qAlpha(image.pixel(5, y)) > 128 && qGray(image.pixel(5, y)) < 128 ? 1 : 0;
        tenths << (black + 5) / 10;
    }
    return tenths;
}

struct Printed {
    int pages = 0;
    QList<int> tenths;
};

Printed printed(const QByteArray& pdf, int from, int to)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.pdf"));
    Printed result;
    {
        QPrinter printer{QPrinter::HighResolution};
        printer.setOutputFileName(path);
        printer.setPageSize(QPageSize{QPageSize::A4});
        printer.setFullPage(true);
        printer.setResolution(300);
        if (from > 0) {
            printer.setPrintRange(QPrinter::PageRange);
            printer.setFromTo(from, to);
        }
        result.pages = printPages(printer, pdf);
    }
    if (QFile::exists(path))
        result.tenths = blackness(path);
    return result;
}

}  // namespace

TEST_CASE("all pages are printed, or those that were asked for")
{
    const QByteArray pdf = pagesOf(3);
    const Printed all = printed(pdf, 0, 0);
    CHECK(all.pages == 3);
    REQUIRE(all.tenths.size() == 3);
    CHECK(all.tenths[0] > all.tenths[1]);
    CHECK(all.tenths[1] > all.tenths[2]);

    CHECK(printed(pdf, 2, 3).pages == 2);
    CHECK(printed(pdf, 2, 3).tenths == all.tenths.mid(1));
    CHECK(printed(pdf, 3, 9).tenths == all.tenths.mid(2));
    CHECK(printed(pdf, 4, 9).pages == 0);
}
