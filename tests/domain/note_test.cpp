#include "domain/note.h"
#include "domain/note_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace std::chrono_literals;

namespace {

using Passages = std::vector<NotePassage>;

const Instant now = Instant{Date{std::chrono::year{2026} / 3 / 2}} + 10h;

NoteContent written(std::string text)
{
    NoteContent content;
    content.text = std::move(text);
    return content;
}

std::string refusal(const NoteContent& content)
{
    const auto checked = checkNote(content, now);
    return checked ? "fine" : checked.error().where + ": " + checked.error().detail;
}

Worker worker(const char* id, const char* service, Role role = Role::keyworker)
{
    return {WorkerId{id}, id, role, ServiceId{service}, {}, true, 1};
}

Note noteFor(NoteAudience audience)
{
    Note note;
    note.audience = audience;
    note.author = WorkerId{"priya"};
    note.service = ServiceId{"lantern"};
    return note;
}

}  // namespace

TEST_CASE("what stands between marks is somebody else's, and the marks themselves are not read")
{
    CHECK(passagesOf("Came alone. [[Mum says he is better.]] Will ring.") ==
          Passages{{"Came alone. ", false}, {"Mum says he is better.", true}, {" Will ring.", false}});
    CHECK(passagesOf("plain") == Passages{{"plain", false}});
    CHECK(passagesOf("").empty());
    CHECK(withoutMarks("a [[b]] c") == "a b c");
    CHECK(hasThirdParty("a [[b]] c"));
    CHECK_FALSE(hasThirdParty("a [[]] c"));
    CHECK_FALSE(hasThirdParty("array[1][2]"));
}

TEST_CASE("when in doubt a passage counts as somebody else's")
{
    CHECK(passagesOf("a [[b") == Passages{{"a ", false}, {"b", true}});
    CHECK(passagesOf("a [[b [[c]] d]] e") == Passages{{"a ", false}, {"b c d", true}, {" e", false}});
    CHECK(passagesOf("a ]] b") == Passages{{"a  b", false}});
    CHECK(withoutThirdParty("a [[b", "[left out]") == "a [left out]");
    CHECK(withoutThirdParty("[[a]][[b]] c", "-") == "- c");
}

TEST_CASE("marks are closed as a note is signed, and closing them twice changes nothing")
{
    CHECK(withMarksClosed("a [[b") == "a [[b]]");
    CHECK(withMarksClosed("a ]] b [[c [[d]] e") == "a  b [[c d e]]");
    for (const char* text : {"a [[b]] c", "[[x", "y]]", "[[[[z]]", "plain", ""})
        CHECK(withMarksClosed(withMarksClosed(text)) == withMarksClosed(text));
}

TEST_CASE("brackets that a mark stood between do not become a mark, which would give away what is somebody else's")
{
    const std::string text = "[[Mum said ][[] he owes money]] and more]] seen";
    CHECK(passagesOf(text) == Passages{{"Mum said ] ] he owes money and more", true}, {" seen", false}});
    CHECK(withoutThirdParty(withMarksClosed(text), "-") == "- seen");
    CHECK(withMarksClosed("a[]][b") == "a[ [b");
    CHECK(withMarksClosed("a][[b") == "a][[b]]");
    for (const char* odd : {"[[a]", "[[a]]]]", "a[[[b", "[]][[x", "[[]]]]]", "a[ [[b]] ]c"})
        CHECK(withMarksClosed(withMarksClosed(odd)) == withMarksClosed(odd));
}

TEST_CASE("the gaps of a template are filled, and what is none stays")
{
    const NoteGaps gaps{"Dani", "2 March", "Priya Raman", "Lantern"};
    CHECK(filled("{name} seen on {day} by {me}, {service}.", gaps) == "Dani seen on 2 March by Priya Raman, Lantern.");
    CHECK(filled("{mood} {name", gaps) == "{mood} {name");
}

TEST_CASE("a note is signed with a text, not ahead of its time, and kept from others only for a reason")
{
    CHECK(refusal(written("Rang.")) == "fine");
    CHECK(refusal(written(" \n")) == "text: empty");
    CHECK(refusal(written("[[ ]]")) == "text: empty");
    CHECK(refusal(written(std::string(longestNote + 1, 'a'))) == "text: too_long");
    NoteContent content = written("Rang.");
    content.happenedAt = now + 1h;
    CHECK(refusal(content) == "happened_at: in_the_future");
    content.happenedAt = now - 48h;
    CHECK(refusal(content) == "fine");
    content.audience = NoteAudience::ownService;
    CHECK(refusal(content) == "why_limited: empty");
    content.whyLimited = "Asked us not to share it.";
    CHECK(refusal(content) == "fine");
    content.kind = NoteKind::safety;
    CHECK(refusal(content) == "audience: safety_is_shared");
    content.audience = NoteAudience::everyone;
    CHECK(refusal(content) == "fine");
}

TEST_CASE("who may read a note follows from whom it is for")
{
    const Worker author = worker("priya", "lantern");
    const Worker colleague = worker("jo", "lantern");
    const Worker lead = worker("lee", "lantern", Role::coordinator);
    const Worker other = worker("samir", "cmht", Role::supervisor);
    const Worker movedOn = worker("priya", "cmht");
    for (const Worker& each : {author, colleague, lead, other, movedOn})
        CHECK(maySee(noteFor(NoteAudience::everyone), each));
    CHECK(maySee(noteFor(NoteAudience::ownService), colleague));
    CHECK_FALSE(maySee(noteFor(NoteAudience::ownService), other));
    CHECK(maySee(noteFor(NoteAudience::ownService), movedOn));
    CHECK(maySee(noteFor(NoteAudience::leads), author));
    CHECK(maySee(noteFor(NoteAudience::leads), lead));
    CHECK_FALSE(maySee(noteFor(NoteAudience::leads), colleague));
    CHECK_FALSE(maySee(noteFor(NoteAudience::leads), other));
    CHECK(mayEnterInError(noteFor(NoteAudience::everyone), author));
    CHECK(mayEnterInError(noteFor(NoteAudience::everyone), lead));
    CHECK_FALSE(mayEnterInError(noteFor(NoteAudience::everyone), colleague));
    CHECK_FALSE(mayEnterInError(noteFor(NoteAudience::everyone), other));
}

TEST_CASE("a note is unread until it was read as it stands")
{
    NoteRecord record;
    CHECK(record.isUnread());
    record.readUpTo = 0;
    CHECK_FALSE(record.isUnread());
    record.amendments.push_back({});
    CHECK(record.isUnread());
    record.readUpTo = 1;
    CHECK_FALSE(record.isUnread());
}

TEST_CASE("a template has a shortcut that can be typed, a title and a text")
{
    NoteTemplate made{{}, ServiceId{"lantern"}, "home-visit2", "Home visit", {}, "Seen at home.", 0};
    CHECK(checkTemplate(made));
    for (const char* shortcut : {"", "Visit", "a b", ";visit", "twenty-one-characters"}) {
        made.shortcut = shortcut;
        CHECK(checkTemplate(made).error().where == "shortcut");
    }
    made.shortcut = "visit";
    made.title = " ";
    CHECK(checkTemplate(made).error().where == "title");
    made.title = "Visit";
    made.text.clear();
    CHECK(checkTemplate(made).error().where == "text");
}
