// Who is registered already and may be the person who is about to be: looked for by number, date of birth and names that
// are spelled alike, then compared as records.
#include "app/people_alike.h"

#include "app/person_row.h"
#include "app/use_case.h"
#include "base/text.h"
#include "domain/postcode.h"
#include "store/person_repository.h"
#include "store/record_parts.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace holdfast::app {
namespace {

constexpr int mostLookedAt = 60;
constexpr std::size_t mostShown = 8;
constexpr std::size_t mostAlike = 5;  ///< other spellings of one word
constexpr std::size_t mostWords = 8;

std::vector<std::string> partsOf(const std::string& name)
{
    std::string spaced = folded(name);
    std::ranges::replace(spaced, '-', ' ');
    return splitWords(spaced);
}

/// Whether a part of one name is, or is like, a part of the other.
std::optional<NameLikeness> nameLikeness(const std::string& one, const std::string& other)
{
    std::optional<NameLikeness> best;
    for (const std::string& a : partsOf(one))
        for (const std::string& b : partsOf(other))
            if (const auto now = likenessOf(a, b))
                best = best ? std::min(*best, *now) : *now;
    return best;
}

std::optional<NameLikeness> givenLikeness(const Person& a, const Person& b)
{
    return nameLikeness(a.givenName + ' ' + a.preferredName, b.givenName + ' ' + b.preferredName);
}

/// But for one of day, month and year, or with day and month the wrong way round: as dates are mistyped.
bool nearlySame(Date a, Date b)
{
    const std::chrono::year_month_day one{a};
    const std::chrono::year_month_day other{b};
    const int same = (one.day() == other.day()) + (one.month() == other.month()) + (one.year() == other.year());
    const bool swapped = one.year() == other.year() && unsigned{one.day()} == unsigned{other.month()} &&
                         unsigned{one.month()} == unsigned{other.day()};
    return same >= 2 || swapped;
}

std::vector<AlikeWhy> reasons(const Person& about, const Person& there)
{
    std::vector<AlikeWhy> why;
    if (!about.nhsNumber.empty() && digitsOf(about.nhsNumber) == there.nhsNumber)
        why.push_back(AlikeWhy::number);
    const auto given = givenLikeness(about, there);
    const auto family = nameLikeness(about.familyName, there.familyName);
    const bool born = about.born && about.born == there.born;
    const bool otherBirth = about.born && there.born && !nearlySame(*about.born, *there.born);
    if (born && (given || family))
        why.push_back(AlikeWhy::bornAndName);
    if (given && family && !otherBirth)
        why.push_back(*given == NameLikeness::same && *family == NameLikeness::same ? AlikeWhy::name
                                                                                    : AlikeWhy::nameAlike);
    const auto postcode = Postcode::parse(about.postcode);
    if (born && postcode && postcode->text() == there.postcode)
        why.push_back(AlikeWhy::bornAndPostcode);
    const std::string phone = digitsOf(about.contact.phone);
    constexpr std::size_t wholeNumber = 9;
    if (phone.size() >= wholeNumber && phone == digitsOf(there.contact.phone) && (given || family))
        why.push_back(AlikeWhy::phone);
    return why;
}

/// The words themselves and others like them.
std::vector<std::string> withThoseLike(const store::PersonSearch& search, const std::string& name)
{
    std::vector<std::string> words;
    for (const std::string& part : partsOf(name)) {
        words.push_back(part);
        std::ranges::move(search.wordsLike(part, mostAlike), std::back_inserter(words));
    }
    if (words.size() > mostWords)
        words.resize(mostWords);
    return words;
}

/// What one would type to find them.
std::vector<std::string> searchesFor(const store::PersonSearch& search, const Person& about)
{
    std::vector<std::string> searches;
    if (!about.nhsNumber.empty())
        searches.push_back(digitsOf(about.nhsNumber));
    if (about.born)
        searches.push_back(formatDate(*about.born));
    const auto given = withThoseLike(search, about.givenName + ' ' + about.preferredName);
    for (const std::string& family : withThoseLike(search, about.familyName))
        for (const std::string& called : given)
            searches.push_back(std::string{called}.append(" ").append(family));
    return searches;
}

}  // namespace

std::vector<AlikePerson> alikeTo(Workspace& workspace, const Person& about)
{
    const Instant now = workspace.clock().now();
    const store::PersonRepository people{workspace.connection()};
    const PersonId own = store::recordOf(workspace.connection(), about.id);
    std::map<PersonId, AlikePerson> found;
    const store::PersonSearch search{workspace.connection(), workspace.unseen()};
    for (const std::string& text : searchesFor(search, about)) {
        store::PersonSearchQuery asked;
        asked.text = text;
        asked.now = now;
        asked.limit = mostLookedAt;
        if (isBlank(text) || !isValidUtf8(text))
            continue;
        for (const auto& row : search.page(asked).rows) {
            std::vector<AlikeWhy> why;
            for (const PersonId& part : store::partsOf(workspace.connection(), row.person.id)) {
                const auto there = people.find(part);
                if (why.empty() && there && row.person.id != own)
                    why = reasons(about, *there);
            }
            if (!why.empty())
                found.try_emplace(row.person.id, AlikePerson{personRowOf(row, londonDate(now)), std::move(why)});
        }
    }
    std::vector<AlikePerson> all;
    all.reserve(found.size());
    for (auto& [id, each] : found)
        all.push_back(std::move(each));
    std::ranges::stable_sort(all, {}, [](const AlikePerson& each) { return each.why.front(); });
    all.resize(std::min(all.size(), mostShown));
    return all;
}

Result<std::vector<AlikePerson>> People::alike(const Session& session, const Person& about)
{
    const auto action = Action::registerPerson;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<std::vector<AlikePerson>> {
        auto all = alikeTo(m_workspace, about);
        note.detail = "looked for somebody alike, " + std::to_string(all.size()) + " found";
        return all;
    });
}

}  // namespace holdfast::app
