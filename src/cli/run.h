// The command line without a display: arguments to use cases to text, JSON or a file.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "cli/arguments.h"

#include <functional>
#include <iosfwd>

namespace holdfast::report {
struct Document;
struct Drawing;
struct Picture;
}  // namespace holdfast::report

namespace holdfast::cli {

inline constexpr int exitDone = 0;
inline constexpr int exitNo = 1;     ///< a check or an expectation failed
inline constexpr int exitWrong = 2;  ///< wrong use or bad input

/// A report with its pictures as a file that only the program with its screens can make.
using ReportPainter =
    std::function<Result<std::string>(const report::Document& document, const std::vector<report::Picture>& pictures)>;

/// A drawing as the bytes of a PNG.
using DrawingPainter = std::function<Result<std::string>(const report::Drawing& drawing)>;

/// Where a command reads the time and writes its answer.
struct Surroundings {
    const Clock& clock;
    Random& random;
    std::ostream& out;
    std::ostream& err;
    ReportPainter writePdf{};   ///< not there without the screens: then `--format pdf` is refused
    DrawingPainter paintPng{};  ///< the same for `--format png`
};

/// Runs any verb but those that need the screens and returns the exit code.
int run(const Arguments& arguments, Surroundings& around);

/// `code` when all that was printed has arrived, else a complaint and exitWrong: a full disk or a reader that hung up.
int delivered(std::ostream& out, std::ostream& err, int code);

/// One line on `err` naming the place and what to do; returns exitWrong.
int complain(std::ostream& err, const Error& error);

}  // namespace holdfast::cli
