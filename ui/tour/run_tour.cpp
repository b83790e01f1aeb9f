#include "tour/run_tour.h"

#include "theme/style.h"
#include "tour/main_job.h"
#include "tour/pictures.h"

#include <QApplication>
#include <QLocale>

#include <iostream>

namespace holdfast::ui {
namespace {

/// The platform without a display remarks that windows have no frame; that helps nobody who reads the terminal.
void keepQuietAboutFrames(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.contains(QLatin1String{"propagateSizeHints"}) && !message.startsWith(QLatin1String{"QStandardPaths:"}))
        std::cerr << message.toStdString() << '\n';
}

}  // namespace

Result<std::vector<std::string>> runTour(int argc, char** argv, const std::string& folder, Show show)
{
    qInstallMessageHandler(keepQuietAboutFrames);
    qputenv("QT_QPA_PLATFORM", "offscreen");
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
