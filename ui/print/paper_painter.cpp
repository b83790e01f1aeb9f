#include "print/paper_painter.h"

#include "print/report_paper.h"
#include "reports/picture_view.h"

#include <QGuiApplication>

#include <iostream>

namespace holdfast::ui {
namespace {

constexpr int pngScale = 3;  ///< sharp on paper too

/// A remark about where a session keeps its sockets helps nobody who reads a terminal.
void keepQuietAboutPaths(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.startsWith(QLatin1String{"QStandardPaths:"}))
        std::cerr << message.toStdString() << '\n';
}

Result<std::string> orFailed(const QByteArray& bytes, const char* what)
{
    if (bytes.isEmpty())
        return Error{ErrorCode::storeFailed, what, "it could not be painted"};
    return bytes.toStdString();
}

}  // namespace

PaperPainter::PaperPainter(int& argc, char** argv) : m_argc{argc}, m_argv{argv} {}

PaperPainter::~PaperPainter() = default;

void PaperPainter::begin()
{
    if (m_application)
        return;
    qInstallMessageHandler(keepQuietAboutPaths);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(m_argc, m_argv);
}

Result<std::string> PaperPainter::pdf(const report::Document& document, const std::vector<report::Picture>& pictures)
{
    begin();
    return orFailed(reportPdf(document, pictures), "pdf");
}

Result<std::string> PaperPainter::png(const report::Drawing& drawing)
{
    begin();
    return orFailed(pngOf(drawing, pngScale), "png");
}

}  // namespace holdfast::ui
