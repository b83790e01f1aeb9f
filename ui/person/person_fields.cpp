#include "person/person_fields.h"

#include "domain/nhs_number.h"
#include "domain/opening_hours.h"
#include "domain/postcode.h"
#include "people/people_model.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

using Kind = PersonField::Kind;
using Section = PersonSection;

template <class Owner>
using Text = std::string Owner::*;

PersonField textField(const char* key, Section section, Kind kind, const QString& label, const QString& hint,
                      Text<Person> member)
{
    return {QString::fromLatin1(key),
            section,
            kind,
            label,
            hint,
            {},
            [member](const Person& person) { return text(person.*member); },
            [member](Person& person, const QString& value) { person.*member = value.trimmed().toStdString(); },
            {}};
}

PersonField contactField(const char* key, const QString& label, const QString& hint, Text<SafeContact> member)
{
    return {QString::fromLatin1(key),
            Section::contact,
            Kind::line,
            label,
            hint,
            {},
            [member](const Person& person) { return text(person.contact.*member); },
            [member](Person& person, const QString& value) { person.contact.*member = value.trimmed().toStdString(); },
            {}};
}

PersonField tickField(const char* key, const QString& label, bool SafeContact::*member)
{
    return {QString::fromLatin1(key),
            Section::contact,
            Kind::tick,
            label,
            {},
            {},
            [member](const Person& person) { return person.contact.*member ? QStringLiteral("yes") : QString{}; },
            [member](Person& person, const QString& value) { person.contact.*member = !value.isEmpty(); },
            {}};
}

/// Yes, no, or not asked: a wish that routing reads.
PersonField wishField(const char* key, const QString& label, const QString& yes, const QString& no,
                      std::optional<bool> PersonFacts::*member)
{
    return {QString::fromLatin1(key),
            Section::fit,
            Kind::choice,
            label,
            {},
            {{Words::tr("Not asked yet"), QString{}}, {yes, QStringLiteral("yes")}, {no, QStringLiteral("no")}},
            [member](const Person& person) {
                const auto& wish = person.fit.*member;
                return !wish ? QString{} : *wish ? QStringLiteral("yes") : QStringLiteral("no");
            },
            [member](Person& person, const QString& value) {
                person.fit.*member = value.isEmpty() ? std::nullopt : std::optional{value == QStringLiteral("yes")};
            },
            {}};
}

template <class Enum>
PersonField choiceField(const char* key, Section section, const QString& label, const QString& hint,
                        Enum Person::*member)
{
    PersonField field{QString::fromLatin1(key),
                      section,
                      Kind::choice,
                      label,
                      hint,
                      {},
                      [member](const Person& person) { return text(nameOf(person.*member)); },
                      [member](Person& person, const QString& value) {
                          if (const auto chosen = named<Enum>(value.toStdString()))
                              person.*member = *chosen;
                      },
                      {}};
    for (const auto name : Names<Enum>::list)
        field.choices.append({words(*named<Enum>(name)), text(name)});
    return field;
}

PersonField bornField(Date today)
{
    return {QStringLiteral("born"),
            Section::about,
            Kind::day,
            Words::tr("Born"),
            Words::tr("Day, month and the year in four digits"),
            {},
            [](const Person& person) { return editDay(person.born); },
            [](Person& person, const QString& value) { person.born = readDay(value); },
            [today](const QString& value) {
                if (value.trimmed().isEmpty())
                    return QString{};
                const auto day = readDay(value);
                if (!day)
                    return Words::tr("Enter the day, like 3 May 1991");
                return *day > today ? Words::tr("Enter a day that has passed") : QString{};
            }};
}

PersonField numberField()
{
    return {QStringLiteral("nhsNumber"),
            Section::about,
            Kind::line,
            Words::tr("NHS number"),
            Words::tr("Ten digits, 3 3 4"),
            {},
            [](const Person& person) { return groupedNhsNumber(person.nhsNumber); },
            [](Person& person, const QString& value) {
                const auto number = NhsNumber::parse(value.toStdString());
                person.nhsNumber = number ? number->digits() : value.trimmed().toStdString();
                if (!person.nhsNumber.empty())
                    person.nhsNumberMissing = NhsNumberMissing::none;
            },
            [](const QString& value) {
                if (value.trimmed().isEmpty() || NhsNumber::parse(value.toStdString()))
                    return QString{};
                return Words::tr("Check this number. It does not add up.");
            }};
}

