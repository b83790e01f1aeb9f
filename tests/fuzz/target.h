// Everything that reads bytes from outside, each as a function of bytes: libFuzzer calls it a million times with what it
// makes up (./dev fuzz), the tests call it with the corpus that was kept.
//
// A target only returns when the reader did what it promises: a value that can be written and read back, or an error
// with a place and a reason. Anything else is thrown as Broken, and crashes and what the sanitizers find speak for
// themselves.
#pragma once

#include "base/result.h"

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace holdfast::fuzz {

struct Target {
    std::string_view name;  ///< of its folder in corpus/
    std::string_view
        seeds;  ///< a file or folder of the project, or a pattern "folder/*.json", to begin with; may be empty
    std::size_t longest;  ///< bytes; longer inputs find nothing new, slowly
    void (*run)(std::string_view bytes);
};

std::span<const Target> jsonTargets();
std::span<const Target> tableTargets();
std::span<const Target> keyTargets();
std::span<const Target> textTargets();
std::span<const Target> storeTargets();

/// Calls `visit` with each target.
template <class Visit>
void forEachTarget(Visit visit)
{
    for (const auto targets : {jsonTargets(), tableTargets(), keyTargets(), textTargets(), storeTargets()})
        for (const Target& target : targets)
            visit(target);
}

struct Broken : std::logic_error {
    using std::logic_error::logic_error;
};

inline void mustHold(bool promise, const char* what)
{
    if (!promise)
        throw Broken{what};
}

/// An error names its place and what was expected there, and is short enough to be read.
inline void mustBeClear(const Error& error)
{
    mustHold(!error.detail.empty(), "an error without a reason");
    mustHold(error.detail.size() < 2000 && error.where.size() < 2000, "an error that nobody can read");
}

}  // namespace holdfast::fuzz
