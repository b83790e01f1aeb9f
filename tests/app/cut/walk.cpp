#include "app/cut/walk.h"

#include "app/every_use_case.h"

#include <map>

namespace holdfast::test::cut {
namespace {

struct NamesByUseCase {
    std::map<std::string, std::string> names;

    template <class Uses, class Answer, class... Given>
    void operator()(const char* name, Answer (Uses::*use)(const app::Session&, Given...))
    {
        names.emplace(keyOf(use), name);
    }
};

}  // namespace

std::string Walk::nameOf(const std::string& key)
{
    static const auto names = [] {
        NamesByUseCase collected;
        callEveryUseCase(collected);
        return collected.names;
    }();
    return names.at(key);
}

}  // namespace holdfast::test::cut
