#include "theme/icons.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>

using namespace holdfast::ui;

namespace {

QByteArray read(const QString& path)
{
    QFile file{path};
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}  // namespace

TEST_CASE("all seventy icons load and stay on their grid")
{
    const Icons icons;
    CHECK(icons.names().size() == 70);
    const QDir folder{QStringLiteral(HOLDFAST_SOURCE_DIR "/resources/icons")};
    const QStringList files = folder.entryList({QStringLiteral("*.svg")});
    REQUIRE(files.size() == 70);
    for (const QString& name : files) {
        INFO(name.toStdString());
        const auto shape = readIcon(read(folder.filePath(name)));
        REQUIRE(shape);
        for (const IconStroke& stroke : *shape) {
            CHECK_FALSE(stroke.path.isEmpty());
            const QRectF box = stroke.path.controlPointRect();
            CHECK(qMin(box.left(), box.top()) >= 0);
            CHECK(qMax(box.right(), box.bottom()) <= iconGrid);
        }
    }
}

TEST_CASE("path data reads absolute and relative commands, numbers that touch, and arcs")
{
    const auto path = readPathData(u"M5 5h10v10L5 15z");
    REQUIRE(path);
    CHECK(path->boundingRect() == QRectF{5, 5, 10, 10});
    const auto touching = readPathData(u"M1.5.5-.5-1");
    REQUIRE(touching);
    CHECK(touching->elementAt(0).x == 1.5);
    CHECK(touching->elementAt(0).y == 0.5);
    CHECK(touching->elementAt(1).y == -1);
    const auto half = readPathData(u"M10 4a6 6 0 0 1 0 12");
    REQUIRE(half);
    CHECK(half->currentPosition() == QPointF{10, 16});
    CHECK(half->boundingRect().right() > 15.9);
    CHECK(half->boundingRect().left() > 9.9);
}

TEST_CASE("path data that cannot be read to its end is refused")
{
    CHECK_FALSE(readPathData(u"M5"));
    CHECK_FALSE(readPathData(u"5 5"));
    CHECK_FALSE(readPathData(u"M5 5 Q1 1 2 2"));
    CHECK_FALSE(readPathData(u"M5 5 a6 6 0 2 1 3 3"));
    CHECK_FALSE(readPathData(u"M5 5z6"));
}

TEST_CASE("an icon with an element we do not know is refused whole")
{
    CHECK_FALSE(readIcon("<svg><path d='M1 1h2'/><text>x</text></svg>"));
    CHECK_FALSE(readIcon("<svg></svg>"));
    CHECK_FALSE(readIcon("<svg><path d='M1 1"));
    CHECK(readIcon("<svg><line x1='1' y1='1' x2='3' y2='3'/></svg>"));
}
