// The bounce report as files: which kinds there are, what they are called, and writing one so that a failure leaves nothing
// half done.
#pragma once

#include "app/reports.h"
#include "report/picture.h"

#include <QString>

#include <atomic>
#include <memory>

namespace holdfast::ui {

enum class FileKind : std::uint8_t { pdf, excel, page, csv, json, svg, png };
inline constexpr std::array allFileKinds{FileKind::pdf, FileKind::excel, FileKind::page, FileKind::csv,
                                         FileKind::svg, FileKind::png,   FileKind::json};

QString words(FileKind kind);         ///< "PDF"
QString purposeWords(FileKind kind);  ///< what it is good for, in a sentence
QString suffix(FileKind kind);        ///< "xlsx"

struct FileChoice {
    FileKind kind = FileKind::pdf;
    bool forExcel = false;  ///< of a CSV: a mark that makes spreadsheets read it as UTF-8
    std::string picture;    ///< only this one, of svg and png; empty: every picture
    app::ReportRequest request{};
};

/// "bounces-2026-07-01-to-2026-09-30.pdf": the period and nobody.
QString suggestedName(const FileChoice& choice);

/// Told while the file is made, on another thread than it is read.
struct FileProgress {
    std::atomic<int> step{0};  ///< of fileSteps
    std::atomic<bool> stop{false};
};
inline constexpr int fileSteps = 4;  ///< reading, protecting, making, writing

/// Reads, protects, makes and writes: `path` is the file, or how the names of several pictures begin. How many were written.
Result<int> writeReport(app::Reports& reports, const app::Session& session, FileChoice choice, const std::string& path,
                        FileProgress& progress);

/// The same pages for a printer.
Result<QByteArray> reportPages(app::Reports& reports, const app::Session& session, const FileChoice& choice,
                               FileProgress& progress);

/// What went wrong with a file and what to do now.
QString fileErrorWords(const Error& error);

}  // namespace holdfast::ui
