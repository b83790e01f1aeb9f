// Lets the event loop turn until a condition holds, for at most half a minute. Never sleeps blindly.
#pragma once

#include <QTest>

#include <functional>

namespace holdfast::test {

inline bool eventually(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 30'000);  // long for a busy machine; only a failure waits so long
}

}  // namespace holdfast::test
