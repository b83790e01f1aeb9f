// Every field of a person's details: where it stands, how it reads and writes the record, and when it is wrong.
#pragma once

#include "domain/person.h"

#include <QList>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace holdfast::ui {

enum class PersonSection : std::uint8_t { name, about, place, contact, help, fit, wishes };
QString sectionTitle(PersonSection section);
QString sectionHint(PersonSection section);

struct PersonField {
    enum class Kind : std::uint8_t { line, suggest, text, choice, tick, day };

    QString key;  ///< as app::People names it in an error: "nhsNumber"
    PersonSection section = PersonSection::name;
    Kind kind = Kind::line;
    QString label;
    QString hint;
    QList<std::pair<QString, QString>> choices;  ///< words and values; for suggest the words only
    std::function<QString(const Person&)> of;
    std::function<void(Person&, const QString&)> into;
    std::function<QString(const QString&)> problem;  ///< what to do, or nothing when it is fine; may be empty
};

/// `today` bounds the date of birth.
std::vector<PersonField> personFields(Date today);

}  // namespace holdfast::ui
