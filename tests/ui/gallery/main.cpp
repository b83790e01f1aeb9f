// holdfast_ui_gallery FOLDER: draws the gallery in both schemes and at 200 % text.
#include "gallery.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTextStream>

using namespace holdfast::ui;

int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    const QDir folder{QApplication::arguments().value(1, QStringLiteral("."))};
    Theme theme;
    theme.applyTo(application);
    const std::pair<QString, QWidget* (*)(const Theme&)> pages[]{
        {QStringLiteral("1"), gallery::componentsOne},
        {QStringLiteral("2"), gallery::componentsTwo},
        {QStringLiteral("3"), gallery::componentsThree},
    };
    const auto draw = [&](const QString& variant, QSize size) {
        for (const auto& [name, make] : pages) {
            const std::unique_ptr<QWidget> page{make(theme)};
            page->setAutoFillBackground(true);
            page->resize(size);
            page->show();
            QApplication::processEvents();
            QApplication::processEvents();
            const QString file = folder.filePath(QStringLiteral("gallery_%1_%2.png").arg(name, variant));
            if (!page->grab().save(file))
                return false;
            QTextStream{stdout} << file << Qt::endl;
        }
        return true;
    };
    bool saved = draw(QStringLiteral("light"), {1440, 900});
    theme.setScheme(Scheme::dark);
    saved = draw(QStringLiteral("dark"), {1440, 900}) && saved;
    theme.setScheme(Scheme::light);
    theme.setTextSize(200);
    saved = draw(QStringLiteral("text200"), {2880, 1800}) && saved;
    return saved ? EXIT_SUCCESS : EXIT_FAILURE;
}
