// For what a test prepares: the value, or the test ends with what was refused.
#pragma once

#include "base/result.h"

#include <stdexcept>

namespace holdfast::test {

template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error{"refused: " + result.error().where + " " + result.error().detail};
    return *std::move(result);
}

}  // namespace holdfast::test
