#include "reports/report_files.h"

#include "app/report_writing.h"
#include "print/picture_painter.h"
#include "reports/report_paper.h"
#include "words/codes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportFiles)
};

using OutFile = app::ReportFile;

Error stopped()
{
    return {ErrorCode::cancelled, "report", "stopped"};
}

/// The name that the audit gives the format: the command line's.
std::string formatOf(FileKind kind)
{
    return kind == FileKind::page ? "html" : suffix(kind).toStdString();
}

bool isOfPictures(FileKind kind)
{
    return kind == FileKind::svg || kind == FileKind::png;
}

/// Office programs put a small file beside the one they have open.
bool isOpenElsewhere(const std::string& path)
{
    const QFileInfo file{QString::fromStdString(path)};
    const QString folder = file.absolutePath() + u'/';
    return file.exists() && (QFile::exists(folder + QStringLiteral(".~lock.") + file.fileName() + u'#') ||
                             QFile::exists(folder + QStringLiteral("~$") + file.fileName()));
}

Result<QByteArray> pages(const report::Document& document)
{
    QByteArray pdf = reportPdf(document, report::picturesOf(document));
    if (pdf.isEmpty())
        return Error{ErrorCode::storeFailed, "pdf", "the pages could not be painted"};
    return pdf;
}

Result<std::vector<OutFile>> picturesAsFiles(const report::Document& document, const FileChoice& choice,
                                             const std::string& path)
{
    const QFileInfo file{QString::fromStdString(path)};
    const QString begin = file.path() + u'/' + file.completeBaseName();
    std::vector<OutFile> files;
    for (const report::Picture& picture : report::picturesOf(document)) {
        if (!choice.picture.empty() && picture.id != choice.picture)
            continue;
        const QString name = begin + u'-' + text(picture.id) + u'.' + suffix(choice.kind);
        std::string content = choice.kind == FileKind::svg ? app::pictureSvg(picture, document)
                                                           : pngOf(report::framed(picture, document)).toStdString();
        if (content.empty())
            return Error{ErrorCode::storeFailed, "pdf", "the picture could not be painted"};
        files.push_back({choice.picture.empty() ? name.toStdString() : path, std::move(content)});
    }
    if (files.empty())
        return Error{ErrorCode::notFound, "picture", "there is nothing to draw"};
    return files;
}

Result<std::vector<OutFile>> filesOf(const report::Document& document, const FileChoice& choice,
                                     const std::string& path)
{
    if (isOfPictures(choice.kind))
        return picturesAsFiles(document, choice, path);
    if (choice.kind == FileKind::pdf)
        return pages(document).transform([&](const QByteArray& pdf) {
            return std::vector<OutFile>{{path, pdf.toStdString()}};
        });
    return app::reportFiles(document, formatOf(choice.kind), path, choice.forExcel);
}

Result<int> written(const std::vector<OutFile>& files, FileProgress& progress)
{
    for (const OutFile& file : files)
        if (isOpenElsewhere(file.path))
            return Error{ErrorCode::busy, file.path, "another program has it open"};
    return app::writeTogether(files, [&progress] { return progress.stop.load(); }).transform([&](Done) {
        return static_cast<int>(files.size());
    });
}

/// As it is shown, with what may leave: nothing else of the store is read after this.
Result<report::Document> documentFor(app::Reports& reports, const app::Session& session, FileChoice& choice,
                                     FileProgress& progress)
{
    if (progress.stop)
        return stopped();
    choice.request.format = formatOf(choice.kind);
    choice.request.stopped = [&progress] {
        progress.step = 1;
        return progress.stop.load();
    };
    auto document = reports.bounceDocument(session, choice.request);
    progress.step = 2;
    return document;
}

}  // namespace

QString words(FileKind kind)
{
    switch (kind) {
    case FileKind::pdf: return Words::tr("PDF, to read and print");
    case FileKind::excel: return Words::tr("Excel workbook");
    case FileKind::page: return Words::tr("Web page, for every reader");
    case FileKind::csv: return Words::tr("CSV table");
    case FileKind::json: return Words::tr("JSON, for other programs");
    case FileKind::svg: return Words::tr("Pictures as SVG");
    case FileKind::png: return Words::tr("Pictures as PNG");
    }
    return {};
}

