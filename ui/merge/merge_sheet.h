// Joining two records of one person: the other record is found, both stand side by side, one is chosen to lead, and a
// reason is written.
#pragma once

#include "app/merges.h"
#include "app/people.h"
#include "widgets/dialog_sheet.h"

#include <QTimer>

class QLineEdit;
class QListWidget;
class QRadioButton;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Desk;
class FieldBox;
class GrowingText;

class MergeSheet final : public DialogSheet {
    Q_OBJECT

public:
    MergeSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window);

    /// Compares with this record, as choosing it from the list does.
    void choose(const PersonId& other);

signals:
    void joined(const holdfast::MergeId& merge, const holdfast::PersonId& kept, const QString& names);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Found {
        PersonId id;
        QString line;
    };

    void buildSearch(QVBoxLayout& column);
    void buildReasons(QVBoxLayout& column);
    void lookForAlike();
    void search();
    void fill(QList<Found> found);
    void chooseCurrent();
    void compare();
    void show(const app::MergePreview& preview);
    QWidget* table(const app::MergePreview& preview);
    QWidget* outcome(const app::MergePreview& preview);
    void swap(bool keepsOther);
    void save();
    void explain(const Error& error);
    using DialogSheet::show;

    Desk& m_desk;
    Person m_person;  ///< whose page the sheet was opened from
    PersonId m_other;
    bool m_keepsOther = false;
    std::optional<app::MergePreview> m_preview;
    CommandId m_command;
    QTimer m_pause;
    int m_generation = 0;
    QList<Found> m_found;

    QWidget* m_searchPart = nullptr;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QWidget* m_comparison = nullptr;
    QRadioButton* m_keepThis = nullptr;
    QRadioButton* m_keepOther = nullptr;
    Banner* m_problem = nullptr;
    GrowingText* m_reason = nullptr;
    GrowingText* m_despite = nullptr;
    FieldBox* m_reasonBox = nullptr;
    FieldBox* m_despiteBox = nullptr;
    QWidget* m_reasons = nullptr;
    Button* m_join = nullptr;
};

}  // namespace holdfast::ui
