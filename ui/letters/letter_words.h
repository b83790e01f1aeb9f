// Letters in words: kinds, forms, ways of sending, and why one is not safe.
#pragma once

#include "app/letters.h"
#include "words/codes.h"

#include <QString>

#include <string_view>

namespace holdfast::ui {

QString words(letters::LetterKind kind);    ///< "Challenge letter"
QString words(letters::Variant variant);    ///< "Large print"
QString addressLabel(LetterMethod method);  ///< "Postal address"
QString explain(letters::LetterKind kind);  ///< one line: what it is for
/// "Challenge letter to Wrenfield CMHT"
QString letterTitle(letters::LetterKind kind, const QString& recipient);
/// Why safe contact warns or refuses; `reason` as letters::adviseSending gives it.
QString safeContactWords(std::string_view reason);
/// Why the case asks for it: "Refused on Mon 9 Mar".
QString offerWords(const app::LetterOffer& offer, Instant now);
/// Why a letter cannot be written, kept or sent.
QString letterErrorWords(const Error& error);

}  // namespace holdfast::ui