PersonField postcodeField()
{
    PersonField field = textField("postcode", Section::place, Kind::line, Words::tr("Postcode"),
                                  Words::tr("ZZ99 3VZ means no fixed address"), &Person::postcode);
    field.problem = [](const QString& value) {
        return value.trimmed().isEmpty() || Postcode::parse(value.toStdString())
                   ? QString{}
                   : Words::tr("Enter a full postcode, like SG1 1AA");
    };
    return field;
}

PersonField hoursField()
{
    return {
        QStringLiteral("workHours"),
        Section::fit,
        Kind::line,
        Words::tr("Working hours"),
        Words::tr("Like mon-fri 06:00-14:00, sat 22:00-06:00"),
        {},
        [](const Person& person) { return text(person.fit.workHours); },
        [](Person& person, const QString& value) { person.fit.workHours = value.trimmed().toLower().toStdString(); },
        [](const QString& value) {
            return value.trimmed().isEmpty() || parseWorkHours(value.trimmed().toLower().toStdString())
                       ? QString{}
                       : Words::tr("Enter the hours like mon-fri 06:00-14:00");
        }};
}

PersonField childrenField()
{
    return {QStringLiteral("childrenInHousehold"),
            Section::fit,
            Kind::line,
            Words::tr("Children at home"),
            Words::tr("How many, 0 if none; empty if not asked"),
            {},
            [](const Person& person) {
                return person.fit.childrenInHousehold ? QString::number(*person.fit.childrenInHousehold) : QString{};
            },
            [](Person& person, const QString& value) {
                bool isNumber = false;
                const int count = value.trimmed().toInt(&isNumber);
                person.fit.childrenInHousehold = isNumber ? std::optional{count} : std::nullopt;
            },
            [](const QString& value) {
                bool isNumber = false;
                const int count = value.trimmed().toInt(&isNumber);
                return value.trimmed().isEmpty() || (isNumber && count >= 0 && count <= 30)
                           ? QString{}
                           : Words::tr("Enter a number from 0 to 30");
            }};
}

PersonField interpreterField()
{
    return {QStringLiteral("interpreter"),
            Section::help,
            Kind::line,
            Words::tr("Interpreter"),
            Words::tr("Language, empty when none is needed"),
            {},
            [](const Person& person) { return text(person.interpreter); },
            [](Person& person, const QString& value) {
                person.interpreter = value.trimmed().toStdString();
                person.fit.language = person.interpreter;
            },
            {}};
}

void addIdentity(std::vector<PersonField>& fields, Date today)
{
    fields.push_back(
        textField("givenName", Section::name, Kind::line, Words::tr("First name"), {}, &Person::givenName));
    fields.back().problem = {};
    fields.push_back(
        textField("familyName", Section::name, Kind::line, Words::tr("Last name"), {}, &Person::familyName));
    fields.push_back(textField("preferredName", Section::name, Kind::line, Words::tr("Likes to be called"),
                               Words::tr("Empty when it is the first name"), &Person::preferredName));
    fields.push_back(textField("pronouns", Section::name, Kind::suggest, Words::tr("Pronouns"),
                               Words::tr("Not asked yet when empty"), &Person::pronouns));
    for (const char* pronouns : {"she/her", "he/him", "they/them", "she/they", "he/they"})
        fields.back().choices.append({QString::fromLatin1(pronouns), QString::fromLatin1(pronouns)});
    fields.push_back(bornField(today));
    fields.push_back(choiceField<Sex>("sex", Section::about, Words::tr("Sex used for scoring"),
                                      Words::tr("Only for questionnaires whose limits differ"), &Person::sex));
    fields.push_back(textField("gender", Section::about, Kind::line, Words::tr("Gender"),
                               Words::tr("In their own words"), &Person::gender));
    fields.push_back(numberField());
    fields.push_back(choiceField<NhsNumberMissing>("nhsNumberMissing", Section::about,
                                                   Words::tr("Why there is no number"), {}, &Person::nhsNumberMissing));
    fields.push_back(textField("ethnicity", Section::about, Kind::line, Words::tr("Ethnicity"),
                               Words::tr("Only if the person chose to say"), &Person::ethnicity));
}

