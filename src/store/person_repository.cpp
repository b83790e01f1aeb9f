#include "store/person_repository.h"

#include "domain/name_likeness.h"
#include "store/columns.h"
#include "store/many_rows.h"
#include "store/record_parts.h"
#include "store/search_words.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO person (
        given_name, family_name, preferred_name, sort_name, pronouns, born, sex, gender, nhs_number,
        nhs_number_missing, address_status, address, postcode, phone, email, contact_preference, may_text,
        may_leave_voicemail, may_write, discreet_only, interpreter, adjustments, access_needs, ethnicity,
        companion, wishes, safety_alerts, avoids_home_area, prefers_one_to_one, prefers_remote,
        needs_travel_help, needs_step_free, wants_lived_experience, language, work_hours, children_in_household,
        wants_family_support, id, version)
    VALUES (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39)
    ON CONFLICT DO NOTHING)";

// The number's own check comes first: two constraints cannot be told apart in a failure.
constexpr std::string_view save = R"(
    UPDATE person SET (
        given_name, family_name, preferred_name, sort_name, pronouns, born, sex, gender, nhs_number,
        nhs_number_missing, address_status, address, postcode, phone, email, contact_preference, may_text,
        may_leave_voicemail, may_write, discreet_only, interpreter, adjustments, access_needs, ethnicity,
        companion, wishes, safety_alerts, avoids_home_area, prefers_one_to_one, prefers_remote,
        needs_travel_help, needs_step_free, wants_lived_experience, language, work_hours, children_in_household,
        wants_family_support)
    = (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)
    , version = version + 1
    WHERE id = $38 AND version = $39)";

constexpr std::string_view find = R"(
    SELECT
        given_name, family_name, preferred_name, sort_name, pronouns, born, sex, gender, nhs_number,
        nhs_number_missing, address_status, address, postcode, phone, email, contact_preference, may_text,
        may_leave_voicemail, may_write, discreet_only, interpreter, adjustments, access_needs, ethnicity,
        companion, wishes, safety_alerts, avoids_home_area, prefers_one_to_one, prefers_remote,
        needs_travel_help, needs_step_free, wants_lived_experience, language, work_hours, children_in_household,
        wants_family_support, id, version
    FROM person
    WHERE id = $1)";

constexpr std::string_view findByNhsNumber = "SELECT id FROM person WHERE nhs_number = $1";
constexpr std::string_view countAll = "SELECT (SELECT COUNT(*) FROM person) - (SELECT COUNT(*) FROM merged_record)";
constexpr std::string_view ids = "SELECT id FROM person WHERE id > $1 ORDER BY id LIMIT $2";
constexpr std::string_view forgetWords = "DELETE FROM person_word WHERE person = $1";
constexpr std::string_view addWord = "INSERT INTO person_word (word, sort_name, person, words) VALUES ($1, $2, $3, $4)";
constexpr std::string_view addSpelling =
    "INSERT INTO name_spelling (spelling, word) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr std::string_view forgetSpellings = "DELETE FROM name_spelling";
constexpr std::string_view unspelled = R"(
    SELECT DISTINCT w.word
    FROM person_word w
    WHERE NOT EXISTS (SELECT 1 FROM name_spelling s WHERE s.spelling = '-' || w.word AND s.word = w.word))";
constexpr std::string_view everyWord = "SELECT DISTINCT word FROM person_word ORDER BY word";
constexpr std::string_view whatWordsAreMadeOf =
    "SELECT id, given_name, family_name, preferred_name, nhs_number, born FROM person ORDER BY id";

}  // namespace sql

