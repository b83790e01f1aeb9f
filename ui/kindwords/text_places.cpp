#include "kindwords/text_places.h"

#include "widgets/dialog_sheet.h"
#include "words/codes.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

int TextPlaces::of(std::size_t byte)
{
    while (m_byte < byte && m_byte < static_cast<std::size_t>(m_utf8.size())) {
        const auto lead = static_cast<unsigned char>(m_utf8[static_cast<qsizetype>(m_byte)]);
        m_position += (lead & 0xc0) == 0x80 ? 0 : lead >= 0xf0 ? 2 : 1;
        ++m_byte;
    }
    return m_position;
}

std::string_view bytesOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QWidget& groundOf(QWidget& editor)
{
    for (QWidget* widget = editor.parentWidget(); widget != nullptr; widget = widget->parentWidget())
        if (qobject_cast<DialogSheet*>(widget) != nullptr)
            return *widget;
    return *editor.window();
}

QString adviceOn(const KindWordMatcher& matcher, const KindHit& hit)
{
    QStringList instead;
    for (const std::string& each : matcher.instead(hit))
        instead.append(Words::tr("“%1”").arg(text(each)));
    return Words::tr("Perhaps %1. %2 F7 to change it.")
        .arg(instead.join(Words::tr(" or ")), text(matcher.word(hit).why));
}

}  // namespace holdfast::ui
