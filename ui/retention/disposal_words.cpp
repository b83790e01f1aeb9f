#include "retention/disposal_words.h"

#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct DisposalWords {
    Q_DECLARE_TR_FUNCTIONS(DisposalWords)
};

QString partWords(RecordPart part, int count)
{
    const auto said = [count](const char* one, const char* many) {
        return counted(count, DisposalWords::tr(one), DisposalWords::tr(many));
    };
    switch (part) {
        using enum RecordPart;
    case events: return said("1 entry of the history", "%1 entries of the history");
    case assessments: return said("1 assessment", "%1 assessments");
    case notes: return said("1 note", "%1 notes");
    case letters: return said("1 letter", "%1 letters");
    case papers: return said("1 paper", "%1 papers");
    case drafts: return said("1 draft", "%1 drafts");
    case stories: return said("1 version of the story", "%1 versions of the story");
    case plans: return said("1 plan", "%1 plans");
    case consents: return said("1 answer about sharing", "%1 answers about sharing");
    case carers: return said("1 carer of this person only", "%1 carers of this person only");
    case meetings: return said("1 record of a joint meeting", "%1 records of joint meetings");
    case handovers: return said("1 handover", "%1 handovers");
    case joins: return said("1 record that was joined to it", "%1 records that were joined to it");
    case restrictions: return said("1 decision about who may see it", "%1 decisions about who may see it");
    }
    return {};
}

}  // namespace

QString contentWords(const RecordContents& contents)
{
    QStringList parts{DisposalWords::tr("name and details")};
    for (std::size_t i = 0; i < recordPartCount; ++i) {
        const auto part = static_cast<RecordPart>(i);
        if (contents[part] > 0)
            parts.append(partWords(part, static_cast<int>(contents[part])));
    }
    if (parts.size() == 1)
        return parts.first();
    const QString last = parts.takeLast();
    return DisposalWords::tr("%1 and %2").arg(parts.join(QStringLiteral(", ")), last);
}

QString tracesWords(const app::BackupTraces& traces)
{
    if (traces.server)
        return DisposalWords::tr(
            "Copies of the server's database hold it for as long as they are kept: ask its keeper.");
    if (traces.until)
        return DisposalWords::tr(
                   "Backups that were made before hold it until the one of %1 takes the place of the last.")
            .arg(birthDateWords(*traces.until));
    return DisposalWords::tr("Backups that were made before hold it until somebody takes them away: none are made by "
                             "themselves here.");
}

QString shortNumber(const PersonId& person)
{
    constexpr int shown = 6;
    return text(person.text()).right(shown);
}

QString keptProblem()
{
    return DisposalWords::tr("Somebody keeps this record, or every record, for longer. Look at the list again.");
}

QString notDueProblem()
{
    return DisposalWords::tr("Its time is not over, or something was done with it since. It stays.");
}

QString proposedProblem()
{
    return DisposalWords::tr("It is proposed already: it stands above the list, for somebody else to confirm.");
}

QString ownProblem()
{
    return DisposalWords::tr("You proposed this yourself. Another supervisor or an administrator has to confirm it.");
}

QString changedProblem()
{
    return DisposalWords::tr(
        "The record is not as it was when this was proposed. Withdraw it, look again, and propose it anew.");
}

QString disposalProblem(const Error& error)
{
    if (error.where == "disposal.own")
        return ownProblem();
    if (error.where == "disposal.changed")
        return changedProblem();
    if (error.where == "disposal.kept")
        return keptProblem();
    if (error.where == "disposal.not_due")
        return notDueProblem();
    if (error.where == "disposal")
        return DisposalWords::tr("Somebody decided about this just now. Look at the page again.");
    return words(error);
}

}  // namespace holdfast::ui
