// holdfast_oracle: the engine against the rules of oracle/*.clp, over generated histories.
//   write FOLDER --histories N     histories.txt for CLIPS
//   compare FOLDER --histories N   the engine's answers against oracle.txt; exit 1 on a difference or a gap in coverage
//   digest FOLDER --histories N    a fingerprint of every answer, to compare between processes (FOLDER is not read)
//   also --policy FILE, and --allow-gaps for a run too short to cover everything
#include "engine/actions.h"
#include "engine/evaluate.h"
#include "exchange/snapshot_json.h"
#include "prove/histories.h"
#include "prove/stage.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace holdfast;
using namespace holdfast::prove;

struct Options {
    std::string verb, folder, policy;
    std::size_t histories = 10'000;
    bool allowGaps = false;
};

Options optionsOf(int argc, char** argv)
{
    if (argc < 3)
        throw std::runtime_error{
            "usage: holdfast_oracle write|compare|digest FOLDER [--histories N] [--policy FILE] [--allow-gaps]"};
    Options options{argv[1], argv[2], {}, 10'000, false};
    for (int i = 3; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--allow-gaps")
            options.allowGaps = true;
        else if (name == "--histories" && i + 1 < argc)
            options.histories = std::stoul(argv[++i]);
        else if (name == "--policy" && i + 1 < argc)
            options.policy = argv[++i];
        else
            throw std::runtime_error{"there is no option " + name};
    }
    return options;
}

/// Every next step there is, and one that a meeting agreed: some history must come to each.
const std::set<std::string>& nextSteps()
{
    static const std::set<std::string> list{"make_referral",
                                            "complete_handover",
                                            "check_reply",
                                            "waiting_well_contact",
                                            "review",
                                            "chase",
                                            "supervisor_review",
                                            "hold_mdt",
                                            "strategic_lead_review",
                                            "step_down_plan",
                                            "joint_closure",
                                            "keyworker_query",
                                            "challenge_letter",
                                            "supervisors_contact",
                                            "external_route",
                                            "name_worker",
                                            "reoffer",
                                            "ask_both",
                                            "ask_capacity",
                                            "confirm_with_person",
                                            "missed_visit_follow_up",
                                            "call_back",
                                            "safety_follow_up",
                                            "plan_transition",
                                            "bereavement",
                                            "call_the_person",
                                            "check_in",
                                            "reason_in_writing",
                                            "named_contact",
                                            "mdt_seat",
                                            "protocol_check",
                                            "protocol_review",
                                            "second_look",
                                            "second_opinion",
                                            "phone_call",
                                            "crisis_reassess",
                                            "ask_safety",
                                            "outreach",
                                            "repeat_attendance_review",
                                            "worse_review",
                                            "feed_back_outcome"};
    return list;
}

/// What was met on the way, so that a gap shows.
struct Coverage {
    std::map<std::string, std::size_t> kinds, reasons, steps;
    std::size_t events = 0, refused = 0, answers = 0;
};

using Lines = std::vector<std::string>;
using Answers = std::map<std::pair<std::size_t, std::size_t>, Lines>;  ///< by history and event

std::string ownerText(const engine::Owner& owner)
{
    return engine::textOf(owner);
}

void addSnapshot(Lines& lines, const engine::Snapshot& snapshot, const EventId& event, Coverage& coverage)
{
    for (const Need need : allNeeds) {
        const auto& holder = snapshot.needs[need].holder;
        lines.push_back("H " + std::string{nameOf(need)} + ' ' +
                        (holder ? holder->service.str() + '/' + holder->worker.str() : "nil") +
                        (holder && holder->acting ? " yes" : " no"));
    }
    for (const engine::NextAction& action : snapshot.nextActions) {
        ++coverage.steps[action.what];
        lines.push_back(
            "A " + std::string{nameOf(action.need)} + ' ' + action.what + ' ' + ownerText(action.owner) + ' ' +
            std::to_string(std::chrono::floor<std::chrono::seconds>(action.due).time_since_epoch().count()) + ' ' +
            std::to_string(action.escalationLevel));
    }
    for (const engine::Bounce& bounce : snapshot.bounces)
        if (bounce.event == event)
            lines.push_back("B " + std::string{nameOf(bounce.need)} + ' ' + bounce.code.str() + ' ' +
                            std::string{nameOf(bounce.cls)});
}

void note(const Event& event, Coverage& coverage)
{
    ++coverage.kinds[std::string{kindOf(event)}];
    if (const auto* body = std::get_if<event::Response>(&event.body); body && body->reason)
        ++coverage.reasons[body->reason->str()];
    if (const auto* body = std::get_if<event::Attempt>(&event.body); body && body->reason)
        ++coverage.reasons[body->reason->str()];
}

/// An attempt has no service of the directory: its bounce names who was asked.
bool isAttemptSource(std::string_view service)
{
    return std::ranges::find(attemptSources, service) != attemptSources.end();
}

void play(const test::World& world, std::size_t number, const History& history, Answers& answers, Coverage& coverage)
{
    engine::Case growing{world.context, history.person};
    for (std::size_t i = 0; i < history.events.size(); ++i) {
        const Event& event = history.events[i];
        Lines& lines = answers[{number, i + 1}];
        ++coverage.events;
        if (!growing.apply(event)) {
            ++coverage.refused;
            lines.emplace_back("R");
            continue;
        }
        note(event, coverage);
        addSnapshot(lines, growing.snapshot(event.at, engine::Explain::no), event.id, coverage);
    }
    for (const engine::Bounce& bounce : growing.snapshot(history.events.back().at, engine::Explain::no).bounces)
        answers[{number, 0}].push_back("C " + std::string{nameOf(bounce.need)} + ' ' + bounce.code.str() + ' ' +
                                       std::string{nameOf(bounce.cls)} + ' ' +
                                       (isAttemptSource(bounce.service) ? "attempt" : bounce.service));
}

Answers readOracle(const std::string& path)
{
    std::ifstream file{path};
    if (!file)
        throw std::runtime_error{"cannot read " + path + ": did CLIPS run?"};
    Answers answers;
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words{line};
        std::size_t history = 0, event = 0;
        words >> history >> event;
        std::string rest;
        std::getline(words >> std::ws, rest);
        while (!rest.empty() && rest.back() == ' ')
            rest.pop_back();
        answers[{history, event}].push_back(rest);
    }
    return answers;
}

