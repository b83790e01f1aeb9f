// Who is working, in a store without accounts of its own: a choice.
#pragma once

#include "domain/worker.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace holdfast::ui {

class RunLabel;
class Theme;

class SignInPage final : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(const Theme& theme, QWidget* parent = nullptr);

    void setWorkers(const std::vector<Worker>& workers, bool practice);

signals:
    void chosen(const holdfast::WorkerId& worker);

private:
    const Theme& m_theme;
    RunLabel* m_why;
    QVBoxLayout* m_list;
};

}  // namespace holdfast::ui
