// Asks for the passphrase of a store, or its recovery key. Shows no person and no count.
#pragma once

#include <QWidget>

class QLabel;

namespace holdfast::ui {

class Banner;
class Button;
class FieldBox;
class IconLabel;
class PassphraseEdit;
class Theme;

class UnlockPage final : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(const Theme& theme, QWidget* parent = nullptr);

    void setStore(const QString& location);
    void explain(const QString& problem);
    void setBusy(bool busy);
    /// After too many tries nothing can be typed for that long.
    void waitFor(int seconds);

signals:
    void unlockRequested(const std::string& secret);
    void otherRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void unlock();
    void useRecoveryKey(bool use);

    const Theme& m_theme;
    QLabel* m_name;
    QLabel* m_folder;
    PassphraseEdit* m_secret;
    FieldBox* m_field;
    QWidget* m_capsLock;
    Button* m_unlock;
    Button* m_switch;
    bool m_recovery = false;
};

}  // namespace holdfast::ui