/// In the order of the columns above.
std::vector<db::Value> valuesOf(const Person& p)
{
    return {
        column(p.givenName),
        column(p.familyName),
        column(p.preferredName),
        sortNameOf(p),
        column(p.pronouns),
        column(p.born),
        column(p.sex),
        column(p.gender),
        p.nhsNumber.empty() ? db::Value{} : db::Value{p.nhsNumber},
        column(p.nhsNumberMissing),
        column(p.addressStatus),
        column(p.address),
        column(p.postcode),
        column(p.contact.phone),
        column(p.contact.email),
        column(p.contact.preference),
        column(p.contact.mayText),
        column(p.contact.mayLeaveVoicemail),
        column(p.contact.mayWrite),
        column(p.contact.discreetOnly),
        column(p.interpreter),
        column(p.adjustments),
        column(p.accessNeeds),
        column(p.ethnicity),
        column(p.companion),
        column(p.wishes),
        column(p.safetyAlerts),
        column(p.fit.avoidsHomeArea),
        column(p.fit.prefersOneToOne),
        column(p.fit.prefersRemote),
        column(p.fit.needsTravelHelp),
        column(p.fit.needsStepFree),
        column(p.fit.wantsLivedExperience),
        column(p.fit.language),
        column(p.fit.workHours),
        column(p.fit.childrenInHousehold),
        column(p.fit.wantsFamilySupport),
        column(p.id),
        column(p.version),
    };
}

Person personAt(const db::Row& row)
{
    Person p;
    p.givenName = row.text(0);
    p.familyName = row.text(1);
    p.preferredName = row.text(2);
    p.pronouns = row.text(4);
    p.born = optionalDateAt(row, 5);
    p.sex = enumAt<Sex>(row, 6);
    p.gender = row.text(7);
    p.nhsNumber = row.text(8);
    p.nhsNumberMissing = enumAt<NhsNumberMissing>(row, 9);
    p.addressStatus = enumAt<AddressStatus>(row, 10);
    p.address = row.text(11);
    p.postcode = row.text(12);
    p.contact.phone = row.text(13);
    p.contact.email = row.text(14);
    p.contact.preference = row.text(15);
    p.contact.mayText = yesAt(row, 16);
    p.contact.mayLeaveVoicemail = yesAt(row, 17);
    p.contact.mayWrite = yesAt(row, 18);
    p.contact.discreetOnly = yesAt(row, 19);
    p.interpreter = row.text(20);
    p.adjustments = row.text(21);
    p.accessNeeds = row.text(22);
    p.ethnicity = row.text(23);
    p.companion = row.text(24);
    p.wishes = row.text(25);
    p.safetyAlerts = row.text(26);
    p.fit.avoidsHomeArea = optionalYesAt(row, 27);
    p.fit.prefersOneToOne = optionalYesAt(row, 28);
    p.fit.prefersRemote = optionalYesAt(row, 29);
    p.fit.needsTravelHelp = optionalYesAt(row, 30);
    p.fit.needsStepFree = optionalYesAt(row, 31);
    p.fit.wantsLivedExperience = optionalYesAt(row, 32);
    p.fit.language = row.text(33);
    p.fit.workHours = row.text(34);
    p.fit.childrenInHousehold = optionalNumberAt(row, 35);
    p.fit.wantsFamilySupport = optionalYesAt(row, 36);
    p.id = idAt<PersonId>(row, 37);
    p.version = row.integer(38);
    return p;
}

void addWords(db::Connection& connection, const Person& person, const std::vector<std::string>& words)
{
    const std::string sortName = sortNameOf(person);
    const std::string inOne = wordsInOne(words);
    for (const std::string& word : words) {
        connection.execute(sql::addWord, {word, sortName, person.id.str(), inOne});
        for (const std::string& spelling : spellingsOf(word))
            connection.execute(sql::addSpelling, {spelling, word});
    }
}

}  // namespace

Result<Person> PersonRepository::insert(Person person)
{
    auto inserted = insertWithoutWords(std::move(person));
    if (inserted)
        addWords(m_connection, *inserted, searchWordsOf(*inserted));
    return inserted;
}

Result<Person> PersonRepository::insertWithoutWords(Person person)
{
    person.version = 1;
    if (m_connection.execute(sql::insert, valuesOf(person)) == 0) {
        const bool numberTaken = !person.nhsNumber.empty() && findByNhsNumber(person.nhsNumber);
        return Error{ErrorCode::conflict, numberTaken ? "nhsNumber" : "id", "registered already"};
    }
    return person;
}

