// Where the codes of the domain become the words on the screen. No page translates a code by itself.
#pragma once

#include "base/error.h"
#include "domain/need.h"
#include "domain/person.h"
#include "domain/service.h"
#include "domain/worker.h"

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::ui {

QString words(Need need);        ///< "Mental health"
QString shortWords(Need need);   ///< "MH"
QString words(NeedScope scope);  ///< "Both needs"
QString words(NeedStatus status);
QString words(Severity severity);
QString words(LegState state);  ///< "Accepted", as a state tag has it
QString words(ResponseKind kind);
QString words(BounceClass cls);
QString words(ClaspState state);
QString words(ContactDirection direction);
QString words(ContactOutcome outcome);
QString words(LetterMethod method);   ///< "By post"
QString words(CostKind kind);         ///< "Fares and travel"
QString words(SupportChange change);  ///< "Getting worse"
QString words(ChallengeOutcome outcome);
QString words(NhsNumberMissing reason);
QString words(AddressStatus status);
QString words(Sex sex);
QString words(holdfast::Role role);
QString words(ServiceKind kind);

/// "letter", "email", "phone": how something came.
QString channelWords(std::string_view channel);
/// Free text such as a condition or a source, with a capital: "emergency_department" is "Emergency department".
QString plainWords(std::string_view text);
/// With a capital first letter: how a name that somebody typed begins a line.
QString capitalised(const QString& words);
/// With a full stop, unless the words brought an end of their own, inside quotation marks too.
QString sentence(const QString& words);
/// The need's chip detail: what it is about, or its status when nothing was named.
QString detailWords(NeedStatus status, std::string_view detail);

/// What went wrong and what to do now.
QString words(const Error& error);

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
inline std::vector<std::string> strings(const QStringList& list)
{
    std::vector<std::string> all;
    for (const QString& each : list)
        all.push_back(each.toStdString());
    return all;
}

}  // namespace holdfast::ui
