#include "words/audit_words.h"

#include "words/codes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace holdfast::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("AuditWords", text);
}

QString number(std::int64_t value)
{
    return QLocale{QLocale::English}.toString(static_cast<qlonglong>(value));
}

const char* englishOf(app::Action action)
{
    switch (action) {
        using enum app::Action;
    case viewWorklist: return QT_TRANSLATE_NOOP("AuditWords", "Saw the list of work");
    case searchPeople: return QT_TRANSLATE_NOOP("AuditWords", "Saw the list of people");
    case findInRecord: return QT_TRANSLATE_NOOP("AuditWords", "Searched the records");
    case viewPerson: return QT_TRANSLATE_NOOP("AuditWords", "Opened the record");
    case registerPerson: return QT_TRANSLATE_NOOP("AuditWords", "Added the person");
    case editPerson: return QT_TRANSLATE_NOOP("AuditWords", "Changed the person's details");
    case mergePeople: return QT_TRANSLATE_NOOP("AuditWords", "Compared or joined two records");
    case takePeopleApart: return QT_TRANSLATE_NOOP("AuditWords", "Took joined records apart");
    case draftAssessment: return QT_TRANSLATE_NOOP("AuditWords", "Worked on an assessment");
    case signAssessment: return QT_TRANSLATE_NOOP("AuditWords", "Signed an assessment");
    case sendReferral: return QT_TRANSLATE_NOOP("AuditWords", "Sent a referral");
    case recordResponse: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a reply");
    case recordContact: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a contact");
    case recordAttempt: return QT_TRANSLATE_NOOP("AuditWords", "Recorded an attempt to reach the person");
    case workChallenge: return QT_TRANSLATE_NOOP("AuditWords", "Worked on a challenge");
    case handStepOn: return QT_TRANSLATE_NOOP("AuditWords", "Handed a step on");
    case recordHandover: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a hand-over");
    case changeWorker: return QT_TRANSLATE_NOOP("AuditWords", "Changed who works with the person");
    case recordPersonsChoice: return QT_TRANSLATE_NOOP("AuditWords", "Recorded what the person chose");
    case planAftercare: return QT_TRANSLATE_NOOP("AuditWords", "Planned aftercare");
    case closeJointly: return QT_TRANSLATE_NOOP("AuditWords", "Closed jointly");
    case recordMdt: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a joint meeting");
    case reopen: return QT_TRANSLATE_NOOP("AuditWords", "Opened the case again");
    case secondLook: return QT_TRANSLATE_NOOP("AuditWords", "Looked a second time at a refusal");
    case enterInError: return QT_TRANSLATE_NOOP("AuditWords", "Marked something as entered in error");
    case recordDeath: return QT_TRANSLATE_NOOP("AuditWords", "Recorded that the person died");
    case recordGoodExperience: return QT_TRANSLATE_NOOP("AuditWords", "Recorded what went well");
    case viewReferrals: return QT_TRANSLATE_NOOP("AuditWords", "Saw the list of referrals");
    case viewDirectory: return QT_TRANSLATE_NOOP("AuditWords", "Saw the directory");
    case editDirectory: return QT_TRANSLATE_NOOP("AuditWords", "Changed the directory");
    case importDirectory: return QT_TRANSLATE_NOOP("AuditWords", "Imported a directory");
    case editPlaces: return QT_TRANSLATE_NOOP("AuditWords", "Changed places");
    case viewWaits: return QT_TRANSLATE_NOOP("AuditWords", "Saw the waits");
    case viewReports: return QT_TRANSLATE_NOOP("AuditWords", "Saw a report");
    case exportReports: return QT_TRANSLATE_NOOP("AuditWords", "Took a report out");
    case exportEvents: return QT_TRANSLATE_NOOP("AuditWords", "Took raw events out");
    case viewReportCases: return QT_TRANSLATE_NOOP("AuditWords", "Saw the cases behind a figure");
    case viewWorkers: return QT_TRANSLATE_NOOP("AuditWords", "Saw the list of workers");
    case manageWorkers: return QT_TRANSLATE_NOOP("AuditWords", "Changed a worker");
    case viewTeam: return QT_TRANSLATE_NOOP("AuditWords", "Saw the team's caseload");
    case reassignPeople: return QT_TRANSLATE_NOOP("AuditWords", "Gave people to another worker");
    case arrangeCover: return QT_TRANSLATE_NOOP("AuditWords", "Arranged cover");
    case viewLetters: return QT_TRANSLATE_NOOP("AuditWords", "Saw letters");
    case writeLetter: return QT_TRANSLATE_NOOP("AuditWords", "Wrote a letter");
    case keepDrafts: return QT_TRANSLATE_NOOP("AuditWords", "Kept a draft");
    case recordLetterSent: return QT_TRANSLATE_NOOP("AuditWords", "Recorded that a letter was sent");
    case openDocument: return QT_TRANSLATE_NOOP("AuditWords", "Opened a document");
    case attachDocument: return QT_TRANSLATE_NOOP("AuditWords", "Attached a document");
    case exportDocument: return QT_TRANSLATE_NOOP("AuditWords", "Took a document out");
    case viewNotes: return QT_TRANSLATE_NOOP("AuditWords", "Saw notes");
    case writeNote: return QT_TRANSLATE_NOOP("AuditWords", "Wrote a note");
    case signNote: return QT_TRANSLATE_NOOP("AuditWords", "Signed a note");
    case readNote: return QT_TRANSLATE_NOOP("AuditWords", "Read a note");
    case pinNote: return QT_TRANSLATE_NOOP("AuditWords", "Pinned or unpinned a note");
    case noteInError: return QT_TRANSLATE_NOOP("AuditWords", "Marked a note as entered in error");
    case exportNotes: return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved notes");
    case viewNoteTemplates: return QT_TRANSLATE_NOOP("AuditWords", "Saw the texts for notes");
    case editNoteTemplates: return QT_TRANSLATE_NOOP("AuditWords", "Changed the texts for notes");
    case viewConsent: return QT_TRANSLATE_NOOP("AuditWords", "Saw what may be shared");
    case recordConsent: return QT_TRANSLATE_NOOP("AuditWords", "Recorded what may be shared");
    case overrideConsent: return QT_TRANSLATE_NOOP("AuditWords", "Shared outside the consent");
    case viewCarers: return QT_TRANSLATE_NOOP("AuditWords", "Saw family and carers");
    case editCarer: return QT_TRANSLATE_NOOP("AuditWords", "Changed a carer's details");
    case recordCarerCall: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a carer's call");
    case viewStory: return QT_TRANSLATE_NOOP("AuditWords", "Saw the person's story");
    case writeStory: return QT_TRANSLATE_NOOP("AuditWords", "Wrote in the person's story");
    case confirmStoryRead: return QT_TRANSLATE_NOOP("AuditWords", "Read the person's story");
    case exportPassport: return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved the passport");
    case writeHandover: return QT_TRANSLATE_NOOP("AuditWords", "Wrote a hand-over pack");
    case agreeHandover: return QT_TRANSLATE_NOOP("AuditWords", "Answered a hand-over pack");
    case viewWordList: return QT_TRANSLATE_NOOP("AuditWords", "Saw the list of words");
    case editWordList: return QT_TRANSLATE_NOOP("AuditWords", "Changed the list of words");
    case viewPlans: return QT_TRANSLATE_NOOP("AuditWords", "Saw plans");
    case writePlan: return QT_TRANSLATE_NOOP("AuditWords", "Worked on a plan");
    case agreePlan: return QT_TRANSLATE_NOOP("AuditWords", "Recorded a plan as agreed");
    case exportPlan: return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved a plan");
    case viewMeetings: return QT_TRANSLATE_NOOP("AuditWords", "Saw the joint meeting");
    case runMeeting: return QT_TRANSLATE_NOOP("AuditWords", "Ran the joint meeting");
    case exportMeeting: return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved minutes");
    case setLetterhead: return QT_TRANSLATE_NOOP("AuditWords", "Changed the letterhead");
    case viewPolicy: return QT_TRANSLATE_NOOP("AuditWords", "Saw the policy");
    case loadPolicy: return QT_TRANSLATE_NOOP("AuditWords", "Loaded a local protocol");
    case putPolicyInForce: return QT_TRANSLATE_NOOP("AuditWords", "Put a policy in force");
    case signOffCitation: return QT_TRANSLATE_NOOP("AuditWords", "Signed off a citation");
    case viewLocalGuides: return QT_TRANSLATE_NOOP("AuditWords", "Saw local protocols and leaflets");
    case keepLocalGuides: return QT_TRANSLATE_NOOP("AuditWords", "Changed local protocols and leaflets");
    case checkStore: return QT_TRANSLATE_NOOP("AuditWords", "Checked the store");
    case backUpStore: return QT_TRANSLATE_NOOP("AuditWords", "Backed the store up");
    case planBackups: return QT_TRANSLATE_NOOP("AuditWords", "Chose when and where backups are made");
    case backUpWhenDue: return QT_TRANSLATE_NOOP("AuditWords", "Made the backup that was due");
    case restoreStore: return QT_TRANSLATE_NOOP("AuditWords", "Put a backup in place of the store");
    case viewAudit: return QT_TRANSLATE_NOOP("AuditWords", "Saw the audit");
    case exportAudit: return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved the audit");
    case printWhoLooked: return QT_TRANSLATE_NOOP("AuditWords", "Listed who has looked at the record");
    case checkAudit: return QT_TRANSLATE_NOOP("AuditWords", "Checked the audit");
    case anchorAudit: return QT_TRANSLATE_NOOP("AuditWords", "Wrote an anchor of the audit");
    case signIn: return QT_TRANSLATE_NOOP("AuditWords", "Signed in");
    case changePassphrase: return QT_TRANSLATE_NOOP("AuditWords", "Changed their passphrase");
    case manageAccounts: return QT_TRANSLATE_NOOP("AuditWords", "Looked after the accounts");
    case restrictPeople: return QT_TRANSLATE_NOOP("AuditWords", "Decided who may see the record");
    case openRestricted: return QT_TRANSLATE_NOOP("AuditWords", "Opened a restricted record in an emergency");
    case reviewEmergencies: return QT_TRANSLATE_NOOP("AuditWords", "Reviewed emergency openings");
    case reviewRetention: return QT_TRANSLATE_NOOP("AuditWords", "Reviewed which records may be disposed of");
    case exportRetention:
        return QT_TRANSLATE_NOOP("AuditWords", "Printed or saved the list of records whose time is over");
    case proposeDisposal: return QT_TRANSLATE_NOOP("AuditWords", "Proposed to dispose of a record");
    case confirmDisposal: return QT_TRANSLATE_NOOP("AuditWords", "Disposed of a record");
    case makePractice: return QT_TRANSLATE_NOOP("AuditWords", "Made a practice caseload");
    }
    return "";
}

