// Who has a store in a file open: each client leaves a mark beside it while it is open, and a lock on the mark tells a
// program that runs from one that was cut off.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

#include <memory>
#include <string>
#include <vector>

namespace holdfast::platform {
class FileLock;
}

namespace holdfast::app {

/// Read without a key, so it holds no name.
struct Opening {
    WorkerId worker;
    std::string host;  ///< the computer
    Instant since;
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// There as long as this is.
class OpenMark {
public:
    /// `sitting` tells this opening from every other one.
    static Result<std::unique_ptr<OpenMark>> leave(const std::string& store, const std::string& sitting,
                                                   const WorkerId& worker, Instant since);
    ~OpenMark();
    OpenMark(const OpenMark&) = delete;
    OpenMark& operator=(const OpenMark&) = delete;

private:
    OpenMark(std::string path, std::unique_ptr<platform::FileLock> lock);

    std::string m_path;
    std::unique_ptr<platform::FileLock> m_lock;
};

/// Those who have it open, but for `sitting`, the first of them first. Marks of programs that are gone are taken away.
std::vector<Opening> othersAt(const std::string& store, const std::string& sitting = {});

}  // namespace holdfast::app
