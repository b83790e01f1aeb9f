#include "cli/commands.h"

#include "app/practice.h"
#include "app/store_setup.h"
#include "cli/stores.h"

#include <charconv>
#include <ostream>

namespace holdfast::cli {
namespace {

template <class Number>
Result<Number> numberOf(const Arguments& arguments, std::string_view option, Number otherwise)
{
    const std::string text = arguments.get(option);
    if (text.empty())
        return otherwise;
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size())
        return unfit(arguments, option, "a whole number");
    return value;
}

Result<app::PracticeInput> inputOf(const Arguments& arguments, const Clock& clock)
{
    app::PracticeInput input;
    auto people = numberOf(arguments, "--people", input.people);
    if (!people)
        return std::move(people).error();
    if (*people < 1 || *people > app::mostPracticePeople)  // told before a store is made
        return unfit(arguments, "--people", "1 to " + std::to_string(app::mostPracticePeople));
    auto seed = numberOf(arguments, "--seed", input.seed);
    if (!seed)
        return std::move(seed).error();
    input.people = *people;
    input.seed = *seed;
    input.asOf = londonDate(clock.now());
    if (arguments.has("--as-of")) {
        const auto date = parseDate(arguments.get("--as-of"));
        if (!date)
            return unfit(arguments, "--as-of", "a date such as 2026-03-31");
        input.asOf = *date;
    }
    return input;
}

Result<std::unique_ptr<app::Workspace>> opened(const std::string& store, Surroundings& around)
{
    auto opened = app::openStore(store, {}, around.clock, around.random);
    if (!opened)
        return std::move(opened).error();
    return (*std::move(opened)).workspace;
}

/// A new practice store, or one that is there already and empty.
Result<std::unique_ptr<app::Workspace>> target(const Arguments& arguments, Surroundings& around)
{
    const std::string store = arguments.get("--store");
    switch (app::probeStore(store)) {
    case app::StoreKind::missing:
    case app::StoreKind::server: return app::createPracticeStore(store, around.clock, around.random);
    case app::StoreKind::practice: return opened(store, around);
    case app::StoreKind::encrypted: return Error{ErrorCode::conflict, store, "this store is for real people"};
    case app::StoreKind::notAStore: return Error{ErrorCode::notAStore, store, "it is not a Holdfast store"};
    case app::StoreKind::unreadable: break;
    }
    return opened(store, around);  // says what is wrong with the location
}

void print(std::ostream& out, const app::PracticeInput& input, const app::PracticeResult& made)
{
    out << made.people << " people, " << made.events << " events, as of " << formatDate(input.asOf) << ", seed "
        << input.seed << '\n';
    if (!made.missing.empty()) {
        out << "not shown by so few people:";
        for (const std::string& missing : made.missing)
            out << ' ' << missing;
        out << '\n';
    }
    out << "sha256 " << made.dumpSha256 << '\n';
}

}  // namespace

int demoCommand(const Arguments& arguments, Surroundings& around)
{
    const auto input = inputOf(arguments, around.clock);
    if (!input)
        return complain(around.err, input.error());
    auto workspace = target(arguments, around);
    if (!workspace)
        return complain(around.err, inStore(arguments, workspace.error()));
    const auto made = app::makePractice(**workspace, *input, {});
    if (!made)
        return complain(around.err, inStore(arguments, made.error()));
    print(around.out, *input, *made);
    return exitDone;
}

}  // namespace holdfast::cli