QString purposeWords(FileKind kind)
{
    switch (kind) {
    case FileKind::pdf: return Words::tr("Cover, contents, pictures, tables, definitions and caveats on A4.");
    case FileKind::excel: return Words::tr("A sheet for each table, charts, definitions, and every figure on a line.");
    case FileKind::page: return Words::tr("One file that any browser opens. Screen readers read it better than a PDF.");
    case FileKind::csv: return Words::tr("The table of the report, and its totals last.");
    case FileKind::json: return Words::tr("Every table with stable names.");
    case FileKind::svg: return Words::tr("A file for each picture, sharp at every size, for slides and web pages.");
    case FileKind::png: return Words::tr("A file for each picture, for slides and letters.");
    }
    return {};
}

QString suffix(FileKind kind)
{
    switch (kind) {
    case FileKind::pdf: return QStringLiteral("pdf");
    case FileKind::excel: return QStringLiteral("xlsx");
    case FileKind::page: return QStringLiteral("html");
    case FileKind::csv: return QStringLiteral("csv");
    case FileKind::json: return QStringLiteral("json");
    case FileKind::svg: return QStringLiteral("svg");
    case FileKind::png: return QStringLiteral("png");
    }
    return {};
}

QString suggestedName(const FileChoice& choice)
{
    const report::MeasureQuery& query = choice.request.query;
    const QString of = choice.picture.empty() ? QString{} : text(choice.picture) + u'-';
    return QStringLiteral("bounces-%1%2-to-%3.%4")
        .arg(of, text(formatDate(query.from)), text(formatDate(query.to)), suffix(choice.kind));
}

Result<int> writeReport(app::Reports& reports, const app::Session& session, FileChoice choice, const std::string& path,
                        FileProgress& progress)
{
    // Before anything is read or noted: a file that cannot be written should not stand in the audit.
    if (!isOfPictures(choice.kind) && isOpenElsewhere(path))
        return Error{ErrorCode::busy, path, "another program has it open"};
    const auto document = documentFor(reports, session, choice, progress);
    if (!document)
        return document.error();
    auto files = filesOf(*document, choice, path);
    progress.step = 3;
    if (!files)
        return std::move(files).error();
    auto count = written(*files, progress);
    progress.step = fileSteps;
    return count;
}

Result<QByteArray> reportPages(app::Reports& reports, const app::Session& session, const FileChoice& choice,
                               FileProgress& progress)
{
    FileChoice paper = choice;
    paper.kind = FileKind::pdf;
    const auto document = documentFor(reports, session, paper, progress);
    if (!document)
        return document.error();
    auto pdf = pages(*document);
    progress.step = fileSteps;
    return pdf;
}

QString fileErrorWords(const Error& error)
{
    switch (error.code) {
    case ErrorCode::readOnly:
        return Words::tr("You may not save in this folder. Nothing was written. Choose another folder.");
    case ErrorCode::diskFull:
        return Words::tr("The disk is full. Nothing was written. Make room, or choose another disk.");
    case ErrorCode::busy:
        return Words::tr("This file is open in another program. Close it there, or choose another name.");
    case ErrorCode::cancelled: return Words::tr("Stopped. Nothing was written.");
    case ErrorCode::notFound:
        return error.where == "picture" ? Words::tr("There is nothing to draw in this period. Choose a longer one.")
                                        : Words::tr("This folder is no longer there. Choose another.");
    case ErrorCode::invalid:
        return error.where == "to" ? Words::tr("Small numbers can only be hidden in whole months. Choose whole months.")
                                   : Words::tr("A file cannot be saved under this name. Choose another.");
    case ErrorCode::storeFailed:
        if (error.where == "pdf")
            return Words::tr("The pages could not be made. Choose another kind of file.");
        return words(error);
    case ErrorCode::unavailable:
        return Words::tr("The file could not be written there. Nothing is left of it. Choose another folder.");
    case ErrorCode::conflict:
    case ErrorCode::refused:
    case ErrorCode::forbidden:
    case ErrorCode::notAStore:
    case ErrorCode::newerStore:
    case ErrorCode::damaged:
    case ErrorCode::wrongKey: return words(error);
    }
    return {};
}

}  // namespace holdfast::ui
