// Before anything else is shown: one's own passphrase in the place of one that somebody else knows, or that was lost.
#pragma once

#include <QWidget>

namespace holdfast::ui {

class Banner;
class Button;
class NewPassphrase;
class RunLabel;
class Theme;

class ChoosePage final : public QWidget {
    Q_OBJECT

public:
    explicit ChoosePage(const Theme& theme, QWidget* parent = nullptr);

    void begin(const QString& user);
    void explain(const QString& problem);

signals:
    void chosen(const std::string& passphrase);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void choose();

    RunLabel* m_why;
    Banner* m_problem;
    NewPassphrase* m_passphrase;
    Button* m_done;
};

}  // namespace holdfast::ui
