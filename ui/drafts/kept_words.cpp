#include "drafts/kept_words.h"

#include "domain/calendar.h"
#include "person/record_kind.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>
#include <QTime>

namespace holdfast::ui {
namespace {

struct KeptWords {
    Q_DECLARE_TR_FUNCTIONS(KeptWords)
};

/// Why the store does not take it, and what a person can do about it.
QString remedy(const Error& error)
{
    switch (error.code) {
    case ErrorCode::diskFull: return KeptWords::tr("the disk is full. Free some room; it is tried again by itself.");
    case ErrorCode::readOnly:
        return KeptWords::tr("the store may not be written. Ask whoever keeps it; it is tried again by itself.");
    case ErrorCode::busy: return KeptWords::tr("another program holds the store. It is tried again by itself.");
    case ErrorCode::forbidden:
        return KeptWords::tr("your role no longer allows it. Copy your text and ask a colleague.");
    case ErrorCode::unavailable:
        return KeptWords::tr(
            "the store cannot be reached. Check the network or the drive; it is tried again by itself.");
    case ErrorCode::notFound:
    case ErrorCode::conflict:
    case ErrorCode::invalid:
    case ErrorCode::refused:
    case ErrorCode::notAStore:
    case ErrorCode::newerStore:
    case ErrorCode::damaged:
    case ErrorCode::wrongKey:
    case ErrorCode::storeFailed:
    case ErrorCode::cancelled: return words(error);
    }
    return words(error);
}

QString knownField(const QString& part)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("what_matters"), KeptWords::tr("What matters")},
        {QStringLiteral("present"), KeptWords::tr("Who was present")},
        {QStringLiteral("asked_about_both"), KeptWords::tr("Asked about both needs")},
        {QStringLiteral("adults_and_children"), KeptWords::tr("Adults and children at risk")},
        {QStringLiteral("what_use_does"), KeptWords::tr("What use does for them")},
        {QStringLiteral("life_events"), KeptWords::tr("Life events")},
        {QStringLiteral("mental_health"), KeptWords::tr("Mental health")},
        {QStringLiteral("substance_use"), KeptWords::tr("Substance use")},
        {QStringLiteral("safety_notes"), KeptWords::tr("Safety, what was said")},
        {QStringLiteral("text"), KeptWords::tr("Text")},
    };
    return known.value(part);
}

}  // namespace

QString clockWords(Instant at)
{
    const auto local = at + londonOffset(at);
    const auto ofDay = std::chrono::floor<std::chrono::seconds>(local - std::chrono::floor<std::chrono::days>(local));
    return QTime{0, 0}.addSecs(static_cast<int>(ofDay.count())).toString(QStringLiteral("HH:mm:ss"));
}

QString savedWords(Instant at)
{
    return KeptWords::tr("Saved %1").arg(clockWords(at));
}

QString dayAndClockWords(Instant at, Instant now)
{
    if (londonDate(at) == londonDate(now))
        return KeptWords::tr("Today %1").arg(clockWords(at));
    return KeptWords::tr("%1, %2").arg(dayWords(londonDate(at), londonDate(now)), clockWords(at));
}

QString keptWords(const Keeping& keeping)
{
    switch (keeping.whereKept()) {
    case Kept::nothing: return {};
    case Kept::saving: return KeptWords::tr("Saving…");
    case Kept::saved: return keeping.savedAt() ? savedWords(*keeping.savedAt()) : QString{};
    case Kept::here:
        return keeping.trouble() ? KeptWords::tr("Kept on this computer: %1").arg(remedy(*keeping.trouble()))
                                 : KeptWords::tr("Kept on this computer: the store is slow to answer.");
    case Kept::nowhere: return KeptWords::tr("Not saved: %1").arg(remedy(*keeping.trouble()));
    case Kept::overtaken: return KeptWords::tr("Kept beside your colleague's text: choose below which words stay.");
    }
    return {};
}

QString draftKindWords(const std::string& kind)
{
    const QString all = text(kind);
    if (all == QStringLiteral("assessment"))
        return KeptWords::tr("Joint assessment");
    if (all.startsWith(QStringLiteral("letter:")))
        return KeptWords::tr("Letter");
    if (all.startsWith(QStringLiteral("note:")))
        return KeptWords::tr("Note");
    if (all.startsWith(QStringLiteral("plan:")))
        return KeptWords::tr("Plan");
    if (all.startsWith(QStringLiteral("meeting:")))
        return KeptWords::tr("Joint meeting");
    const QString sheet = all.section(QLatin1Char(':'), 1, 1);
    if (sheet == QStringLiteral("reply"))
        return KeptWords::tr("Log a reply");
    if (sheet.startsWith(QStringLiteral("record/")))
        return recordTitle(static_cast<RecordKind>(sheet.mid(7).toInt()));
    if (sheet == QStringLiteral("person"))
        return KeptWords::tr("A person's details");
    if (sheet.startsWith(QStringLiteral("service")))
        return KeptWords::tr("A service of the directory");
    if (sheet.startsWith(QStringLiteral("hand_on")))
        return KeptWords::tr("Handing people on");
    if (sheet == QStringLiteral("story"))
        return KeptWords::tr("A story");
    if (sheet == QStringLiteral("handover"))
        return KeptWords::tr("A handover pack");
    if (sheet == QStringLiteral("promise"))
        return KeptWords::tr("A promise");
    if (sheet == QStringLiteral("retelling"))
        return KeptWords::tr("A story told again");
    if (sheet == QStringLiteral("words"))
        return KeptWords::tr("The list of words");
    if (sheet == QStringLiteral("carer/call"))
        return KeptWords::tr("A carer's call");
    if (sheet.startsWith(QStringLiteral("carer")))
        return KeptWords::tr("A carer");
    if (sheet.startsWith(QStringLiteral("consent/")))
        return KeptWords::tr("What may be shared");
    if (sheet == QStringLiteral("cover"))
        return KeptWords::tr("Cover for a colleague");
    if (sheet == QStringLiteral("decline"))
        return KeptWords::tr("A decline to confirm");
    if (sheet.startsWith(QStringLiteral("sent")))
        return KeptWords::tr("How a letter left");
    return capitalised(sheet.section(QLatin1Char('/'), 0, 0).replace(QLatin1Char('_'), QLatin1Char(' ')));
}

QString draftFieldWords(const std::string& field)
{
    QStringList names;
    for (const QString& part : text(field).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const QString known = knownField(part);
        QString plain = part;
        plain.replace(QLatin1Char('_'), QLatin1Char(' '));
        names << (known.isEmpty() ? plain : known);
    }
    return capitalised(names.join(QStringLiteral(": ")));
}

}  // namespace holdfast::ui