QString entries(const AuditFault& fault)
{
    return fault.first == fault.last ? tr("Entry %1").arg(number(fault.first))
                                     : tr("Entries %1 to %2").arg(number(fault.first), number(fault.last));
}

}  // namespace

QString doneWords(app::Action action)
{
    return tr(englishOf(action));
}

QString doneWords(const app::AuditLine& line)
{
    if (!line.action)
        return tr("Began the chain of the audit");
    const QString done = doneWords(*line.action);
    if (!line.refused)
        return done;
    return *line.action == app::Action::signIn ? tr("Could not sign in") : tr("Not allowed: %1").arg(done.toLower());
}

QString moreWords(const app::AuditLine& line)
{
    if (!line.reason.empty())
        return text(line.reason);
    if (line.refused)
        return {};
    // What remains of a code without the ids in it, which say nothing to a reader.
    static const QRegularExpression id{QStringLiteral("\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b")};
    return text(line.detail).remove(id).simplified().replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString words(app::AuditKind kind)
{
    switch (kind) {
    case app::AuditKind::looked: return tr("Looked at");
    case app::AuditKind::changed: return tr("Changed");
    case app::AuditKind::takenOut: return tr("Printed or taken out");
    case app::AuditKind::signedIn: return tr("Signed in");
    case app::AuditKind::emergency: return tr("Emergency openings");
    case app::AuditKind::kept: return tr("Lists and rules");
    }
    return {};
}

QString faultWords(const AuditFault& fault)
{
    const bool one = fault.first == fault.last;
    switch (fault.kind) {
        using enum AuditFault::Kind;
    case changed: return tr("%1 is not as it was written, or was put in.").arg(entries(fault));
    case removed: return (one ? tr("%1 was removed.") : tr("%1 were removed.")).arg(entries(fault));
    case moved: return tr("Entry %1 was written as entry %2.").arg(number(fault.first), number(fault.last));
    case copied: return tr("Entry %1 is a copy of entry %2.").arg(number(fault.first), number(fault.last));
    case cutOff:
        return (one ? tr("%1 was cut off at the end.") : tr("%1 were cut off at the end.")).arg(entries(fault));
    case replaced:
        return tr("Entry %1 is not the one that was anchored: the entries up to it were written anew.")
            .arg(number(fault.first));
    case unconfirmed: return tr("Entry %1 cannot be confirmed, because of the one before it.").arg(number(fault.first));
    case otherKey: return tr("%1 do not fit the key of this store.").arg(entries(fault));
    case anchor: return tr("The anchor beside the store was changed, or is that of another store.");
    }
    return {};
}

QString verdictWords(const AuditFindings& findings)
{
    const auto faults = static_cast<std::int64_t>(findings.faults.size()) + findings.notListed;
    if (faults == 0)
        return tr("All %1 entries hang together").arg(number(findings.entries));
    return faults == 1 ? tr("1 finding in %1 entries").arg(number(findings.entries))
                       : tr("%1 findings in %2 entries").arg(number(faults), number(findings.entries));
}

}  // namespace holdfast::ui