void PersonRepository::addEverybodysWords()
{
    struct Known {
        std::string id;
        std::string sortName;
        std::string words;
    };
    struct Entry {
        std::string word;
        std::size_t person;
    };
    std::vector<Known> people;
    std::vector<Entry> entries;
    m_connection.query(sql::whatWordsAreMadeOf, {}, [&](const db::Row& row) {
        Person person;
        person.givenName = row.text(1);
        person.familyName = row.text(2);
        person.preferredName = row.text(3);
        person.nhsNumber = row.text(4);
        person.born = optionalDateAt(row, 5);
        const std::vector<std::string> words = searchWordsOf(person);
        for (const std::string& word : words)
            entries.push_back({word, people.size()});
        people.push_back({row.text(0), sortNameOf(person), wordsInOne(words)});
    });
    const auto key = [&](const Entry& entry) {
        return std::tie(entry.word, people[entry.person].sortName, people[entry.person].id);
    };
    std::ranges::sort(entries, {}, key);
    ManyRows rows{m_connection, "person_word (word, sort_name, person, words)"};
    for (const Entry& entry : entries) {
        const Known& person = people[entry.person];
        rows.add({entry.word, person.sortName, person.id, person.words});
    }
    rows.flush();
    addEverybodysSpellings();
}

void PersonRepository::addEverybodysSpellings()
{
    std::vector<std::pair<std::string, std::string>> spellings;
    m_connection.query(sql::everyWord, {}, [&](const db::Row& row) {
        for (std::string& spelling : spellingsOf(row.view(0)))
            spellings.emplace_back(std::move(spelling), row.text(0));
    });
    std::ranges::sort(spellings);
    m_connection.execute(sql::forgetSpellings);
    ManyRows rows{m_connection, "name_spelling (spelling, word)"};
    for (const auto& [spelling, word] : spellings)
        rows.add({spelling, word});
    rows.flush();
}

int PersonRepository::wordsWithoutSpellings() const
{
    int count = 0;
    m_connection.query(sql::unspelled, {},
                       [&](const db::Row& row) { count += spellingsOf(row.view(0)).empty() ? 0 : 1; });
    return count;
}

std::optional<Person> PersonRepository::find(const PersonId& id) const
{
    return m_connection.first(sql::find, {column(id)}, personAt);
}

std::optional<PersonId> PersonRepository::findByNhsNumber(const std::string& digits) const
{
    return m_connection.first(sql::findByNhsNumber, {digits},
                              [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

Result<Person> PersonRepository::save(Person person)
{
    if (!person.nhsNumber.empty()) {
        const auto owner = findByNhsNumber(person.nhsNumber);
        if (owner && *owner != person.id) {
            if (!isSameRecord(m_connection, *owner, person.id))
                return Error{ErrorCode::conflict, "nhsNumber", "registered already"};
            person.nhsNumber.clear();  // it stays with the id it came with, and is read from there
            person.nhsNumberMissing = NhsNumberMissing::notKnown;
        }
    }
    if (m_connection.execute(sql::save, valuesOf(person)) == 0)
        return Error{ErrorCode::conflict, "version", "changed or removed since it was read"};
    putWords(person.id);
    ++person.version;
    return person;
}

void PersonRepository::putWords(const PersonId& id)
{
    const std::vector<PersonId> parts = partsOf(m_connection, id);
    std::set<std::string> words;
    for (const PersonId& part : parts) {
        m_connection.execute(sql::forgetWords, {column(part)});
        if (const auto person = find(part))
            for (std::string& word : searchWordsOf(*person))
                words.insert(std::move(word));
    }
    if (const auto lead = find(parts.front()))
        addWords(m_connection, *lead, {words.begin(), words.end()});
}

std::int64_t PersonRepository::countAll() const
{
    return m_connection.first(sql::countAll, {}, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::vector<PersonId> PersonRepository::ids(const PersonId& after, int limit) const
{
    return m_connection.list(sql::ids, {column(after), column(limit)},
                             [](const db::Row& row) { return idAt<PersonId>(row, 0); });
}

}  // namespace holdfast::store
