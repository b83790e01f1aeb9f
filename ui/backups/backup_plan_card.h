// Where backups are kept, and at what time of day they are made.
#pragma once

#include "app/backups.h"
#include "widgets/cards.h"

class QCheckBox;
class QLineEdit;

namespace holdfast::ui {

class Button;
class ElidedLabel;
class FieldBox;
class RunLabel;

class BackupPlanCard final : public Card {
    Q_OBJECT

public:
    explicit BackupPlanCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const app::BackupPlan& plan);
    using Card::show;
    QWidget* firstFocus() const;
    /// As the dialog answers.
    void chooseFolder(const QString& folder);

signals:
    void changed(const holdfast::app::BackupPlan& plan);

private:
    void askFolder();
    void timeTyped();
    void showTime();

    const Theme& m_theme;
    app::BackupPlan m_plan;
    ElidedLabel* m_folder;
    Button* m_choose;
    QCheckBox* m_daily;
    QLineEdit* m_time;
    FieldBox* m_timeField;
};

}  // namespace holdfast::ui
