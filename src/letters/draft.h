// A letter that is still being written: what was asked for, and the text as it stands.
#pragma once

#include "letters/compose.h"

namespace holdfast::letters {

struct Draft {
    Request request;
    Document document;
    friend bool operator==(const Draft&, const Draft&) = default;
};

}  // namespace holdfast::letters
