#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <span>

namespace holdfast::cli {
namespace {

struct Option {
    std::string_view name;
    bool takesValue = true;
    bool required = false;
};

struct Command {
    Verb verb;
    std::string_view name;  ///< one or two words
    std::span<const Option> options;
    std::size_t operands;
    std::string_view operandName;
};

constexpr std::array<Option, 3> clientOptions{{{"--store"}, {"--user"}, {"--passphrase-file"}}};
constexpr std::array<Option, 5> createOptions{
    {{"--store", true, true}, {"--user"}, {"--passphrase-file"}, {"--name"}, {"--service"}}};
constexpr std::array<Option, 5> demoOptions{
    {{"--store", true, true}, {"--people"}, {"--seed"}, {"--as-of"}, {"--passphrase-file"}}};
constexpr std::array<Option, 1> replayOptions{{{"--format"}}};
constexpr std::array<Option, 2> policyOptions{{{"--policy"}, {"--format"}}};
constexpr std::array<Option, 3> routeOptions{{{"--assessment", true, true}, {"--directory", true, true}, {"--format"}}};
// What bounces needs is asked for in checked(): the list of measures needs no store.
constexpr std::array<Option, 20> reportOptions{
    {{"--store"},      {"--definition"}, {"--period"},   {"--from"},  {"--to"},
     {"--by"},         {"--service"},    {"--need"},     {"--team"},  {"--area"},
     {"--age-band"},   {"--compare"},    {"--suppress"}, {"--round"}, {"--format"},
     {"--bom", false}, {"--out"},        {"--worker"},   {"--user"},  {"--passphrase-file"}}};
constexpr std::array<Option, 8> exportOptions{{{"--store", true, true},
                                               {"--from", true, true},
                                               {"--to", true, true},
                                               {"--out", true, true},
                                               {"--pseudonymous", false},
                                               {"--worker"},
                                               {"--user"},
                                               {"--passphrase-file"}}};
constexpr std::array<Option, 5> checkOptions{
    {{"--store", true, true}, {"--rebuild", false}, {"--worker"}, {"--user"}, {"--passphrase-file"}}};

constexpr std::array<Option, 5> backupOptions{
    {{"--store", true, true}, {"--out", true, true}, {"--worker"}, {"--user"}, {"--passphrase-file"}}};
constexpr std::array<Option, 6> restoreOptions{{{"--store", true, true},
                                                {"--yes", false},
                                                {"--worker"},
                                                {"--user"},
                                                {"--passphrase-file"},
                                                {"--backup-passphrase-file"}}};

constexpr std::array<Option, 7> auditOptions{
    {{"--store", true, true}, {"--anchor"}, {"--out"}, {"--format"}, {"--worker"}, {"--user"}, {"--passphrase-file"}}};

constexpr std::array<Option, 7> disposalOptions{{{"--store", true, true},
                                                 {"--reason"},
                                                 {"--yes", false},
                                                 {"--format"},
                                                 {"--worker"},
                                                 {"--user"},
                                                 {"--passphrase-file"}}};
constexpr std::array<Option, 6> retentionOptions{
    {{"--store", true, true}, {"--due-by"}, {"--format"}, {"--worker"}, {"--user"}, {"--passphrase-file"}}};

constexpr std::array<Option, 1> drawOptions{{{"--out", true, true}}};

constexpr std::array<Command, 15> commands{{
    {Verb::create, "create", createOptions, 0, ""},
    {Verb::demo, "demo", demoOptions, 0, ""},
    {Verb::replay, "replay", replayOptions, 1, "SCENARIO.json"},
    {Verb::policy, "policy", policyOptions, 2, "test FOLDER or diff FILE"},
    {Verb::route, "route", routeOptions, 0, ""},
    {Verb::reportBounces, "report", reportOptions, 1, "bounces, list or rerun FILE"},
    {Verb::exportEvents, "export", exportOptions, 1, "events"},
    {Verb::check, "check", checkOptions, 0, ""},
    {Verb::backup, "backup", backupOptions, 0, ""},
    {Verb::restore, "restore", restoreOptions, 1, "BACKUP"},
    {Verb::audit, "audit", auditOptions, 1, "verify or anchor"},
    {Verb::disposal, "disposal", disposalOptions, 1, "list, propose, confirm or withdraw"},
    {Verb::retention, "retention", retentionOptions, 1, "list"},
    {Verb::tour, "tour", drawOptions, 0, ""},
    {Verb::pictures, "pictures", drawOptions, 0, ""},
}};
constexpr Command client{Verb::client, "", clientOptions, 0, ""};

constexpr std::string_view help = R"(Holdfast holds mental health and drug and alcohol needs together.

