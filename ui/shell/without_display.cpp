#include "shell/without_display.h"

#include <QString>

#include <iostream>

namespace holdfast::ui {
namespace {

/// Remarks that windows have no frame there, or that a session keeps no sockets, help nobody who reads the terminal.
void keepQuietAboutFrames(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.contains(QLatin1String{"propagateSizeHints"}) && !message.startsWith(QLatin1String{"QStandardPaths:"}))
        std::cerr << message.toStdString() << '\n';
}

}  // namespace

void useNoDisplay()
{
    qInstallMessageHandler(keepQuietAboutFrames);
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

}  // namespace holdfast::ui
