#include "cli/run.h"

#include "base/text.h"
#include "cli/commands.h"

#include <ostream>

namespace holdfast::cli {
namespace {

/// What to do about it, for errors whose detail does not say.
std::string_view advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::notFound: return "check the name";
    case ErrorCode::conflict: return "something is there already; choose another place";
    case ErrorCode::invalid: return "correct this and try again";
    case ErrorCode::refused: return "the rules do not allow it; correct the history";
    case ErrorCode::forbidden: return "choose a worker who may do this with --worker ID";
    case ErrorCode::unavailable: return "check that it can be reached, and try again";
    case ErrorCode::busy: return "another program is using it; close that one and try again";
    case ErrorCode::readOnly: return "make the folder writable or choose another place";
    case ErrorCode::diskFull: return "make room and try again; nothing was changed";
    case ErrorCode::notAStore: return "choose another file";
    case ErrorCode::newerStore: return "a newer Holdfast wrote it; update this program";
    case ErrorCode::damaged: return "the store is damaged; restore the newest backup";
    case ErrorCode::wrongKey: return "the passphrase does not open it; try again or use the recovery key";
    case ErrorCode::storeFailed: return "the store could not do it; run holdfast check";
    case ErrorCode::cancelled: return "it was stopped; nothing was changed";
    }
    return {};
}

/// A place or a reason that quotes what was given may be as long as that was: its beginning and its end say which.
std::string shortened(const std::string& text)
{
    constexpr std::size_t longest = 900;
    constexpr std::size_t kept = 400;
    if (text.size() <= longest)
        return text;
    std::size_t head = kept;
    while (head > 0 && isInsideCharacter(text[head]))
        --head;
    std::size_t tail = text.size() - kept;
    while (tail < text.size() && isInsideCharacter(text[tail]))
        ++tail;
    return text.substr(0, head) + " ... " + text.substr(tail);
}

/// One line, whatever a message holds.
std::string onOneLine(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return text;
}

}  // namespace

int complain(std::ostream& err, const Error& error)
{
    std::string line = "holdfast: ";
    if (!error.where.empty())
        line += shortened(error.where) + ": ";
    if (!error.detail.empty())
        line += shortened(error.detail);
    const bool saysWhatToDo = error.code == ErrorCode::invalid || error.detail.find(';') != std::string::npos;
    if (error.detail.empty() || !saysWhatToDo)
        line += (error.detail.empty() ? "" : "; ") + std::string{advice(error.code)};
    err << onOneLine(std::move(line)) << '\n';
    return exitWrong;
}

namespace {

int ran(const Arguments& arguments, Surroundings& around)
{
    switch (arguments.verb) {
    case Verb::client:
    case Verb::tour:
    case Verb::pictures: return exitWrong;  // these need the screens; ui/main.cpp runs them
    case Verb::create: return createCommand(arguments, around);
    case Verb::demo: return demoCommand(arguments, around);
    case Verb::replay: return replayCommand(arguments, around);
    case Verb::policy: return policyCommand(arguments, around);
    case Verb::route: return routeCommand(arguments, around);
    case Verb::reportBounces: return reportCommand(arguments, around);
    case Verb::exportEvents: return exportCommand(arguments, around);
    case Verb::check: return checkCommand(arguments, around);
    case Verb::backup: return backupCommand(arguments, around);
    case Verb::restore: return restoreCommand(arguments, around);
    case Verb::audit: return auditCommand(arguments, around);
    case Verb::disposal: return disposalCommand(arguments, around);
    case Verb::retention: return retentionCommand(arguments, around);
    case Verb::help: around.out << helpText(); return exitDone;
    case Verb::version: around.out << "Holdfast " << HOLDFAST_VERSION << '\n'; return exitDone;
    }
    return exitWrong;
}

}  // namespace

int delivered(std::ostream& out, std::ostream& err, int code)
{
    out.flush();
    return out ? code : complain(err, {ErrorCode::unavailable, "standard output", "not all of it could be written"});
}

int run(const Arguments& arguments, Surroundings& around)
{
    return delivered(around.out, around.err, ran(arguments, around));
}

}  // namespace holdfast::cli
