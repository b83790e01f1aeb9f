// Two policy documents made one. Lists whose entries have a key are merged entry by entry, objects member by member;
// what is an order (a ladder, rules of which the first counts) is taken whole.
#pragma once

#include "exchange/json_input.h"

#include <map>
#include <string>

namespace holdfast::exchange {

struct MergedPolicy {
    JsonValue document;
    std::map<std::string, std::string> origins;  ///< "/reasons/17" -> "/reasons/0", its place in the file laid over
};

/// `over` laid over `base`. An entry keeps the members of the national entry that it does not name. Complains about
/// what is neither in the national policy nor may be new.
MergedPolicy mergeLocal(const JsonIn& over, const JsonValue& base);

/// `kept` laid over `base`, entry for entry: `base` only gives what `kept` has nothing of.
MergedPolicy mergeKept(const JsonIn& kept, const JsonValue& base);

/// A pointer into the merged document as a pointer into the file that was laid over it.
std::string originOf(const MergedPolicy& merged, const JsonValue& over, const std::string& pointer);

/// The tree as JSON, in the order it has.
std::string writeTree(const JsonValue& tree);

}  // namespace holdfast::exchange
