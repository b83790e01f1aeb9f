#include "base/log.h"

using namespace holdfast;

TEST_CASE("only ids, numbers, codes and labels can be logged")
{
    STATIC_CHECK(log::Loggable<PersonId>);
    STATIC_CHECK(log::Loggable<int>);
    STATIC_CHECK(log::Loggable<ErrorCode>);
    STATIC_CHECK_FALSE(log::Loggable<std::string>);
    STATIC_CHECK_FALSE(log::Loggable<const char*>);
    STATIC_CHECK_FALSE(log::Loggable<Error>);
}
