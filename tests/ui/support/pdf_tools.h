// What other programs read in a PDF: poppler's tools.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <QProcess>
#include <QTemporaryFile>

namespace holdfast::ui::test {

/// What the tool prints about the file; `toOutput` ends its arguments with "-", for tools that write files otherwise.
inline QString toolSays(const char* program, const QStringList& arguments, const QByteArray& pdf, bool toOutput = true)
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write(pdf);
    file.flush();
    QStringList all = QStringList{arguments} << file.fileName();
    if (toOutput)
        all << QStringLiteral("-");
    QProcess process;
    process.start(QString::fromLatin1(program), all);
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace holdfast::ui::test
