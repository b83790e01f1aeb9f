#include "domain/local_guide.h"

#include "base/text.h"

namespace holdfast {
namespace {

constexpr std::size_t longestName = 120;
constexpr std::size_t longestEdition = 60;
constexpr std::chrono::days longestAgo{50 * 366};
constexpr std::chrono::days longestAhead{366};

bool isLine(const std::string& text, std::size_t longest)
{
    return !isBlank(text) && text.size() <= longest && isValidUtf8(text);
}

}  // namespace

std::string designation(const LocalGuide& guide)
{
    return guide.name + ", version " + guide.edition;
}

Result<Done> checkLocalGuide(const LocalGuide& guide, Date today)
{
    if (!isLine(guide.name, longestName))
        return Error{ErrorCode::invalid, "name", "expected a name of at most 120 bytes"};
    if (!isLine(guide.edition, longestEdition))
        return Error{ErrorCode::invalid, "edition", "expected a version of at most 60 bytes"};
    if (guide.from < today - longestAgo || guide.from > today + longestAhead)
        return Error{ErrorCode::invalid, "from", "expected a day at most a year ahead"};
    return Done{};
}

}  // namespace holdfast
