// Finding, registering and editing people.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/name_likeness.h"
#include "domain/person.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// One person in a list.
struct PersonRow {
    PersonId id;
    std::string name;      ///< preferred or given name, then family name
    std::string fullName;  ///< given and family name
    std::string pronouns;
    std::optional<Date> born;
    std::optional<int> age;
    std::string nhsNumber;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;  ///< "psychosis", "alcohol"
    PerNeed<std::optional<LegState>> leg;
    PerNeed<bool> silent;  ///< its reply is late
    ClaspState clasp = ClaspState::released;
    int bounces = 0;
    std::optional<Instant> nextDue;
    std::string holderName;  ///< who is accountable now; empty when nobody needs to be
    bool died = false;
    NameLikeness likeness = NameLikeness::same;  ///< how one typed word fits, when it does not begin any of theirs
    std::string alike;                           ///< then the word of theirs that it is like, folded
    friend bool operator==(const PersonRow&, const PersonRow&) = default;
};

enum class PeopleFilter : std::uint8_t { all, held, joined, bounced, overdue, released };

struct PeopleQuery {
    std::string
        text;  ///< start of a name, preferred name, NHS number or date of birth (3/5/1991, 03 05 1991, 1991-05-03)
    PeopleFilter filter = PeopleFilter::all;
    Scope scope = Scope::everyone;
    std::string after;  ///< cursor of the page before, empty for the first page
    int limit = 50;
    friend bool operator==(const PeopleQuery&, const PeopleQuery&) = default;
};

struct PeoplePage {
    std::vector<PersonRow> rows;
    std::string next;  ///< cursor; empty on the last page
};

/// Why somebody who is registered already may be the person who is about to be.
enum class AlikeWhy : std::uint8_t { number, bornAndName, name, nameAlike, bornAndPostcode, phone };

struct AlikePerson {
    PersonRow row;
    std::vector<AlikeWhy> why;  ///< the strongest first; never empty
};

/// Why they were registered all the same.
enum class NotTheSame : std::uint8_t { askedThem, relative, recordSeen };

class People {
public:
    explicit People(Workspace& workspace) : m_workspace{workspace} {}

    Result<PeoplePage> search(const Session& session, const PeopleQuery& query);
    Result<Person> find(const Session& session, const PersonId& id);

    /// A new person. `person.id` and `version` are ignored. A number already registered is ErrorCode::conflict with
    /// where "nhsNumber". Field problems are ErrorCode::invalid with `where` the field ("born", "nhsNumber", "postcode").
    /// `anyway` when somebody like them was shown first.
    Result<Person> registerPerson(const Session& session, const Person& person, const CommandId& command,
                                  std::optional<NotTheSame> anyway = {});

    /// Who is registered already and may be this person, the likeliest first; at most eight.
    Result<std::vector<AlikePerson>> alike(const Session& session, const Person& person);

    /// Saves the edited record if `person.version` is still current; else ErrorCode::conflict and nothing is changed.
    Result<Person> save(const Session& session, const Person& person);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app

namespace holdfast {
// clang-format off
template <> struct Names<app::AlikeWhy> { static constexpr std::array<std::string_view, 6> list{
    "number", "born_and_name", "name", "name_alike", "born_and_postcode", "phone"}; };
template <> struct Names<app::NotTheSame> { static constexpr std::array<std::string_view, 3> list{
    "asked_them", "relative", "record_seen"}; };
// clang-format on
}  // namespace holdfast
