// Catch2 with an application around it: GUI tests run on the offscreen platform unless told otherwise.
#include <catch2/catch_session.hpp>

#include <QApplication>
#include <QLocale>

int main(int argc, char* argv[])
{
    // Also while CMake lists the cases at build time, where no environment is set. Override to watch.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale::c());
    return Catch::Session{}.run(argc, argv);
}
