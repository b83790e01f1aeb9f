#include "domain/letterhead.h"

#include "base/text.h"

#include <array>
#include <utility>

namespace holdfast {
namespace {

Error tooLong(const char* where)
{
    return {ErrorCode::invalid, where, "expected at most " + std::to_string(longestLetterheadLine) + " characters"};
}

}  // namespace

Result<Done> checkLetterhead(const Letterhead& letterhead)
{
    if (isBlank(letterhead.organisation))
        return Error{ErrorCode::invalid, "organisation", "expected the name of the team or service"};
    const std::array<std::pair<const char*, const std::string*>, 4> lines{{{"organisation", &letterhead.organisation},
                                                                           {"phone", &letterhead.phone},
                                                                           {"email", &letterhead.email},
                                                                           {"footer", &letterhead.footer}}};
    for (const auto& [name, text] : lines)
        if (text->size() > longestLetterheadLine)
            return tooLong(name);
    if (letterhead.address.size() > 4 * longestLetterheadLine)
        return tooLong("address");
    const Margins& margins = letterhead.margins;
    const std::array<std::pair<const char*, int>, 4> sides{{{"margins.top", margins.top},
                                                            {"margins.bottom", margins.bottom},
                                                            {"margins.left", margins.left},
                                                            {"margins.right", margins.right}}};
    for (const auto& [name, millimetres] : sides)
        if (millimetres < leastMargin || millimetres > mostMargin)
            return Error{ErrorCode::invalid, name, "expected 10 to 50 millimetres"};
    return Done{};
}

}  // namespace holdfast
