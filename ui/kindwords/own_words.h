// Fields for somebody's own words: nothing in them is underlined.
#pragma once

#include <QWidget>

namespace holdfast::ui {

inline constexpr const char* ownWordsProperty = "holdsOwnWords";

/// What the person, or a service, said, as it was said.
inline void holdsOwnWords(QWidget& editor)
{
    editor.setProperty(ownWordsProperty, true);
}

}  // namespace holdfast::ui