void addPlaceAndContact(std::vector<PersonField>& fields)
{
    fields.push_back(
        choiceField<AddressStatus>("addressStatus", Section::place, Words::tr("Address"), {}, &Person::addressStatus));
    fields.push_back(postcodeField());
    fields.push_back(
        textField("address", Section::place, Kind::text, Words::tr("Street and town"), {}, &Person::address));
    fields.push_back(contactField("phone", Words::tr("Phone"), {}, &SafeContact::phone));
    fields.push_back(contactField("email", Words::tr("Email"), {}, &SafeContact::email));
    fields.push_back(contactField("preference", Words::tr("How to get in touch"),
                                  Words::tr("Their words: text first, ring after 17:00"), &SafeContact::preference));
    fields.push_back(tickField("mayText", Words::tr("Texts are fine"), &SafeContact::mayText));
    fields.push_back(tickField("mayLeaveVoicemail", Words::tr("Voicemail is fine"), &SafeContact::mayLeaveVoicemail));
    fields.push_back(tickField("mayWrite", Words::tr("Letters are fine"), &SafeContact::mayWrite));
    fields.push_back(
        tickField("discreetOnly", Words::tr("Never say which service is ringing"), &SafeContact::discreetOnly));
}

void addHelp(std::vector<PersonField>& fields)
{
    fields.push_back(interpreterField());
    fields.push_back(textField("companion", Section::help, Kind::line, Words::tr("Who comes along"),
                               Words::tr("Or refers together with them"), &Person::companion));
    fields.push_back(textField("adjustments", Section::help, Kind::text, Words::tr("What makes visits easier"),
                               Words::tr("Reasonable adjustments, in their words"), &Person::adjustments));
    fields.push_back(textField("accessNeeds", Section::help, Kind::text, Words::tr("Getting in and around"),
                               Words::tr("Steps, sight, hearing, reading"), &Person::accessNeeds));
}

void addFit(std::vector<PersonField>& fields)
{
    fields.push_back(wishField("avoidsHomeArea", Words::tr("Seen near home"), Words::tr("Not near home"),
                               Words::tr("Near home is fine"), &PersonFacts::avoidsHomeArea));
    fields.push_back(wishField("prefersOneToOne", Words::tr("One-to-one or group"), Words::tr("One-to-one"),
                               Words::tr("Group"), &PersonFacts::prefersOneToOne));
    fields.push_back(wishField("prefersRemote", Words::tr("In person or by phone"), Words::tr("Phone or video"),
                               Words::tr("In person"), &PersonFacts::prefersRemote));
    fields.push_back(wishField("wantsLivedExperience", Words::tr("Worker or peer with lived experience"),
                               Words::tr("Yes"), Words::tr("No"), &PersonFacts::wantsLivedExperience));
    fields.push_back(wishField("wantsFamilySupport", Words::tr("Something for family or carers"), Words::tr("Wanted"),
                               Words::tr("Not wanted"), &PersonFacts::wantsFamilySupport));
    fields.push_back(wishField("needsTravelHelp", Words::tr("Help with travel"), Words::tr("Needs help"),
                               Words::tr("No help needed"), &PersonFacts::needsTravelHelp));
    fields.push_back(wishField("needsStepFree", Words::tr("Step-free access"), Words::tr("Needs it"),
                               Words::tr("Not needed"), &PersonFacts::needsStepFree));
    fields.push_back(hoursField());
    fields.push_back(childrenField());
}

}  // namespace

QString sectionTitle(PersonSection section)
{
    switch (section) {
    case Section::name: return Words::tr("Name");
    case Section::about: return Words::tr("About them");
    case Section::place: return Words::tr("Where they live");
    case Section::contact: return Words::tr("Safe contact");
    case Section::help: return Words::tr("What helps");
    case Section::fit: return Words::tr("Which service fits");
    case Section::wishes: return Words::tr("In their words, and what to know first");
    }
    return {};
}

QString sectionHint(PersonSection section)
{
    if (section == Section::fit)
        return Words::tr("The list of services is put in order by these. Nothing is hidden because of them.");
    if (section == Section::contact)
        return Words::tr("Only ways that do not put the person at risk.");
    return {};
}

std::vector<PersonField> personFields(Date today)
{
    std::vector<PersonField> fields;
    addIdentity(fields, today);
    addPlaceAndContact(fields);
    addHelp(fields);
    addFit(fields);
    fields.push_back(textField("wishes", Section::wishes, Kind::text, Words::tr("Needs and wishes"),
                               Words::tr("As the person says it"), &Person::wishes));
    fields.push_back(textField("safetyAlerts", Section::wishes, Kind::text, Words::tr("What everyone must see first"),
                               Words::tr("One a line, like: No voicemail: shared phone"), &Person::safetyAlerts));
    return fields;
}

}  // namespace holdfast::ui
