// Who does what by when, in the making: a row for each line, and one more on request.
#pragma once

#include "app/plans.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Choice;
class DayEdit;
class FieldBox;
class Theme;

/// What the rows offer beside what is typed.
struct PlanLineChoices {
    std::vector<Worker> workers;
    QString person;  ///< how the person is called: they do things too
    Date today;
};

class PlanLinesEdit final : public QWidget {
    Q_OBJECT

public:
    PlanLinesEdit(const Theme& theme, std::function<std::string()> newId, QWidget* parent = nullptr);

    void setChoices(const PlanLineChoices& choices) { m_choices = choices; }
    void setLines(const std::vector<PlanLine>& lines);
    std::vector<PlanLine> lines() const;
    /// Of line `index`, field "what", "owner" or "due"; empty index clears all.
    void setError(std::size_t index, const QString& field, const QString& error);
    void clearErrors();
    /// Adds an empty row and puts the cursor into it.
    void addLine();

signals:
    void edited();

private:
    struct Row {
        std::string id;
        QWidget* box = nullptr;
        Choice* need = nullptr;
        QLineEdit* what = nullptr;
        Choice* owner = nullptr;
        QLineEdit* who = nullptr;
        DayEdit* due = nullptr;
        FieldBox* whatBox = nullptr;
        FieldBox* ownerBox = nullptr;
        FieldBox* whoBox = nullptr;
        FieldBox* dueBox = nullptr;
    };
    void add(const PlanLine& line);
    void build(Row& row, int number);
    void remove(QWidget* box);
    void followOwner(const Row& row);

    const Theme& m_theme;
    std::function<std::string()> m_newId;
    PlanLineChoices m_choices;
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
};

}  // namespace holdfast::ui
