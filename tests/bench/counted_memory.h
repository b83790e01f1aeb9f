// How many bytes the program has asked for since it started.
#pragma once

#include <cstddef>

namespace holdfast::test {

std::size_t bytesAllocated();

}  // namespace holdfast::test
