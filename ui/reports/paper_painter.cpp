#include "reports/paper_painter.h"

#include "print/picture_painter.h"
#include "reports/report_paper.h"
#include "shell/without_display.h"

#include <QGuiApplication>

namespace holdfast::ui {
namespace {

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
    useNoDisplay();
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
    return orFailed(pngOf(drawing), "png");
}

}  // namespace holdfast::ui
