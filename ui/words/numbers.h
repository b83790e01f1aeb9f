// Numbers with their noun.
#pragma once

#include <QString>

namespace holdfast::ui {

/// `one` for 1, else `many`; "%1" in either is the number.
inline QString counted(int number, const QString& one, const QString& many)
{
    const QString& words = number == 1 ? one : many;
    return words.contains(QLatin1String{"%1"}) ? words.arg(number) : words;
}

}  // namespace holdfast::ui
