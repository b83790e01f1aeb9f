// First run: create a store, open one, or look at made-up people.
#pragma once

#include "app/store_setup.h"
#include "domain/worker.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdfast::ui {

class Banner;
class Button;
class Choice;
class FieldBox;
class PassphraseEdit;
class StrengthMeter;
class Theme;

/// What a new store starts with.
struct SetUpInput {
    QString location;
    QString workerName;
    holdfast::Role role = holdfast::Role::administrator;
    QString serviceName;
    std::string user;
    std::string passphrase;
};

class SetUpPage final : public QWidget {
    Q_OBJECT

public:
    SetUpPage(const Theme& theme, const QString& location, QWidget* parent = nullptr);

    void explain(const QString& problem, const QString& what = {});
    void setBusy(bool busy);

signals:
    void createRequested(const holdfast::ui::SetUpInput& input);
    void openRequested(const QString& location);
    void practiceRequested();

private:
    QWidget* buildChoices();
    QWidget* buildCreate(const QString& location);
    QWidget* buildOpen();
    QWidget* buildPractice();
    void showStrength();
    void showMatch();
    void create();
    void chooseFolder();
    void chooseStore();

    const Theme& m_theme;
    Banner* m_problem;
    QStackedWidget* m_forms;
    QButtonGroup* m_choices;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_user = nullptr;
    Choice* m_role = nullptr;
    QLineEdit* m_service = nullptr;
    QLineEdit* m_location = nullptr;
    PassphraseEdit* m_passphrase = nullptr;
    PassphraseEdit* m_again = nullptr;
    FieldBox* m_nameField = nullptr;
    FieldBox* m_userField = nullptr;
    FieldBox* m_serviceField = nullptr;
    FieldBox* m_locationField = nullptr;
    FieldBox* m_passphraseField = nullptr;
    FieldBox* m_againField = nullptr;
    StrengthMeter* m_meter = nullptr;
    QLineEdit* m_openLocation = nullptr;
    FieldBox* m_openField = nullptr;
    Button* m_create = nullptr;
};

}  // namespace holdfast::ui
