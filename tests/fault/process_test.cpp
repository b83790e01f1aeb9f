// What the program does to itself before anything else.
#include "base/platform.h"
#include "fault/child.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// A process that could leave a core, and gives its files away, unless it is told otherwise.
int lookAt(const std::string& file, bool hardened)
{
    ::umask(0);
    const rlimit much{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_CORE, &much);
    ::prctl(PR_SET_DUMPABLE, 1);
    if (hardened)
        platform::hardenProcess();
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT, 0666);
    if (made < 0)
        return 100;
    ::close(made);
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    const bool isDumpable = ::prctl(PR_GET_DUMPABLE) != 0 || core.rlim_cur != 0;
    return (platform::isPrivate(file) ? 0 : 1) + (isDumpable ? 2 : 0);
}

}  // namespace

TEST_CASE("a hardened process leaves no core and makes files for its owner only; one that is not does both")
{
    const TempFolder folder;
    CHECK(Child{[&] { return lookAt(folder.file("open"), false); }}.wait() == 3);
    CHECK(Child{[&] { return lookAt(folder.file("private"), true); }}.wait() == 0);
}
