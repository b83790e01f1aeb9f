// A forked child that does something dangerous: it is killed, runs out of room, or has no rights.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace holdfast::test {

/// Counts from the child that survive its death: a page of memory both processes see.
class SharedCount {
public:
    SharedCount();
    ~SharedCount();
    SharedCount(const SharedCount&) = delete;
    SharedCount& operator=(const SharedCount&) = delete;

    void set(std::int64_t value);
    std::int64_t get() const;

private:
    void* m_page;
};

class Child {
public:
    /// Runs `work` in a forked process, which ends with what it returns. An exception ends it with 250.
    explicit Child(const std::function<int()>& work);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// kill -9. Returns false when it had ended by itself before.
    bool kill();

    /// Waits for its end: the exit code, or nothing when a signal ended it.
    std::optional<int> wait();

private:
    int m_process;
};

/// Busy until `ready`, without sleeping, or until the child of the test had ten seconds.
bool spinUntil(const std::function<bool()>& ready);

/// Burns `time` so that a kill falls at a different point of the child's work each time.
void spinFor(std::chrono::microseconds time);

/// In a child: becomes a user without rights, to whom permission bits apply. True when they do now.
bool dropRights();

}  // namespace holdfast::test
