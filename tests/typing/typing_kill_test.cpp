// Nothing typed is lost: the real client is killed at random moments while somebody types through its windows, and what
// is found afterwards in the editor is compared with the log of keys.
#include "base/random.h"
#include "support/counts.h"
#include "support/temp_folder.h"
#include "typing/typing_log.h"
#include "typing/typing_store.h"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

namespace {

constexpr auto promised = 2s;
constexpr int editors = 6;  // the joint assessment, a letter, a sheet, a note, a plan, the story

Moment now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// The client in a process of its own.
class Program {
public:
    explicit Program(const std::vector<std::string>& words, const std::string& home)
    {
        m_process = ::fork();
        if (m_process != 0)
            return;
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            ::setenv(name, home.c_str(), 1);
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
        if (std::freopen("/dev/null", "w", stderr) == nullptr)
            ::_exit(125);
        std::vector<char*> arguments{const_cast<char*>(HOLDFAST_TYPIST)};
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execv(HOLDFAST_TYPIST, arguments.data());
        ::_exit(126);
    }
    ~Program()
    {
        if (m_process > 0)
            kill();
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool isRunning() { return m_process > 0 && ::waitpid(m_process, &m_status, WNOHANG) == 0; }
    /// The moment before the signal went out.
    Moment kill()
    {
        const Moment before = now();
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, &m_status, 0);
        m_process = -1;
        return before;
    }
    /// Waits for its own end; false when it takes too long.
    bool end(std::chrono::seconds longest)
    {
        const auto until = std::chrono::steady_clock::now() + longest;
        while (std::chrono::steady_clock::now() < until) {
            if (!isRunning()) {
                m_process = -1;
                return WIFEXITED(m_status) && WEXITSTATUS(m_status) == 0;
            }
            ::usleep(5000);
        }
        return false;
    }

private:
    pid_t m_process = -1;
    int m_status = 0;
};

/// When the store's journal was written to last, to the nanosecond, and how long it is.
struct Trace {
    std::int64_t size = 0;
    std::int64_t changed = 0;
    friend bool operator==(const Trace&, const Trace&) = default;
};

Trace traceOf(const std::string& path)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0)
        return {};
    return {facts.st_size, facts.st_mtim.tv_sec * 1'000'000'000 + facts.st_mtim.tv_nsec};
}

struct Kills {
    int done = 0;
    int amidWriting = 0;  ///< sent while the journal was being written
    int wholeText = 0;    ///< nothing at all was lost
    Moment longestLoss{};
};

class Desk {
public:
    Desk(std::uint64_t seed, bool keeps) : m_random{seed}, m_keeps{keeps} { m_person = makeTypingStore(m_store); }

    /// One editor: typed into and killed `rounds` times. The text found after each kill is what the next round begins on.
    void round(int editor, int rounds, std::chrono::milliseconds shortest, Kills& kills)
    {
        TypingLog before = look(editor);
        for (int i = 0; i < rounds; ++i) {
            const std::string log = nextLog();
            Moment killed{};
            {
                Program program{orders(editor, log, "type"), m_folder.path().string()};
                killed = killSomewhere(program, log, shortest, kills);
            }
            const TypingLog typed = readTypingLog(log);
            const TypingLog after = look(editor);
            INFO("editor " << editor << ", round " << i << ", " << typed.keys.size() << " keys");
            REQUIRE(typed.opened);
            REQUIRE(*typed.opened == *before.opened);  // what one run showed is what the next one goes on with
            const auto kept = typed.keysIn(*after.opened);
            INFO("found:  " << *after.opened);
            INFO("typed:  " << typed.after(typed.keys.size()));
            REQUIRE(kept);  // a text that was never on the screen is not what they typed
            const Moment lost = lostBefore(typed, *kept, killed);
            kills.longestLoss = std::max(kills.longestLoss, lost);
            kills.wholeText += *kept == typed.keys.size() ? 1 : 0;
            ++kills.done;
            before = after;
        }
    }

private:
    std::string nextLog() { return m_folder.file("keys-" + std::to_string(++m_runs)); }

