// A new passphrase, typed twice, with its strength: wherever somebody chooses one or gives one.
#pragma once

#include <QWidget>

#include <optional>
#include <string>

namespace holdfast::ui {

class FieldBox;
class PassphraseEdit;
class StrengthMeter;
class Theme;

class NewPassphrase final : public QWidget {
    Q_OBJECT

public:
    NewPassphrase(const Theme& theme, const QString& label, QWidget* parent = nullptr);

    /// Emptied when it is long and hard enough and the same twice; else the fields say what is wrong.
    std::optional<std::string> take();
    void focus();

signals:
    void edited();
    void entered();

private:
    void showStrength();

    PassphraseEdit* m_first;
    PassphraseEdit* m_again;
    FieldBox* m_firstField;
    FieldBox* m_againField;
    StrengthMeter* m_meter;
};

}  // namespace holdfast::ui