  holdfast [--store STORE]
        Opens the client. Without --store it opens the store of this account.
  holdfast create --store FILE [--name "WORKER'S NAME"] [--user NAME] [--service "SERVICE"]
        Makes a new encrypted store and the account of its first administrator. The recovery key is shown and asked back.
  holdfast demo --store STORE [--people N] [--seed S] [--as-of DATE]
        Fills a new or empty practice store with made-up people and prints what it made and the
        SHA-256 of its content. 60 people, seed 1 and today unless told otherwise.
  holdfast replay SCENARIO.json [--format json|text]
        Folds a history and prints the state after each event.
  holdfast policy test FOLDER [--policy FILE] [--format json|text]
        Runs every scenario (*.json) of a folder against the shipped policy, or against a local
        policy file laid over it, and fails on any expectation that does not hold.
  holdfast policy diff FILE [--policy FILE] [--format json|text]
        Says in words what a local policy file changes, in the shipped policy or in another file.
  holdfast route --assessment FILE.json --directory FILE.json [--format json|text]
        Prints scores, urgency, quadrant, who leads, candidate services and why.
  holdfast report bounces --store STORE (--from DATE --to DATE | --period last_month)
                 [--by service|reason|month|class|need|door|quadrant|age_band|area|team]
                 [--service ID] [--need mental_health|substance_use] [--team NAME] [--area SG1]
                 [--age-band 18_24] [--compare previous] [--suppress 5|7|none] [--round 5|none]
                 --format csv|json|html|xlsx|pdf|svg|png [--bom] --out FILE [--definition FILE.json] [--worker ID]
        Writes the bounce report; both days are included. "--out -" is standard output; svg and png
        write each picture into a new folder. Small numbers are hidden and the others rounded unless --suppress none
        asks for exact figures. A definition holds options, for a report that is made every month.
  holdfast report rerun FILE --store STORE [--worker ID]
        Counts the report of a JSON, CSV or HTML file again as at the event it was made at, and compares:
        exit 0 when every figure is the same, 1 with a list of those that differ.
  holdfast report list [--format text|json]
        Says what each measure of the report counts, of what, and where it comes from.
  holdfast export events --store STORE --from DATE --to DATE --out FOLDER [--pseudonymous] [--worker ID]
        Writes the raw events of a period, with what is needed to count them, as CSV files into a new
        folder. --pseudonymous leaves names, numbers and words out and puts a hash for each id.
  holdfast check --store STORE [--rebuild] [--worker ID]
        Checks the file, its schema and that what lists show equals what the history says.
        --rebuild makes the lists again from the history.
  holdfast backup --store FILE --out FOLDER [--worker ID]
        Copies the store while people work, reads the copy back, prints its name, and takes away older copies that need
        not be kept: the newest of each of 7 days, 5 weeks and 12 months stay.
  holdfast restore BACKUP --store FILE [--yes] [--backup-passphrase-file FILE] [--worker ID]
        Says what was written since, asks, and puts the backup in the place of the store in one step. What was there is
        kept. The backup opens with the passphrase of its day.
  holdfast audit verify --store STORE [--anchor FILE] [--format text|json] [--worker ID]
        Checks that no entry of the audit was changed, removed, moved, copied or cut off, and says which was.
        --anchor compares with an anchor that was kept elsewhere.
  holdfast audit anchor --store STORE [--out FILE] [--worker ID]
        Writes an anchor of the audit as it is now, to be kept where the store cannot be changed from.
  holdfast disposal list --store STORE [--format text|json] [--worker ID]
        Lists the records that are proposed to be disposed of, and those that were: by number, without a name.
  holdfast disposal propose PERSON --store STORE --reason TEXT [--worker ID]
  holdfast disposal confirm DISPOSAL --store STORE [--yes] [--worker ID]
  holdfast disposal withdraw DISPOSAL --store STORE [--worker ID]
        Two people let a record go whose time is over: another than who proposed it confirms it, sees what goes and how
        long backups may hold it, and is asked. It cannot be undone.
  holdfast retention list --store STORE [--due-by DATE] [--format text|json|csv] [--worker ID]
        Lists whose record has been kept for as long as the rules ask, by today or by that day. It lets none go.
  holdfast tour --out FOLDER
        Plays the main job through the client without a display, on a fresh practice caseload: an
        assessment, a refusal, a challenge. Leaves the bounce report and pictures in FOLDER.
  holdfast pictures --out FOLDER
        Draws every page of a fresh practice caseload, in three sizes.
  holdfast --help | --version

STORE is a file or a postgresql:// URI; a server's password comes from the passfile.
DATE is written 2026-03-31.
The passphrase of an encrypted store is asked on the terminal, or read with
--passphrase-file FILE (only you may be able to read it: chmod 600; "-" is standard input).
In an encrypted store they are made in the name of whoever the passphrase belongs to: --user NAME is their sign-in name,
not needed where there is one account. Elsewhere in the name of --worker, or of the store's first active supervisor, else
its first active administrator. Each is written to the audit.
Exit: 0 done, 1 the answer is no (a check or an expectation failed), 2 wrong use or bad input.
)";

Error wrong(std::string_view word, std::string detail)
{
    return Error{ErrorCode::invalid, std::string{word}, std::move(detail)};
}

std::string known(const Command& command)
{
    std::string list;
    for (const Option& option : command.options)
        list += (list.empty() ? "" : ", ") + std::string{option.name};
    return list.empty() ? "no options" : list;
}

const Command* commandNamed(std::string_view word)
{
    const auto at = std::ranges::find(commands, word, &Command::name);
    return at == commands.end() ? nullptr : &*at;
}

Result<Done> readOption(const Command& command, const std::vector<std::string>& words, std::size_t& at, Arguments& into)
{
    const std::string& word = words[at];
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto option = std::ranges::find(command.options, name, &Option::name);
    if (option == command.options.end())
        return wrong(name, "is not an option here; use " + known(command));
    if (into.has(name))
        return wrong(name, "is given twice; give it once");
    if (!option->takesValue) {
        if (equals != std::string::npos)
            return wrong(name, "takes no value");
        into.options[name] = {};
        return Done{};
    }
    if (equals != std::string::npos) {
        into.options[name] = word.substr(equals + 1);
    } else {
        if (at + 1 >= words.size() || words[at + 1].starts_with("--"))
            return wrong(name, "needs a value after it");
        into.options[name] = words[++at];
    }
    if (into.options[name].empty())
        return wrong(name, "needs a value that is not empty");
    return Done{};
}

/// What else bounces needs may stand in a definition, and is asked for when that was read.
Result<Done> checkedReport(const Arguments& read)
{
    const std::string& report = read.operands.front();
    if (report != "bounces" && report != "list" && report != "rerun")
        return wrong(report, "is not a report; use bounces, list or rerun");
    if (report != "list" && !read.has("--store"))
        return wrong("--store", "is missing; see holdfast --help");
    if (report == "rerun")
        for (const auto& [option, value] : read.options)
            if (option != "--store" && option != "--worker" && option != "--user" && option != "--passphrase-file")
                return wrong(option, "is not an option here; the report says what it was asked for");
    return Done{};
}

Result<Done> checkedAudit(const Arguments& read)
{
    const std::string& what = read.operands.front();
    if (what != "verify" && what != "anchor")
        return wrong(what, "cannot be done to the audit; use verify or anchor");
    for (const std::string_view option :
         what == "verify" ? std::array{"--out", ""} : std::array{"--anchor", "--format"})
        if (read.has(option))
            return wrong(option, "is not an option of audit " + what);
    return Done{};
}

Result<Done> checkedDisposal(const Arguments& read)
{
    const std::string& what = read.operands.front();
    if (what != "list" && what != "propose" && what != "confirm" && what != "withdraw")
        return wrong(what, "is not a step of a disposal; use list, propose, confirm or withdraw");
    if (what != "list" && read.operands.size() < 2)
        return wrong(what,
                     what == "propose" ? "needs the id of a person after it" : "needs the id of a proposal after it");
    if (what == "propose" && !read.has("--reason"))
        return wrong("--reason", "is missing; say why the record may go");
    for (const auto& [option, of] : {std::pair{"--reason", "propose"}, {"--yes", "confirm"}, {"--format", "list"}})
        if (read.has(option) && what != of)
            return wrong(option, "is not an option of disposal " + what);
    return Done{};
}

Result<Arguments> checked(const Command& command, Arguments read)
{
    for (const Option& option : command.options)
        if (option.required && !read.has(option.name))
            return wrong(option.name, "is missing; see holdfast --help");
    if (read.operands.size() < command.operands)
        return wrong(command.operandName, "is missing; see holdfast --help");
    const bool rerun = command.verb == Verb::reportBounces && read.operands.front() == "rerun";
    if (rerun && read.operands.size() < 2)
        return wrong("rerun", "needs the file of a report after it");
    const bool two = rerun || (command.verb == Verb::disposal && read.operands.front() != "list");
    if (const std::size_t most = two ? 2 : command.operands; read.operands.size() > most)
        return wrong(read.operands[most], "is not expected here; see holdfast --help");
    if (command.verb == Verb::reportBounces)
        if (auto report = checkedReport(read); !report)
            return std::move(report).error();
    if (command.verb == Verb::exportEvents && read.operands.front() != "events")
        return wrong(read.operands.front(), "cannot be exported; use events");
    if (command.verb == Verb::audit)
        if (auto audit = checkedAudit(read); !audit)
            return std::move(audit).error();
    if (command.verb == Verb::disposal)
        if (auto disposal = checkedDisposal(read); !disposal)
            return std::move(disposal).error();
    if (command.verb == Verb::retention && read.operands.front() != "list")
        return wrong(read.operands.front(), "cannot be done here; use list");
    if (command.verb == Verb::policy && read.operands.front() != "test" && read.operands.front() != "diff")
        return wrong(read.operands.front(), "cannot be done to a policy; use test or diff");
    return read;
}

}  // namespace

