// Paints reports for the command line, where there is no display and may be no picture to paint at all.
#pragma once

#include "base/result.h"
#include "report/picture.h"

#include <memory>
#include <string>
#include <vector>

class QGuiApplication;

namespace holdfast::report {
struct Document;
}

namespace holdfast::ui {

class PaperPainter {
public:
    /// Nothing is begun before the first page or picture is asked for. The arguments must outlive this.
    PaperPainter(int& argc, char** argv);
    ~PaperPainter();

    Result<std::string> pdf(const report::Document& document, const std::vector<report::Picture>& pictures);
    Result<std::string> png(const report::Drawing& drawing);

private:
    void begin();

    int& m_argc;
    char** m_argv;
    std::unique_ptr<QGuiApplication> m_application;  ///< what fonts need
};

}  // namespace holdfast::ui
