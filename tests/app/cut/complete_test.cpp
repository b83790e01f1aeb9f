// Whether the walks through the use cases leave any out: each is done once for real, on a store that holds, and what was
// done is compared with every use case, every action and every declaration there is.
#include "app/cut/walk.h"
#include "app/every_use_case.h"
#include "store/schema.h"
#include "support/backends.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

using namespace holdfast;
using namespace holdfast::test;

namespace {

using NameSet = std::set<std::string>;

/// Does each use case once.
class Looking : public cut::Walk {
public:
    using Walk::Walk;
    NameSet seen;

protected:
    void run(const std::string& name, const cut::Use& use) override
    {
        INFO(name);
        const auto problem = use();
        INFO((problem ? problem->where + ' ' + problem->detail : ""));
        CHECK_FALSE(problem);
        seen.insert(name);
    }
};

struct Walked {
    NameSet useCases;
    NameSet actions;                   ///< that left an entry in the audit
    std::vector<std::string> stopped;  ///< areas that did not come to their end, and why

    template <class Area>
    void add()
    {
        const auto all = backends(store::migrations(db::Dialect::sqlite), store::migrations(db::Dialect::postgres));
        AppWorld world{all.front().open()};
        Looking looking{world};
        try {
            Area::walk(looking);
        } catch (const std::exception& refused) {
            stopped.push_back(refused.what());
        }
        useCases.merge(looking.seen);
        for (const store::AuditRow& row : world.audit())
            actions.insert(row.action);
    }
};

template <class... Area>
Walked walkAll(std::tuple<Area...>*)
{
    Walked walked;
    (walked.add<Area>(), ...);
    return walked;
}

const Walked& walked()
{
    static const Walked all = walkAll(static_cast<cut::Areas*>(nullptr));
    return all;
}

struct Naming {
    NameSet names;

    template <class Uses, class Answer, class... Given>
    void operator()(const char* name, Answer (Uses::*)(const app::Session&, Given...))
    {
        names.insert(name);
    }
};

std::string wordsIn(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    REQUIRE(in);
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// "app::Class::member" of every use case that a class of src/app offers.
NameSet declared()
{
    static const std::regex opening{R"(^class (\w+)( final)?( :[^;]*)? *\{?$)"};
    static const std::regex offered{R"(^    Result<.*> (\w+)\(const Session& session)"};
    NameSet found;
    for (const auto& file : std::filesystem::directory_iterator{HOLDFAST_SOURCE_DIR "/src/app"}) {
        if (file.path().extension() != ".h")
            continue;
        std::ifstream in{file.path()};
        std::string of;
        bool isPublic = false;
        for (std::string line; std::getline(in, line);) {
            std::smatch match;
            if (std::regex_match(line, match, opening))
                of = match[1];
            isPublic = line == "public:" || (isPublic && line != "private:" && line != "};");
            if (isPublic && std::regex_search(line, match, offered))
                found.insert("app::" + of + "::" + match[1].str());
        }
    }
    return found;
}

constexpr std::string_view encryptedOnly =
    "of a store in an encrypted file; refused on a server before anything is asked";
constexpr std::string_view fileOnly = "of a store in a file; a server's database is backed up by its keeper";
constexpr std::string_view stepOf = "a step of audit.check, which is cut";
constexpr std::string_view otherName = "cut under a name of its own: what it is given cannot be made from nothing";

/// What every_use_case.h does not have, and why.
const std::map<std::string, std::string_view> notListed{
    {"app::Accounts::add", encryptedOnly},
    {"app::Accounts::remove", encryptedOnly},
    {"app::Accounts::changeKey", encryptedOnly},
    {"app::Accounts::reset", encryptedOnly},
    {"app::Accounts::changeOwn", encryptedOnly},
    {"app::Backups::standing", fileOnly},
    {"app::Backups::keepPlan", fileOnly},
    {"app::Backups::beginDue", fileOnly},
    {"app::Backups::noteMade", fileOnly},
    {"app::Backups::begin", fileOnly},
    {"app::Backups::since", fileOnly},
    {"app::Audit::beginCheck", stepOf},
    {"app::Audit::goOn", stepOf},
    {"app::Audit::endCheck", stepOf},
    {"app::Drafts::openLocal", otherName},
    {"app::Drafts::bringHome", otherName},
};

/// Cut although every_use_case.h does not have them.
const NameSet besides{"audit.aheadOfClock", "checkStore",      "drafts.bringHome",      "drafts.openLocal",
                      "reportAsAt",         "workers.busiest", "workers.signInChoices", "workers.signIn"};

/// In every_use_case.h and not cut.
const std::map<std::string, std::string_view> notCut{{"accounts.list", encryptedOnly}};

constexpr std::string_view looksOnly = "leaves no entry: what it shows is about nobody";
const std::map<std::string_view, std::string_view> actionsNotSeen{
    {"view_note_templates", looksOnly},
    {"view_word_list", looksOnly},
    {"view_policy", looksOnly},
    {"back_up_store", fileOnly},
    {"plan_backups", fileOnly},
    {"back_up_when_due", fileOnly},
    {"restore_store", fileOnly},
    {"change_passphrase", encryptedOnly},
    {"manage_accounts", encryptedOnly},
    {"make_practice", "fills an empty store with made-up people, lot by lot; one that was cut off is made anew"},
};

/// One a line.
std::string missingFrom(const NameSet& have, const NameSet& wanted)
{
    std::string missing;
    for (const std::string& each : wanted)
        if (!have.contains(each))
            missing += each + '\n';
    return missing;
}

}  // namespace

TEST_CASE("every use case is among those whose wire is cut, and each was done there")
{
    Naming every;
    callEveryUseCase(every);
    NameSet wanted = every.names;
    wanted.insert(besides.begin(), besides.end());
    for (const auto& [name, why] : notCut)
        CHECK(wanted.erase(name) == 1);
    CHECK(walked().stopped == std::vector<std::string>{});
    CHECK(missingFrom(walked().useCases, wanted) == "");
    CHECK(missingFrom(wanted, walked().useCases) == "");
}

TEST_CASE("every use case that a class offers is in the list of all, or is named with why it is not")
{
    const std::string list = wordsIn(HOLDFAST_SOURCE_DIR "/tests/app/every_use_case.h");
    const NameSet offered = declared();
    CHECK(offered.size() > 180);
    for (const std::string& each : offered) {
        INFO(each);
        const bool listed = list.find("&" + each + ")") != std::string::npos;
        CHECK(listed != notListed.contains(each));
    }
    for (const auto& [each, why] : notListed)
        CHECK(offered.contains(each));
}

TEST_CASE("every action that leaves an entry in the audit is done among the use cases whose wire is cut")
{
    for (std::size_t row = 0; row < app::actionCount; ++row) {
        const std::string name{app::nameOf(static_cast<app::Action>(row))};
        INFO(name);
        CHECK(walked().actions.contains(name) != actionsNotSeen.contains(name));
    }
}