    std::vector<std::string> orders(int editor, const std::string& log, const char* how)
    {
        return {m_store,
                typistsPassphrase,
                m_person.str(),
                std::to_string(editor),
                std::to_string(m_random.next()),
                log,
                how,
                m_keeps ? "keep" : "forget"};
    }

    TypingLog look(int editor)
    {
        const std::string log = nextLog();
        Program program{orders(editor, log, "look"), m_folder.path().string()};
        REQUIRE(program.end(60s));
        TypingLog seen = readTypingLog(log);
        REQUIRE(seen.opened);
        return seen;
    }

    Moment killSomewhere(Program& program, const std::string& log, std::chrono::milliseconds shortest, Kills& kills)
    {
        const auto until = std::chrono::steady_clock::now() + 60s;
        while (readTypingLog(log).keys.empty()) {
            REQUIRE(program.isRunning());
            REQUIRE(std::chrono::steady_clock::now() < until);
            ::usleep(2000);
        }
        const auto typedFor = shortest + std::chrono::milliseconds{m_random.below(4000)};
        const auto from = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() < from + typedFor)
            ::usleep(500);
        if (m_random.below(2) == 0) {
            // Half of them wait for the next write of the journal and strike within it or just after.
            const Trace quiet = traceOf(m_store + "-wal");
            const auto patience = std::chrono::steady_clock::now() + 3s;
            while (traceOf(m_store + "-wal") == quiet && std::chrono::steady_clock::now() < patience) {
            }
            if (traceOf(m_store + "-wal") != quiet) {
                ++kills.amidWriting;
                const auto strike = std::chrono::steady_clock::now() + std::chrono::microseconds{m_random.below(3000)};
                while (std::chrono::steady_clock::now() < strike) {
                }
            }
        }
        REQUIRE(program.isRunning());
        return program.kill();
    }

    TempFolder m_folder;
    std::string m_store = m_folder.file("typing.holdfast");
    SeededRandom m_random;
    bool m_keeps;
    PersonId m_person;
    int m_runs = 0;
};

std::string wordsOf(const Kills& kills)
{
    using std::chrono::duration_cast;
    return std::to_string(kills.done) + " kills, " + std::to_string(kills.amidWriting) +
           " as the journal was written, " + std::to_string(kills.wholeText) + " without any loss, longest loss " +
           std::to_string(duration_cast<std::chrono::milliseconds>(kills.longestLoss).count()) + " ms";
}

}  // namespace

TEST_CASE("killed while somebody types, the program loses nothing that was typed more than two seconds before")
{
    const auto seed = static_cast<std::uint64_t>(countAsked("HOLDFAST_TYPING_SEED", 20261122));
    const int wanted = countAsked("HOLDFAST_TYPING_KILLS", 20);
    INFO("seed " << seed);
    Desk desk{seed, true};
    Kills kills;
    for (int editor = 0; editor < editors; ++editor)
        desk.round(editor, wanted / editors + (editor < wanted % editors ? 1 : 0), 150ms, kills);
    tell("typing, seed " + std::to_string(seed) + ": " + wordsOf(kills));
    CHECK(kills.done == wanted);
    CHECK(kills.amidWriting > 0);
    CHECK(kills.longestLoss <= promised);
}

TEST_CASE("without the keeping of drafts the same kills lose more, so the test can see a loss")
{
    Desk desk{3, false};
    Kills kills;
    for (int editor = 0; editor < editors; ++editor)
        desk.round(editor, 1, 2500ms, kills);
    tell("control: drafts not kept: " + wordsOf(kills));
    CHECK(kills.longestLoss > promised);
    CHECK(kills.wholeText == 0);
}

TEST_CASE("the log of keys tells which texts were on the screen, and how much of the typing is missing")
{
    TypingLog log;
    log.opened = "ab";
    log.keys = {{1s, "c"}, {2s, ""}, {3s, "d"}};
    CHECK(log.after(3) == "abd");
    CHECK(log.keysIn("abc") == 1);
    CHECK(log.keysIn("ab") == 2);  // before the first key and after the second: the later one counts
    CHECK_FALSE(log.keysIn("abx"));
    CHECK(lostBefore(log, 1, 5s) == 3s);
    CHECK(lostBefore(log, 3, 5s) == 0s);
    CHECK(unescaped(escaped("a\n\\b")) == "a\n\\b");
}
