#include "letters/letter_output.h"

#include "async/desk.h"
#include "base/platform.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfDocument>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>
#include <memory>

namespace holdfast::ui {
namespace {

constexpr int printResolution = 300;
constexpr qreal pointsPerInch = 72;

struct LetterOutput {
    Q_DECLARE_TR_FUNCTIONS(LetterOutput)
};

/// A PDF in memory; the document reads from the buffer as long as it lives.
class Pdf {
public:
    explicit Pdf(const QByteArray& bytes) : m_bytes{bytes}
    {
        m_buffer.setData(m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }
    ~Pdf() { m_document.close(); }
    Pdf(const Pdf&) = delete;
    Pdf& operator=(const Pdf&) = delete;

    QPdfDocument& document() { return m_document; }

private:
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfDocument m_document;
};

}  // namespace

QString printedWords(int pages)
{
    return counted(pages, LetterOutput::tr("Sent to the printer: 1 page."),
                   LetterOutput::tr("Sent to the printer: %1 pages."));
}

int printPages(QPrinter& printer, const QByteArray& bytes)
{
    Pdf pdf{bytes};
    QPdfDocument& document = pdf.document();
    const bool some = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = some ? printer.fromPage() - 1 : 0;
    const int end = some ? std::min(printer.toPage(), document.pageCount()) : document.pageCount();
    QPainter painter;
    if (first >= end || !painter.begin(&printer))
        return 0;
    for (int page = first; page < end; ++page) {
        if (page > first)
            printer.newPage();
        const QSize size = (document.pagePointSize(page) * (printResolution / pointsPerInch)).toSize();
        painter.drawImage(QRectF{0, 0, qreal(printer.width()), qreal(printer.height())}, document.render(page, size));
    }
    return end - first;
}

void printPdf(QWidget& window, const QByteArray& bytes, std::function<void(int)> printed)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize{QPageSize::A4});
    printer->setFullPage(true);
    printer->setResolution(printResolution);
    auto* dialog = new QPrintDialog{printer.get(), &window};
    dialog->setMinMax(1, Pdf{bytes}.document().pageCount());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &window,
                     [printer, bytes, printed = std::move(printed)] { printed(printPages(*printer, bytes)); });
    dialog->open();
}

void saveFile(QWidget& window, Desk& desk, const QString& suggestedName, const QByteArray& bytes,
              std::function<void(const QString&)> saved)
{
    auto* dialog = new QFileDialog{&window, QCoreApplication::translate("Letter", "Save a copy")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (const QString suffix = QFileInfo{suggestedName}.suffix(); !suffix.isEmpty())
        dialog->setDefaultSuffix(suffix);
    dialog->selectFile(suggestedName);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &window,
        [&window, &desk, bytes, saved = std::move(saved)](const QString& path) {
            desk.ask(
                &window,
                [path = path.toStdString(), content = bytes.toStdString()](UseCases&, const app::Session&) {
                    return platform::writeFileAtomically(path, content);
                },
                [saved](const Result<Done>& written) { saved(written ? QString{} : words(written.error())); });
        });
    dialog->open();
}

QString textOf(const QByteArray& bytes)
{
    Pdf pdf{bytes};
    QStringList pages;
    for (int page = 0; page < pdf.document().pageCount(); ++page)
        pages << pdf.document().getAllText(page).text();
    return pages.join(QLatin1Char('\n'));
}

void copyText(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace holdfast::ui
