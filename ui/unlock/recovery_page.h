// The recovery key: shown once, printed, and typed back before the store can be used.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPrinter;

namespace holdfast::ui {

class Banner;
class Button;
class FieldBox;
class PassphraseEdit;
class Theme;

class RecoveryPage final : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryPage(const Theme& theme, QWidget* parent = nullptr);

    void setKey(const QString& key);
    void explain(const QString& problem);
    void setBusy(bool busy);

signals:
    void typedBack(const QString& key);
    void abandoned();

private:
    void print();
    void paintSlip(QPrinter& printer) const;

    const Theme& m_theme;
    QString m_key;
    Banner* m_problem;
    QLabel* m_shown;
    QLineEdit* m_typed;
    FieldBox* m_field;
    Button* m_confirm;
};

}  // namespace holdfast::ui
