// Replaces the global allocation functions; apart from counting they do what the library's do. In a file of its own, so
// that the compiler does not look through them.
#include "bench/counted_memory.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocated{0};

}  // namespace

std::size_t holdfast::test::bytesAllocated()
{
    return allocated.load(std::memory_order_relaxed);
}

void* operator new(std::size_t size)
{
    allocated.fetch_add(size, std::memory_order_relaxed);
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
