#include "app/practice_people.h"

#include "domain/nhs_number.h"

namespace holdfast::app {
namespace {

/// Ten digits of the 999 range, or nothing when the check digit would be ten.
std::string numberFrom(std::uint64_t serial)
{
    std::string digits = "999";
    const std::string six = std::to_string(1'000'000 + serial % 1'000'000).substr(1);
    digits += six;
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    if (check == 10)
        return {};
    return digits + std::to_string(check);
}

Date bornFrom(const PersonSketch& sketch, Date asOf, Random& random)
{
    if (sketch.turns)
        return addMonths(asOf + std::chrono::days{sketch.inDays}, -12 * *sketch.turns);
    const int age = sketch.age.value_or(40);
    if (!sketch.birthday.empty()) {
        const int thisYear = static_cast<int>(std::chrono::year_month_day{asOf}.year());
        for (const int year : {thisYear - age, thisYear - age - 1}) {
            const auto date = parseDate(std::to_string(year) + '-' + sketch.birthday);
            if (date && yearsBetween(*date, asOf) == age)
                return *date;
        }
    }
    return addMonths(asOf, -12 * age) - std::chrono::days{random.below(364)};
}

}  // namespace

PracticePeople::PracticePeople(const PracticeWorld& world, Random& random, Date asOf)
    : m_world{world}, m_random{random}, m_asOf{asOf}
{
    for (const PracticeStory& story : world.stories)
        if (!story.person.nhs.empty())
            m_taken.insert(story.person.nhs);
}

std::string PracticePeople::nextNhsNumber()
{
    for (;;) {
        // 7919 has no factor in common with a million, so no serial comes twice.
        std::string number = numberFrom(m_numbers++ * 7919 + 104'729);
        if (!number.empty() && !m_taken.contains(number) && NhsNumber::parse(number))
            return number;
    }
}

std::string PracticePeople::phone()
{
    return "07700 900" + std::to_string(100 + m_random.below(900));  // the range kept for fiction
}

void PracticePeople::fillIn(Person& person)
{
    person.addressStatus = AddressStatus::known;
    person.postcode = anyOf(m_world.places, m_random);
    person.contact.phone = phone();
    person.contact.mayText = m_random.below(4) != 0;
    person.contact.mayWrite = m_random.below(3) != 0;
    person.contact.mayLeaveVoicemail = m_random.below(2) != 0;
    person.contact.discreetOnly = m_random.below(6) == 0;
}

Person PracticePeople::fromSketch(const PersonSketch& sketch)
{
    Person person;
    person.givenName = sketch.given;
    person.familyName = sketch.family;
    person.preferredName = sketch.preferred;
    person.pronouns = sketch.pronouns;
    person.born = bornFrom(sketch, m_asOf, m_random);
    person.sex = named<Sex>(sketch.sex).value_or(Sex::notRecorded);
    person.nhsNumber = sketch.nhs.empty() ? nextNhsNumber() : sketch.nhs;
    fillIn(person);
    person.contact.preference = sketch.contact;
    person.interpreter = sketch.interpreter;
    person.companion = sketch.companion;
    person.wishes = sketch.wishes;
    person.adjustments = sketch.adjustments;
    for (const std::string& alert : sketch.alerts)
        person.safetyAlerts += (person.safetyAlerts.empty() ? "" : "\n") + alert;
    person.fit.workHours = sketch.hours;
    person.fit.avoidsHomeArea = sketch.avoidsHomeArea;
    person.fit.prefersOneToOne = sketch.oneToOne;
    person.fit.needsTravelHelp = sketch.travelHelp;
    person.fit.wantsFamilySupport = sketch.familySupport;
    return person;
}

Person PracticePeople::anybody()
{
    Person person;
    const auto& [pronouns, names] = m_world.givenNames[m_random.below(20) < 18 ? m_random.below(2) : 2];
    person.givenName = anyOf(names, m_random);
    person.familyName = anyOf(m_world.familyNames, m_random);
    person.pronouns = pronouns;
    if (pronouns == "she/her")
        person.sex = Sex::female;
    if (pronouns == "he/him")
        person.sex = Sex::male;
    const auto age = static_cast<int>(18 + m_random.below(52));
    person.born = addMonths(m_asOf, -12 * age) - std::chrono::days{m_random.below(364)};
    fillIn(person);
    if (m_random.below(25) == 0) {
        person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    } else {
        person.nhsNumber = nextNhsNumber();
    }
    if (m_random.below(20) == 0) {
        person.addressStatus = AddressStatus::noFixedAddress;
        person.postcode = "ZZ99 3VZ";
    }
    if (m_random.below(2) == 0)
        person.contact.preference = anyOf(m_world.contactPreferences, m_random);
    if (m_random.below(8) == 0)
        person.safetyAlerts = anyOf(m_world.alerts, m_random);
    person.wishes = anyOf(m_world.wishes, m_random);
    return person;
}

}  // namespace holdfast::app
