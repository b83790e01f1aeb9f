// What the window remembers between sessions: sizes, filters, scroll positions. Never a person's name or text.
#pragma once

#include <QHash>
#include <QVariant>

class QSettings;

namespace holdfast::ui {

class SettingsStore {
public:
    virtual ~SettingsStore() = default;
    virtual QVariant value(const QString& key, const QVariant& otherwise = {}) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

/// Percent; the start window and the main window speak of the same.
inline const auto textSizeSetting = QStringLiteral("window/textSize");
/// "system", "light" or "dark"
inline const auto appearanceSetting = QStringLiteral("window/appearance");
/// Minutes without a key or a move of the mouse until the screen locks, 1 to 15.
inline const auto lockMinutesSetting = QStringLiteral("lock/minutes");
inline constexpr int usualLockMinutes = 5;

/// In the file that belongs to the user of this computer.
class FileSettings final : public SettingsStore {
public:
    explicit FileSettings(QSettings& settings) : m_settings{settings} {}
    QVariant value(const QString& key, const QVariant& otherwise) const override;
    void setValue(const QString& key, const QVariant& value) override;

private:
    QSettings& m_settings;
};

/// For tests, and for a practice session that leaves no trace.
class MemorySettings final : public SettingsStore {
public:
    QVariant value(const QString& key, const QVariant& otherwise) const override
    {
        return m_values.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

}  // namespace holdfast::ui
