// No text of a person may ever be read as markup: the sources are searched for the ways it could happen.
#include <catch2/catch_test_macros.hpp>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

TEST_CASE("nothing outside ui/widgets makes a label of its own or shows rich text")
{
    const QRegularExpression forbidden{QStringLiteral(
        R"(new QLabel\b|\bQLabel\s+\w+\s*[{(;]|Qt::RichText|Qt::AutoText|Qt::MarkdownText|setHtml\(|setMarkdown\(|QMessageBox)")};
    int files = 0;
    QDirIterator sources{QStringLiteral(HOLDFAST_SOURCE_DIR "/ui"),
                         {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                         QDir::Files,
                         QDirIterator::Subdirectories};
    while (sources.hasNext()) {
        const QString path = sources.next();
        if (path.contains(QStringLiteral("/ui/widgets/")) || path.contains(QStringLiteral("/ui/print/")))
            continue;
        ++files;
        QFile file{path};
        REQUIRE(file.open(QIODevice::ReadOnly));
        int number = 0;
        while (!file.atEnd()) {
            ++number;
            const QString line = QString::fromUtf8(file.readLine());
            INFO(path.toStdString() << ':' << number << ": use plainLabel() of widgets/text.h");
            CHECK_FALSE(forbidden.match(line).hasMatch());
        }
    }
    CHECK(files > 10);
}
