// Names for people that lead nowhere: a keyed hash of each id whose key lives as long as this object and is kept by nobody.
// Inside one export the same id has the same name; two exports cannot be laid side by side.
#pragma once

#include "base/id_source.h"

#include <array>
#include <string>
#include <string_view>

namespace holdfast::app {

class Pseudonyms {
public:
    explicit Pseudonyms(IdSource& chance);
    ~Pseudonyms();
    Pseudonyms(const Pseudonyms&) = delete;
    Pseudonyms& operator=(const Pseudonyms&) = delete;

    /// 32 hexadecimal digits.
    std::string of(std::string_view id) const;

private:
    std::array<unsigned char, 32> m_key{};
};

}  // namespace holdfast::app
