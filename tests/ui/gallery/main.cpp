// holdfast_ui_gallery FOLDER: draws the gallery in both schemes and at 200 % text.
#include "gallery.h"
#include "shell/settings_store.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTextStream>

using namespace holdfast::ui;

namespace {

bool save(QWidget& widget, const QString& file)
{
    QApplication::processEvents();
    QApplication::processEvents();
    QTextStream{stdout} << file << Qt::endl;
    return widget.grab().save(file);
}

bool drawWindow(Theme& theme, const QDir& folder, const QString& variant)
{
    bool saved = true;
    for (const bool sheet : {false, true}) {
        MemorySettings settings;
        settings.setValue(QStringLiteral("window/textSize"), theme.textSize());
        const std::unique_ptr<QWidget> window{gallery::window(theme, settings, sheet)};
        window->resize(1440, 900);
        window->show();
        const QString name = sheet ? QStringLiteral("sheet") : QStringLiteral("window");
        saved = save(*window, folder.filePath(QStringLiteral("gallery_%1_%2.png").arg(name, variant))) && saved;
    }
    return saved;
}

}  // namespace

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
            if (!save(*page, folder.filePath(QStringLiteral("gallery_%1_%2.png").arg(name, variant))))
                return false;
        }
        return drawWindow(theme, folder, variant);
    };
    bool saved = draw(QStringLiteral("light"), {1440, 900});
    theme.setScheme(Scheme::dark);
    saved = draw(QStringLiteral("dark"), {1440, 900}) && saved;
    theme.setScheme(Scheme::light);
    theme.setTextSize(200);
    saved = draw(QStringLiteral("text200"), {2880, 1800}) && saved;
    return saved ? EXIT_SUCCESS : EXIT_FAILURE;
}
