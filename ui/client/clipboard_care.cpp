#include "client/clipboard_care.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto staysFor = 1min;
const auto secretHint = QStringLiteral("x-kde-passwordManagerHint");

QByteArray printOf(const QClipboard& clipboard)
{
    const QString text = clipboard.text();
    return text.isEmpty() ? QByteArray{} : QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

/// The same with the word that clipboard managers look for.
QMimeData* markedSecret(const QMimeData& copied)
{
    auto* marked = new QMimeData;
    for (const QString& format : copied.formats())
        marked->setData(format, copied.data(format));
    marked->setData(secretHint, "secret");
    return marked;
}

}  // namespace

ClipboardCare::ClipboardCare(QObject* parent) : QObject{parent}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(staysFor);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardCare::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardCare::look);
}

void ClipboardCare::look()
{
    QClipboard& clipboard = *QGuiApplication::clipboard();
    const QMimeData* copied = clipboard.mimeData();
    // Another program's copy is none of our business, and changes while one of our windows is in front are ours.
    const bool isOurs = clipboard.ownsClipboard() || QGuiApplication::focusWindow();
    if (!copied || !copied->hasText() || !isOurs)
        return;
    if (!copied->hasFormat(secretHint))
        return clipboard.setMimeData(markedSecret(*copied));  // which brings us here again
    m_print = printOf(clipboard);
    m_timer.start();
}

void ClipboardCare::clear()
{
    m_timer.stop();
    QClipboard& clipboard = *QGuiApplication::clipboard();
    if (!m_print.isEmpty() && (clipboard.ownsClipboard() || printOf(clipboard) == m_print))
        clipboard.clear();
    m_print.clear();
}

}  // namespace holdfast::ui
