// Who is working: a simple choice for now.
#pragma once

#include "domain/worker.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

class SignInPage final : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(const Theme& theme, QWidget* parent = nullptr);

    void setWorkers(const std::vector<Worker>& workers);

signals:
    void chosen(const holdfast::WorkerId& worker);

private:
    const Theme& m_theme;
    QVBoxLayout* m_list;
};

}  // namespace holdfast::ui
