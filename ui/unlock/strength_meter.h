// Four bars and a word: how well a passphrase holds up.
#pragma once

#include "app/store_setup.h"

#include <QWidget>

namespace holdfast::ui {

class Theme;

class StrengthMeter final : public QWidget {
    Q_OBJECT

public:
    explicit StrengthMeter(const Theme& theme, QWidget* parent = nullptr);

    void setStrength(const app::PassphraseStrength& strength, bool empty);
    QString advice() const { return m_advice; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_bars = 0;
    bool m_enough = false;
    QString m_advice;
};

}  // namespace holdfast::ui
