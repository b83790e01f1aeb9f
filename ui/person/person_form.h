// New person and edit details. A stale save is refused without losing a word: what nobody else touched is kept, what
// both changed is shown side by side.
#pragma once

#include "base/error.h"
#include "base/id.h"
#include "domain/person.h"
#include "person/person_fields.h"
#include "widgets/dialog_sheet.h"

#include <QTimer>

#include <vector>

class QVBoxLayout;

namespace holdfast::ui {

class AlikeCard;
class Banner;
class Desk;
class FieldBox;
class Theme;

class PersonForm final : public DialogSheet {
    Q_OBJECT

public:
    PersonForm(Theme& theme, Desk& desk, Person person, QWidget& window);

    /// What would be saved.
    Person edited() const;
    /// Takes over what somebody else saved meanwhile; what was typed here stays.
    void merge(const Person& theirs);
    QWidget* editor(const QString& key) const;
    FieldBox* box(const QString& key) const;

signals:
    void saved(const holdfast::Person& person);
    void otherRequested(const holdfast::PersonId& person);  ///< somebody who is here already is opened instead

private:
    struct Entry {
        PersonField field;
        QWidget* editor = nullptr;
        FieldBox* box = nullptr;  ///< none for a tick
    };

    void addSection(PersonSection section, QVBoxLayout& column);
    Entry makeEntry(const PersonField& field);
    void listen(QWidget* editor);
    void arrangeFields();
    bool showProblems();
    void watchForAlike();
    void lookForAlike(bool thenSave);
    void save();
    void saveNow();
    void explain(const Error& error);
    void loadTheirChange();
    const Entry* entry(const QString& key) const;

    Theme& m_theme;
    Desk& m_desk;
    Person m_base;  ///< as it was read
    CommandId m_command;
    std::vector<Entry> m_entries;
    Banner* m_stop;
    Banner* m_conflict;
    AlikeCard* m_alike = nullptr;  ///< of a new person only
    QTimer m_pause;
    int m_asked = 0;     ///< times that others alike were looked for
    PersonId m_instead;  ///< to be opened once this is closed
    Button* m_save;
};

}  // namespace holdfast::ui
