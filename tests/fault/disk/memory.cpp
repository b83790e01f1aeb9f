#include "fault/disk/memory.h"

#include <sqlite3.h>

namespace holdfast::test {
namespace {

struct Memory {
    sqlite3_mem_methods real{};
    std::int64_t left = 0;
    bool armed = false;
    bool forGood = false;
    bool refused = false;
};

Memory& memory()
{
    static Memory one;
    return one;
}

bool isRefused()
{
    Memory& now = memory();
    if (!now.armed || --now.left > 0 || (now.left < 0 && !now.forGood))
        return false;
    now.refused = true;
    return true;
}

void* give(int size)
{
    return isRefused() ? nullptr : memory().real.xMalloc(size);
}

void* giveMore(void* before, int size)
{
    return isRefused() ? nullptr : memory().real.xRealloc(before, size);
}

bool install()
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory().real);
    sqlite3_mem_methods ours = memory().real;
    ours.xMalloc = give;
    ours.xRealloc = giveMore;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK;
}

const bool installed = install();

}  // namespace

void refuseMemory(std::int64_t nth, bool forGood)
{
    memory().left = nth;
    memory().forGood = forGood;
    memory().refused = false;
    memory().armed = installed;
}

void grantMemory()
{
    memory().armed = false;
}

bool wasRefused()
{
    return memory().refused;
}

}  // namespace holdfast::test
