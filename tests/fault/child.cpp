#include "fault/child.h"

#include <grp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <new>
#include <stdexcept>

namespace holdfast::test {
namespace {

using Counter = std::atomic<std::int64_t>;
constexpr int threw = 250;
constexpr unsigned nobody = 65534;

}  // namespace

SharedCount::SharedCount()
    : m_page{::mmap(nullptr, sizeof(Counter), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)}
{
    if (m_page == MAP_FAILED)
        throw std::runtime_error{"no shared memory"};
    ::new (m_page) Counter{0};
}

SharedCount::~SharedCount()
{
    ::munmap(m_page, sizeof(Counter));
}

void SharedCount::set(std::int64_t value)
{
    static_cast<Counter*>(m_page)->store(value);
}

std::int64_t SharedCount::get() const
{
    return static_cast<Counter*>(m_page)->load();
}

Child::Child(const std::function<int()>& work) : m_process{::fork()}
{
    if (m_process < 0)
        throw std::runtime_error{"cannot fork"};
    if (m_process == 0) {
        int code = threw;
        try {
            code = work();
        } catch (...) {  // NOLINT(bugprone-empty-catch): the exit code says it
        }
        ::_exit(code);  // no destructor of the test program may run twice
    }
}

Child::~Child()
{
    if (m_process > 0) {
        kill();
        wait();
    }
}

bool Child::kill()
{
    return m_process > 0 && ::kill(m_process, SIGKILL) == 0;
}

std::optional<int> Child::wait()
{
    int status = 0;
    while (m_process > 0 && ::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    return WIFEXITED(status) ? std::optional{WEXITSTATUS(status)} : std::nullopt;
}

bool spinUntil(const std::function<bool()>& ready)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (!ready()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        ::sched_yield();
    }
    return true;
}

void spinFor(std::chrono::microseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end)
        ::sched_yield();
}

bool dropRights()
{
    if (::geteuid() != 0)
        return true;
    return ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
}

}  // namespace holdfast::test
