#include "merge/merge_words.h"

#include "assessment/assessment_header.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

struct MergeWords {
    Q_DECLARE_TR_FUNCTIONS(MergeWords)
};

QString numberOf(const Person& person)
{
    return person.nhsNumber.empty() ? words(person.nhsNumberMissing) : nhsNumberWords(person.nhsNumber);
}

QString birthOf(const Person& person)
{
    return person.born ? birthDateWords(*person.born) : MergeWords::tr("not recorded");
}

QString serviceOf(const app::NameBook& names, const ServiceId& id)
{
    const auto found = names.services.find(id);
    return text(found == names.services.end() ? id.text() : std::string_view{found->second});
}

QString workerOf(const app::NameBook& names, const WorkerId& id)
{
    const auto found = names.workers.find(id);
    return text(found == names.workers.end() ? id.text() : std::string_view{found->second});
}

QString needOf(const engine::NeedSnapshot& need, const app::NameBook& names)
{
    QString said = words(need.status);
    if (need.leg)
        said += QStringLiteral("; ") +
                MergeWords::tr("%1, %2").arg(words(need.leg->state), serviceOf(names, need.leg->service));
    if (need.holder)
        said += QStringLiteral("; ") +
                MergeWords::tr("held by %1, %2")
                    .arg(workerOf(names, need.holder->worker), serviceOf(names, need.holder->service));
    return said;
}

QString notesOf(const app::MergeSide& side)
{
    const QString all = QString::number(side.notes);
    return side.limitedNotes == 0
               ? all
               : MergeWords::tr("%1, of them %2 for some workers only").arg(all).arg(side.limitedNotes);
}

}  // namespace

QList<MergeRow> rowsOf(const app::MergePreview& preview, Instant now)
{
    QList<MergeRow> rows;
    const auto add = [&](const QString& label, auto of, bool marks = true) {
        const QString kept = of(preview.kept);
        const QString merged = of(preview.merged);
        rows.append({label, kept, merged, marks && !kept.isEmpty() && !merged.isEmpty() && kept != merged});
    };
    const auto count = [&](const QString& label, int app::MergeSide::*field) {
        add(
            label, [=](const app::MergeSide& side) { return QString::number(side.*field); }, false);
    };
    add(MergeWords::tr("Name"),
        [](const auto& side) { return text(side.person.givenName) + QLatin1Char(' ') + text(side.person.familyName); });
    add(MergeWords::tr("Born"), [](const auto& side) { return birthOf(side.person); });
    add(MergeWords::tr("NHS number"), [](const auto& side) { return numberOf(side.person); });
    add(MergeWords::tr("Address"), [](const auto& side) {
        return text(side.person.address.empty() ? side.person.postcode : side.person.address);
    });
    add(MergeWords::tr("Phone"), [](const auto& side) { return text(side.person.contact.phone); });
    for (const Need need : allNeeds)
        add(
            words(need), [&](const auto& side) { return needOf(side.now.needs[need], preview.names); }, false);
    count(MergeWords::tr("Referrals"), &app::MergeSide::referrals);
    add(
        MergeWords::tr("Notes"), [](const auto& side) { return notesOf(side); }, false);
    count(MergeWords::tr("Letters and papers"), &app::MergeSide::letters);
    count(MergeWords::tr("Carers"), &app::MergeSide::carers);
    count(MergeWords::tr("Consents"), &app::MergeSide::consents);
    count(MergeWords::tr("Plans"), &app::MergeSide::plans);
    count(MergeWords::tr("Drafts"), &app::MergeSide::drafts);
    add(
        MergeWords::tr("Last entry"),
        [&](const auto& side) { return side.lastEvent ? momentWords(*side.lastEvent, now) : MergeWords::tr("none"); },
        false);
    return rows;
}

QString words(app::MergeDoubt doubt)
{
    switch (doubt) {
        using enum app::MergeDoubt;
    case numbersDiffer: return MergeWords::tr("The NHS numbers differ. Say below how you know that it is one person.");
    case birthsDiffer:
        return MergeWords::tr("The dates of birth differ. Say below how you know that it is one person.");
    case namesDiffer: return MergeWords::tr("The names have nothing in common. Look twice.");
    case oneHasDied:
        return MergeWords::tr("Only one of the records says that the person has died. Mend that first: they cannot be "
                              "joined until both say the same.");
    case cannotHold:
        return MergeWords::tr(
            "Together, a need would not be held as it is now. Record a hand-over in one of them first, so "
            "that both say who holds it.");
    case bothHold:
        return MergeWords::tr("A need is held in both records. One of the two holds it from then on; see below.");
    case answersSetAside:
        return MergeWords::tr(
            "Answers in one record would let go of a need that the other holds. They stay readable and "
            "change nothing.");
    case needReopened:
        return MergeWords::tr(
            "One record says that a need is over, the other that it is open. It stays open: ask about "
            "it when you next speak.");
    case eventsWithoutGround:
        return MergeWords::tr(
            "An entry does not fit beside the other record's. It stays in the history and counts no more.");
    }
    return {};
}

QStringList afterwards(const app::MergePreview& preview)
{
    QStringList lines;
    if (!preview.after)
        return lines;
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& now = preview.after->needs[need];
        const QString status = words(now.status);
        lines << (now.holder ? MergeWords::tr("%1: %2, held by %3 of %4.")
                                   .arg(words(need), status.toLower(), workerOf(preview.names, now.holder->worker),
                                        serviceOf(preview.names, now.holder->service))
                             : MergeWords::tr("%1: %2.").arg(words(need), status.toLower()));
    }
    return lines;
}

QString mergeNameOf(const Person& person)
{
    QStringList parts{text(displayName(person))};
    if (person.born)
        parts << MergeWords::tr("born %1").arg(birthDateWords(*person.born));
    if (!person.nhsNumber.empty())
        parts << nhsNumberWords(person.nhsNumber);
    return parts.join(QStringLiteral(", "));
}

QString joinedWords(const app::JoinedRecord& joined, const app::NameBook& names, Instant now)
{
    const PersonMerge& merge = joined.record.merge;
    return sentence(MergeWords::tr("Joined with the record of %1, %2, by %3: %4")
                        .arg(mergeNameOf(joined.merged), momentWords(merge.at, now), workerOf(names, merge.worker),
                             text(merge.reason)));
}

}  // namespace holdfast::ui
