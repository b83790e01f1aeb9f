#include "app/find.h"

#include "app/find_index.h"
#include "app/note_case.h"
#include "app/person_row.h"
#include "app/use_case.h"
#include "domain/note_text.h"
#include "store/found_query.h"
#include "store/referral_query.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr int peopleShown = 8;
constexpr int writingsShown = 50;
constexpr int othersShown = 8;  ///< letters, events, referrals, services
constexpr std::size_t snippetLength = 150;

store::FoundKind kindOf(WrittenKind kind)
{
    switch (kind) {
    case WrittenKind::note: return store::FoundKind::note;
    case WrittenKind::letter: return store::FoundKind::letter;
    case WrittenKind::event: return store::FoundKind::event;
    }
    return store::FoundKind::note;
}

/// As it reads on the screen.
std::string readable(const store::FoundRow& row)
{
    switch (row.kind) {
    case store::FoundKind::note:
    case store::FoundKind::amendment: return withoutMarks(row.text);
    case store::FoundKind::letter: return wordsOfLetter(row.text);
    case store::FoundKind::event: return row.text;
    }
    return {};
}

/// What was typed or pasted, without what no name holds.
std::string oneLine(std::string_view typed)
{
    std::string line{typed.substr(0, longestSearch)};
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return line;
}

class Asking {
public:
    Asking(Workspace& workspace, const Session& session, const FindQuery& query)
        : m_workspace{workspace},
          m_query{query},
          m_typed{oneLine(query.text)},
          m_words{readTextQuery(m_typed)},
          m_reader{workerNow(workspace, session)},
          m_now{workspace.clock().now()}
    {}

    FindAnswer all()
    {
        FindAnswer answer;
        answer.notes = written(WrittenKind::note, writingsShown, 0);
        answer.letters = written(WrittenKind::letter, othersShown, 0);
        answer.events = written(WrittenKind::event, othersShown, 0);
        if (m_query.author || m_query.from || m_query.until || m_words.empty())
            return answer;  // nobody writes a person or a service on a day
        findPeople(answer);
        findServices(answer);
        findReferrals(answer);
        return answer;
    }

    FoundWritings written(WrittenKind kind, int limit, std::int64_t after)
    {
        store::FoundQuestion question;
        question.words = m_words;
        question.kind = kindOf(kind);
        question.author = m_query.author;
        if (m_query.from)
            question.from = londonInstant(*m_query.from, std::chrono::minutes{0});
        if (m_query.until)
            question.until = londonInstant(*m_query.until + std::chrono::days{1}, std::chrono::minutes{0});
        question.after = after;
        question.limit = limit;
        auto page = store::FoundQuery{m_workspace.connection(), m_workspace.unseen()}.page(question, m_reader);
        FoundWritings found;
        found.next = page.next;
        std::set<std::string> seen;  // a note and its amendment are one thing: the newest of them speaks
        for (store::FoundRow& row : page.rows)
            if (seen.insert(row.source).second)
                found.rows.push_back(shown(kind, std::move(row)));
        return found;
    }

private:
    FoundWriting shown(WrittenKind kind, store::FoundRow row) const
    {
        FoundWriting found;
        found.kind = kind;
        found.snippet = snippetOf(readable(row), m_words, snippetLength);
        found.id = std::move(row.source);
        found.amendment = row.kind == store::FoundKind::amendment;
        found.label = std::move(row.label);
        found.person = row.person;
        found.personName = std::move(row.personName);
        found.authorName = std::move(row.authorName);
        found.where = std::move(row.serviceName);
        found.writtenAt = row.writtenAt;
        found.inError = row.inError;
        return found;
    }

    void findPeople(FindAnswer& answer)
    {
        store::PersonSearchQuery asked;
        asked.text = m_typed;
        asked.alike = true;
        asked.now = m_now;
        asked.limit = peopleShown;
        const auto page = store::PersonSearch{m_workspace.connection(), m_workspace.unseen()}.page(asked);
        for (const store::PersonSearchRow& row : page.rows)
            answer.people.push_back(personRowOf(row, londonDate(m_now)));
        answer.morePeople = !page.next.empty();
    }

    /// Each word that was typed begins one of the service's name, or of where it is.
    void findServices(FindAnswer& answer)
    {
        const auto begins = [](const std::vector<std::string>& words, const std::string& start) {
            return std::ranges::any_of(words, [&](const auto& word) { return word.starts_with(start); });
        };
        for (const Service& service : m_workspace.directory().services()) {
            const auto words = searchTokens(service.name + ' ' + service.postcode.value_or(""));
            const bool fits = std::ranges::all_of(m_words.terms, [&](const SearchTerm& term) {
                return std::ranges::all_of(term.words, [&](const auto& start) { return begins(words, start); });
            });
            if (fits && service.active && answer.services.size() < othersShown)
                answer.services.push_back(service);
        }
    }

    void findReferrals(FindAnswer& answer)
    {
        store::LegQuery asked;
        asked.now = m_now;
        asked.limit = othersShown;
        asked.text = m_typed;
        addReferrals(answer, asked);
        asked.text.clear();
        for (const Service& service : answer.services) {
            asked.service = service.id;
            addReferrals(answer, asked);
        }
    }

    void addReferrals(FindAnswer& answer, const store::LegQuery& asked)
    {
        for (const store::LegRow& row :
             store::ReferralQuery{m_workspace.connection(), m_workspace.unseen()}.page(asked).rows)
            if (answer.referrals.size() < othersShown)
                answer.referrals.push_back(
                    {row.person.id, row.person.name, row.need, row.serviceName, row.state, row.since});
    }

    Workspace& m_workspace;
    const FindQuery& m_query;
    std::string m_typed;
    TextQuery m_words;
    Worker m_reader;
    Instant m_now;
};

}  // namespace

Result<FindAnswer> Find::ask(const Session& session, const FindQuery& query)
{
    return audited(m_workspace, session, Action::findInRecord, {}, [&](AuditNote& note) -> Result<FindAnswer> {
        FindAnswer answer = Asking{m_workspace, session, query}.all();
        note.detail =
            std::to_string(answer.people.size()) + " people, " +
            std::to_string(answer.notes.rows.size() + answer.letters.rows.size() + answer.events.rows.size()) +
            " writings";
        return answer;
    });
}

Result<FoundWritings> Find::more(const Session& session, const FindQuery& query, WrittenKind kind, std::int64_t after)
{
    return audited(m_workspace, session, Action::findInRecord, {}, [&](AuditNote& note) -> Result<FoundWritings> {
        FoundWritings found = Asking{m_workspace, session, query}.written(kind, writingsShown, after);
        note.detail = "more, " + std::to_string(found.rows.size()) + " writings";
        return found;
    });
}

}  // namespace holdfast::app
