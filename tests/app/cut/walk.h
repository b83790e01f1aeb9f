// Every use case that asks the store something, worked through area by area with what it needs to be done: for the tests
// that cut the wire to a server in the middle of each, and for the one that looks whether any use case is missing here.
#pragma once

#include "app/app_world.h"
#include "support/must.h"

#include <functional>
#include <optional>
#include <string>

namespace holdfast::test::cut {

/// What went wrong; nothing: it was done.
using Use = std::function<std::optional<Error>()>;

template <class T>
std::optional<Error> problemOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional{result.error()};
}

/// Tells one use case from another.
template <class Uses, class Answer, class... Given>
std::string keyOf(Answer (Uses::*use)(const app::Session&, Given...))
{
    std::string key = typeid(use).name();
    return key.append(reinterpret_cast<const char*>(&use), sizeof use);
}

class Walk {
public:
    explicit Walk(AppWorld& of) : world{of} {}
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;
    virtual ~Walk() = default;

    /// The use case of every_use_case.h, with the same in its hands however often it is tried. What is no command may say
    /// at last that it was done already.
    template <class Uses, class Answer, class... Asked, class... Given>
    void cut(Answer (Uses::*use)(const app::Session&, Asked...), const app::Session& session, const Given&... given)
    {
        run(nameOf(keyOf(use)), [&] { return problemOf((Uses{*world.workspace}.*use)(session, given...)); });
    }
    /// The same of what can be asked for again; what it answered at last.
    template <class Uses, class T, class... Asked, class... Given>
    T answer(Result<T> (Uses::*use)(const app::Session&, Asked...), const app::Session& session, const Given&... given)
    {
        std::optional<Result<T>> last;
        run(nameOf(keyOf(use)), [&] {
            last.emplace((Uses{*world.workspace}.*use)(session, given...));
            return problemOf(*last);
        });
        return must(*std::move(last));
    }
    /// What is no member of a class or needs no session, by a name of its own.
    void cutOther(const std::string& name, const Use& use) { run(name, use); }

    AppWorld& world;

protected:
    virtual void run(const std::string& name, const Use& use) = 0;

private:
    static std::string nameOf(const std::string& key);
};

/// One area each: every walk is in a store of its own.
struct People {
    static constexpr const char* name = "people";
    static void walk(Walk& walk);
};
struct Cases {
    static constexpr const char* name = "cases";
    static void walk(Walk& walk);
};
struct Circle {
    static constexpr const char* name = "carers, consents, stories";
    static void walk(Walk& walk);
};
struct Writing {
    static constexpr const char* name = "notes and drafts";
    static void walk(Walk& walk);
};
struct Letters {
    static constexpr const char* name = "letters, plans, handovers";
    static void walk(Walk& walk);
};
struct Meetings {
    static constexpr const char* name = "meetings";
    static void walk(Walk& walk);
};
struct Team {
    static constexpr const char* name = "team, directory, words";
    static void walk(Walk& walk);
};
struct Rules {
    static constexpr const char* name = "policies and reports";
    static void walk(Walk& walk);
};
struct Keeping {
    static constexpr const char* name = "restrictions, retention, disposal, audit";
    static void walk(Walk& walk);
};
using Areas = std::tuple<People, Cases, Circle, Writing, Letters, Meetings, Team, Rules, Keeping>;

}  // namespace holdfast::test::cut
