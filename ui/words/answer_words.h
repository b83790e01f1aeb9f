// Words for logging what a service answered: the answers to choose from, how it came, and what the verdict is called.
#pragma once

#include "domain/need.h"
#include "domain/policy.h"

#include <QString>

#include <string>
#include <vector>

namespace holdfast::ui {

struct AnswerChoice {
    ResponseKind kind;
    QString label;  ///< "Accepted, no date"
    QString icon;
};
/// The four answers that come most often.
std::vector<AnswerChoice> mainAnswers();
/// All the others, behind More.
std::vector<AnswerChoice> otherAnswers();

struct Channel {
    std::string code;
    QString label;
    QString icon;
};
std::vector<Channel> channels();

/// Whose reasons these are, as the list groups them: "Mental health services say".
QString words(Certainty certainty);  ///< how sure we are of a piece of guidance: "Verified"
QString sideWords(Side side);

/// Answers that turn somebody away or end something: a reason is asked for and safety is looked at again.
bool turnsAway(ResponseKind kind);
/// Answers that take the person on: a named worker is asked for.
bool takesOn(ResponseKind kind);
/// Answers that a reason may come with.
bool mayHaveReason(ResponseKind kind);

}  // namespace holdfast::ui
