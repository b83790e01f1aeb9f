// What the sanitizers must find, or a green run says nothing: code of ours is made to read past the end of what it was
// given, and a number to run over. This file itself is instrumented only where numbers are concerned.
#include "base/text.h"

#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>

namespace {

/// The reading itself happens in src/base.
bool readPastTheEnd()
{
    constexpr std::size_t size = 16;
    const auto bytes = std::make_unique<char[]>(size);
    std::fill_n(bytes.get(), size, ' ');
    return holdfast::isBlank({bytes.get(), size + 1});
}

int runOver(int by)
{
    return std::numeric_limits<int>::max() - 1 + by;
}

}  // namespace

int main(int count, char** /*arguments*/)
{
    if (count > 1)
        std::cout << runOver(count) << '\n';
    else
        std::cout << readPastTheEnd() << '\n';
}
