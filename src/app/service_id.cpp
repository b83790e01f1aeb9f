#include "app/service_id.h"

#include "base/text.h"

namespace holdfast::app {

ServiceId serviceIdFor(const std::string& name, const store::ServiceRepository& services)
{
    std::string base;
    for (const char c : folded(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            base += c;
        else if (!base.empty() && base.back() != '-')
            base += '-';
    }
    base = base.substr(0, 40);
    while (!base.empty() && base.back() == '-')
        base.pop_back();
    if (base.empty())
        base = "service";
    ServiceId id{base};
    for (int n = 2; services.find(id); ++n)
        id = ServiceId{base + '-' + std::to_string(n)};
    return id;
}

}  // namespace holdfast::app
