#include "shell/settings_store.h"

#include <QSettings>

namespace holdfast::ui {

QVariant FileSettings::value(const QString& key, const QVariant& otherwise) const
{
    return m_settings.value(key, otherwise);
}

void FileSettings::setValue(const QString& key, const QVariant& value)
{
    m_settings.setValue(key, value);
}

}  // namespace holdfast::ui