std::string Arguments::get(std::string_view option, std::string_view otherwise) const
{
    const auto at = options.find(option);
    return at == options.end() ? std::string{otherwise} : at->second;
}

Result<Arguments> parseArguments(const std::vector<std::string>& words)
{
    Arguments read;
    if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h" || words[0] == "help")) {
        read.verb = Verb::help;
        return read;
    }
    if (words.size() == 1 && words[0] == "--version") {
        read.verb = Verb::version;
        return read;
    }
    std::size_t at = 0;
    const Command* command = &client;
    if (!words.empty() && !words[0].starts_with('-')) {
        command = commandNamed(words[0]);
        if (command == nullptr)
            return wrong(
                words[0],
                "is not a command; use create, demo, replay, policy, route, report, export, check, backup, restore, "
                "audit, disposal or retention");
        at = 1;
    }
    read.verb = command->verb;
    for (; at < words.size(); ++at) {
        if (words[at] == "--help") {
            read.verb = Verb::help;
            return read;
        }
        if (!words[at].starts_with('-') || words[at] == "-") {
            read.operands.push_back(words[at]);
            continue;
        }
        if (auto option = readOption(*command, words, at, read); !option)
            return std::move(option).error();
    }
    return checked(*command, std::move(read));
}

Error unfit(const Arguments& arguments, std::string_view option, std::string_view expected)
{
    constexpr std::size_t shown = 40;
    std::string found = arguments.get(option);
    if (found.size() > shown)
        found = found.substr(0, shown) + "...";
    return wrong(option, "expected " + std::string{expected} + ", found \"" + found + '"');
}

Result<bool> wantsJson(const Arguments& arguments)
{
    const std::string format = arguments.get("--format", "text");
    if (format != "json" && format != "text")
        return unfit(arguments, "--format", "text or json");
    return format == "json";
}

std::string_view helpText()
{
    return help;
}

}  // namespace holdfast::cli
