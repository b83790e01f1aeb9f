// bench_rules: the typical case by Holdfast's sweep, and the same case as files for the other engines.
//   write FOLDER ROUNDS         histories.txt and times.txt for CLIPS, case.json for json-rules-engine
//   measure FOLDER              evaluations a second, and Holdfast's answer in FOLDER/engine.txt
//   compare FOLDER FILE FIELDS  exit 1 unless FILE says the same, judged by its first FIELDS words of a line
#include "bench/typical_case.h"
#include "engine/actions.h"
#include "engine/sweep.h"
#include "prove/histories.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

namespace {

using namespace holdfast;
using namespace holdfast::test;

std::string seconds(Instant instant)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
}

Instant sweepAt(const Story& story)
{
    return story.events().back().at + std::chrono::days{40};
}

/// The fields that the JavaScript rules read, by the names they use there.
std::string forJavaScript(const Event& event)
{
    std::ostringstream out;
    out << "{\"at\":" << seconds(event.at) << ",\"kind\":\"" << kindOf(event) << '"';
    const auto add = [&out](const char* name, std::string_view value) {
        out << ",\"" << name << "\":\"" << value << '"';
    };
    if (const auto* attempt = std::get_if<event::Attempt>(&event.body)) {
        add("need", nameOf(attempt->need));
        add("code", attempt->reason->text());
    } else if (const auto* signedBody = std::get_if<event::AssessmentSigned>(&event.body)) {
        add("service", signedBody->service.text());
        add("worker", signedBody->worker.text());
        out << ",\"found\":{\"mental_health\":\"present\",\"substance_use\":\"present\"}";
    } else if (const auto* sent = std::get_if<event::ReferralSent>(&event.body)) {
        out << ",\"legs\":[";
        for (std::size_t i = 0; i < sent->legs.size(); ++i)
            out << (i > 0 ? "," : "") << "{\"need\":\"" << nameOf(sent->legs[i].need) << "\",\"service\":\""
                << sent->legs[i].service.text() << "\"}";
        out << ']';
    } else if (const auto* response = std::get_if<event::Response>(&event.body)) {
        add("need", nameOf(response->need));
        add("service", response->service.text());
        add("what", nameOf(response->kind));
        if (response->reason)
            add("code", response->reason->text());
        if (response->worker)
            add("worker", response->worker->text());
    } else if (const auto* contact = std::get_if<event::Contact>(&event.body)) {
        add("service", contact->service.text());
        add("direction", nameOf(contact->direction));
        add("outcome", nameOf(contact->outcome));
    } else if (const auto* challenge = std::get_if<event::ChallengeSent>(&event.body)) {
        add("need", nameOf(challenge->need));
        add("service", challenge->service.text());
    } else if (const auto* answered = std::get_if<event::ChallengeAnswered>(&event.body)) {
        add("need", nameOf(answered->need));
        add("service", answered->service.text());
        add("what", nameOf(answered->outcome));
        out << ",\"accepted\":" << (answered->accepted ? "true" : "false");
        if (answered->worker)
            add("worker", answered->worker->text());
    }
    out << '}';
    return out.str();
}

void write(const std::string& folder, const std::string& rounds)
{
    const Story story = typicalCase();
    prove::History history{story.person(), story.events()};
    Event now;
    now.at = sweepAt(story);
    now.body = event::Now{};
    history.events.push_back(now);
    std::ofstream{folder + "/histories.txt"} << prove::forOracle(1, history);
    std::ofstream{folder + "/times.txt"} << rounds << '\n';
    std::ofstream out{folder + "/case.json"};
    out << "{\"now\":" << seconds(now.at) << ",\"events\":[";
    for (std::size_t i = 0; i < story.events().size(); ++i)
        out << (i > 0 ? "," : "") << forJavaScript(story.events()[i]);
    out << "],\"holidays\":[";
    bool first = true;
    for (int year = 2025; year <= 2031; ++year)
        for (const Date& day : computedBankHolidays(std::chrono::year{year})) {
            out << (first ? "" : ",") << '"' << formatDate(day) << '"';
            first = false;
        }
    out << "]}\n";
}

int measure(const std::string& folder)
{
    const Story story = typicalCase();
    engine::Sweep sweep{world().context};
    const Instant now = sweepAt(story);
    std::size_t rounds = 0;
    const std::clock_t began = std::clock();  // processor time: a busy machine does not spoil it
    double taken = 0;
    while (taken < 2) {
        for (int i = 0; i < 10'000; ++i)
            if (!sweep.run(story.person(), story.events(), now))
                return 2;
        rounds += 10'000;
        taken = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    }
    std::cout << static_cast<double>(rounds) / taken << '\n';
    std::ofstream out{folder + "/engine.txt"};
    for (const Need need : allNeeds) {
        const auto& holder = *sweep.state().needs[need].holder;
        out << "H " << nameOf(need) << ' ' << holder.service.text() << '/' << holder.worker.text() << '\n';
    }
    for (const engine::Action& action : sweep.actions())
        out << "A " << nameOf(action.need) << ' ' << action.what << ' ' << engine::textOf(action.owner) << ' '
            << seconds(action.due) << '\n';
    return 0;
}

/// Lines that begin with H or A, cut to their first words.
std::set<std::string> linesOf(const std::string& path, std::size_t fields)
{
    std::ifstream file{path};
    std::set<std::string> lines;
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words{line.substr(std::min(line.find_first_of("HAB"), line.size()))};
        std::string word, cut;
        for (std::size_t i = 0; i < fields && words >> word; ++i)
            cut += (i > 0 ? " " : "") + word;
        if (cut.starts_with("A ") || cut.starts_with("H "))
            lines.insert(cut.starts_with("H ") ? cut.substr(0, cut.find(' ', cut.find('/'))) : cut);
    }
    return lines;
}

int compare(const std::string& folder, const std::string& file, std::size_t fields)
{
    const auto ours = linesOf(folder + "/engine.txt", fields);
    const auto theirs = linesOf(file, fields);
    for (const std::string& line : theirs)
        if (!ours.contains(line)) {
            std::cout << file << " says, and Holdfast does not: " << line << '\n';
            return 1;
        }
    // What Holdfast asks for beyond the others' rules costs it time, not them.
    std::cout << theirs.size() << " of Holdfast's " << ours.size() << " answers, all equal\n";
    return theirs.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string verb = argc > 2 ? argv[1] : "";
    if (verb == "write" && argc == 4)
        return write(argv[2], argv[3]), 0;
    if (verb == "measure" && argc == 3)
        return measure(argv[2]);
    if (verb == "compare" && argc == 5)
        return compare(argv[2], argv[3], std::stoul(argv[4]));
    std::cerr << "usage: bench_rules write FOLDER ROUNDS | measure FOLDER | compare FOLDER FILE FIELDS\n";
    return 2;
}
