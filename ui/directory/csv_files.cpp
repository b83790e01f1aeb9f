#include "directory/csv_files.h"

#include "base/platform.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CsvFiles)
};

constexpr std::size_t importLimit = 5 * 1024 * 1024;

}  // namespace

void chooseCsvToImport(QWidget& page, const QString& title, std::function<void(const Result<std::string>& csv)> take)
{
    auto* dialog = new QFileDialog{page.window(), title, {}, Words::tr("CSV files (*.csv);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &page, [take = std::move(take)](const QString& path) {
        take(platform::readFile(path.toStdString(), importLimit));
    });
    dialog->open();
}

void chooseCsvToExport(Desk& desk, QWidget& page, const QString& title, const QString& fileName,
                       std::function<Result<std::string>(UseCases& use, const app::Session& session)> make,
                       std::function<void(const Result<Done>& written)> take)
{
    auto* dialog = new QFileDialog{page.window(), title, {}, Words::tr("CSV files (*.csv)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(fileName);
    const auto chosen = [&desk, &page, make = std::move(make), take = std::move(take)](const QString& path) {
        desk.ask(
            &page,
            [make, path = path.toStdString()](UseCases& use, const app::Session& session) {
                return make(use, session).and_then([&](const std::string& csv) {
                    return platform::writeFileAtomically(path, csv);
                });
            },
            take);
    };
    QObject::connect(dialog, &QFileDialog::fileSelected, &page, chosen);
    dialog->open();
}

}  // namespace holdfast::ui