std::string listOf(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += "      " + line + '\n';
    return text;
}

Lines without(const Lines& all, const Lines& some)
{
    Lines rest;
    std::ranges::set_difference(all, some, std::back_inserter(rest));
    return rest;
}

/// Prints the first three differences in full, and counts them by what differs.
std::size_t compare(Answers& engine, Answers& oracle)
{
    std::size_t differences = 0;
    std::map<std::string, std::size_t> byKind;
    std::set<std::pair<std::size_t, std::size_t>> keys;
    for (const auto& [key, lines] : engine)
        keys.insert(key);
    for (const auto& [key, lines] : oracle)
        keys.insert(key);
    for (const auto& key : keys) {
        Lines ours = engine[key];
        Lines theirs = oracle[key];
        std::ranges::sort(ours);
        std::ranges::sort(theirs);
        if (ours == theirs)
            continue;
        const Lines onlyOurs = without(ours, theirs);
        const Lines onlyTheirs = without(theirs, ours);
        const char first = onlyOurs.empty() ? onlyTheirs.front().front() : onlyOurs.front().front();
        ++byKind[first == 'H' ? "holder" : first == 'A' ? "next step" : first == 'R' ? "refused" : "class"];
        if (++differences <= 3)
            std::cout << "history " << key.first << ", event " << key.second << ": only the engine says\n"
                      << listOf(onlyOurs) << "    only the oracle says\n"
                      << listOf(onlyTheirs);
    }
    for (const auto& [kind, count] : byKind)
        std::cout << "differences, first in " << kind << ": " << count << '\n';
    return differences;
}

int gaps(const Coverage& coverage)
{
    int missing = 0;
    for (const std::string_view kind : eventKindNames)
        if (!coverage.kinds.contains(std::string{kind})) {
            std::cout << "no history has an event of kind " << kind << '\n';
            ++missing;
        }
    for (const auto& reason : test::world().policy.reasons)
        if (!coverage.reasons.contains(reason.code.str())) {
            std::cout << "no history has the reason " << reason.code.str() << '\n';
            ++missing;
        }
    for (const std::string& what : nextSteps())
        if (!coverage.steps.contains(what)) {
            std::cout << "no history comes to the next step " << what << '\n';
            ++missing;
        }
    return missing;
}

void print(const char* title, const std::map<std::string, std::size_t>& counts)
{
    std::cout << title << " (" << counts.size() << "):";
    for (const auto& [name, count] : counts)
        std::cout << ' ' << name << ' ' << count;
    std::cout << '\n';
}

/// SAME: every byte of every answer, sentences included, as one number.
int digest(const Options& options)
{
    const auto world = worldUnder(options.policy);
    std::uint64_t hash = 14695981039346656037ULL;
    std::size_t bytes = 0;
    for (std::size_t i = 1; i <= options.histories; ++i) {
        const History history = historyOf(i);
        engine::Case growing{world->context, history.person};
        for (const Event& event : history.events)
            (void)growing.apply(event);
        const std::string text =
            exchange::writeSnapshot(growing.snapshot(history.events.back().at, engine::Explain::yes));
        bytes += text.size();
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    std::cout << options.histories << " histories, " << bytes << " bytes, " << hash << '\n';
    return 0;
}

int run(const Options& options)
{
    if (options.verb == "digest")
        return digest(options);
    if (options.verb == "write") {
        std::ofstream out{options.folder + "/histories.txt"};
        for (std::size_t i = 1; i <= options.histories; ++i)
            out << forOracle(i, historyOf(i));
        return out ? 0 : 2;
    }
    const auto world = worldUnder(options.policy);
    Answers engine;
    Coverage coverage;
    for (std::size_t i = 1; i <= options.histories; ++i)
        play(*world, i, historyOf(i), engine, coverage);
    Answers oracle = readOracle(options.folder + "/oracle.txt");
    const std::size_t differences = compare(engine, oracle);
    std::cout << options.histories << " histories, " << coverage.events << " events (" << coverage.refused
              << " refused), " << engine.size() << " answers compared, " << differences << " different\n";
    print("kinds of event", coverage.kinds);
    print("reasons", coverage.reasons);
    print("next steps", coverage.steps);
    const int missing = options.allowGaps ? 0 : gaps(coverage);
    return differences > 0 || missing > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv)
try {
    return run(optionsOf(argc, argv));
} catch (const std::exception& failure) {
    std::cerr << "holdfast_oracle: " << failure.what() << '\n';
    return 2;
}
