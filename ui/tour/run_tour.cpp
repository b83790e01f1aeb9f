#include "tour/run_tour.h"

#include "shell/without_display.h"
#include "theme/style.h"
#include "tour/main_job.h"
#include "tour/pictures.h"

#include <QApplication>
#include <QLocale>

namespace holdfast::ui {

Result<std::vector<std::string>> runTour(int argc, char** argv, const std::string& folder, Show show)
{
    useNoDisplay();
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("holdfast"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    const FocusRing ring;
    if (show == Show::mainJob)
        return playMainJob(folder);
    return drawPictures(folder).transform([&](int count) {
        return std::vector<std::string>{"Drew " + std::to_string(count) + " pictures in " + folder};
    });
}

}  // namespace holdfast::ui
