#include "app/person_row.h"

namespace holdfast::app {

PersonRow personRowOf(const store::PersonSearchRow& from, Date today)
{
    PersonRow row;
    row.id = from.person.id;
    row.name = from.person.name;
    row.fullName = from.person.fullName;
    row.pronouns = from.person.pronouns;
    row.born = from.person.born;
    if (from.person.born)
        row.age = yearsBetween(*from.person.born, today);
    row.nhsNumber = from.person.nhsNumber;
    row.status = from.status;
    row.detail = from.detail;
    row.leg = from.leg;
    row.silent = from.silent;
    row.clasp = from.clasp;
    row.bounces = from.bounces;
    row.nextDue = from.nextDue;
    row.holderName = from.holderName;
    row.died = from.died;
    row.likeness = from.likeness;
    row.alike = from.alike;
    return row;
}

}  // namespace holdfast::app
