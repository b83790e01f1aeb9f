// Numbers with their noun, and money.
#pragma once

#include <QLocale>
#include <QString>

namespace holdfast::ui {

/// `one` for 1, else `many`; "%1" in either is the number.
inline QString counted(int number, const QString& one, const QString& many)
{
    const QString& words = number == 1 ? one : many;
    return words.contains(QLatin1String{"%1"}) ? words.arg(number) : words;
}

/// "£4.60"
inline QString poundsWords(double pounds)
{
    return QStringLiteral("\u00a3") + QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(pounds, 'f', 2);
}

}  // namespace holdfast::ui
