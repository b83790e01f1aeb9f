// Forms for challenging an answer, and for looking at an entry again.
#include "person/record_fields.h"
#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/codes.h"
#include "words/events.h"
#include "words/reasons.h"

#include <QCheckBox>

#include <algorithm>

namespace holdfast::ui {
namespace {

QList<std::pair<QString, QString>> classes()
{
    QList<std::pair<QString, QString>> list;
    for (const auto cls : {BounceClass::never, BounceClass::handover, BounceClass::soft})
        list.append({words(cls), text(nameOf(cls))});
    return list;
}

QList<std::pair<QString, QString>> reasons()
{
    QList<std::pair<QString, QString>> list{{RecordForm::tr("As in their own words below"), QString{}}};
    for (const auto code : reasonCodes())
        list.append({reasonWords(code), text(code)});
    return list;
}

void showEntry(RecordForm& form)
{
    const auto& history = form.context().file.history;
    const auto entry = std::find_if(history.begin(), history.end(),
                                    [&](const auto& each) { return each.event.id == form.context().event; });
    if (entry == history.end())
        return;
    const EventWords said = describe(entry->event, form.context().file.names);
    form.addNote(said.detail.isEmpty() ? said.title : RecordForm::tr("%1. %2").arg(said.title, said.detail));
}

}  // namespace

void buildChallengeSent(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Which service refused"));
    form.addNote(RecordForm::tr("The hold stays on while they answer."));
    form.produce([about]() -> EventBody { return event::ChallengeSent{needOf(about.need), serviceOf(about.service)}; });
}

void buildChallengeAnswered(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Which service refused"));
    auto* outcome = form.addChoice(RecordForm::tr("What they answered"),
                                   {{words(ChallengeOutcome::overturned), text(nameOf(ChallengeOutcome::overturned))},
                                    {words(ChallengeOutcome::upheld), text(nameOf(ChallengeOutcome::upheld))}});
    auto* reason = form.addChoice(RecordForm::tr("Why they stand by it"), reasons());
    reason->setCurrentIndex(0);
    auto* accepted = form.addTick(RecordForm::tr("They accepted the person"));
    auto* worker = form.addWorker(RecordForm::tr("Their worker"), WorkerId{}, RecordForm::tr("Nobody is named yet"));
    const auto said = [outcome] { return named<ChallengeOutcome>(outcome->value().toString().toStdString()); };
    const auto arrange = [&form, said, reason, accepted, worker] {
        const bool changed = said() == ChallengeOutcome::overturned;
        form.setWidgetVisible(reason, said() == ChallengeOutcome::upheld);
        accepted->setVisible(changed);
        form.setWidgetVisible(worker, changed && accepted->isChecked());
    };
    QObject::connect(outcome, &QComboBox::currentIndexChanged, &form, arrange);
    QObject::connect(accepted, &QCheckBox::toggled, &form, arrange);
    arrange();
    form.addNote(RecordForm::tr("Who stands by a refusal gives a reason: choose it, or write it below in their own "
                                "words. It is kept with the outcome."));
    form.addPaperTick(RecordForm::tr("Attach their letter or e-mail next"));
    form.requireAnswer(outcome, RecordForm::tr("Choose what they answered"));
    form.requireWords([said, reason] {
        return said() == ChallengeOutcome::upheld && reason->value().toString().isEmpty()
                   ? RecordForm::tr("Write the reason they gave, or choose it above")
                   : QString{};
    });
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([=]() -> EventBody {
        event::ChallengeAnswered answer;
        answer.need = needOf(about.need);
        answer.service = serviceOf(about.service);
        answer.outcome = *said();
        answer.accepted = answer.outcome == ChallengeOutcome::overturned && accepted->isChecked();
        if (const WorkerId id = workerOf(worker); answer.accepted && !id.empty())
            answer.worker = id;
        if (const auto code = reason->value().toString(); answer.outcome == ChallengeOutcome::upheld && !code.isEmpty())
            answer.reason = ReasonCode{code.toStdString()};
        return answer;
    });
}

void buildChallengeWithdrawn(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Which service refused"));
    auto* reason =
        form.addText(RecordForm::tr("Why it is withdrawn"), RecordForm::tr("The reason stays on the record"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([=]() -> EventBody {
        return event::ChallengeWithdrawn{needOf(about.need), serviceOf(about.service), textOf(reason)};
    });
}

void buildStepHandedOn(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Which service refused"));
    auto* worker = form.addWorker(RecordForm::tr("Who does this step"), WorkerId{});
    auto* reason =
        form.addText(RecordForm::tr("Why it is handed on"), RecordForm::tr("The reason stays on the record"));
    form.addNote(
        RecordForm::tr("Its day and the steps after it stay as they are. A step can be handed on, not taken off."));
    form.requireAnswer(worker, RecordForm::tr("Choose who does it"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(worker, QStringLiteral("/worker"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([=]() -> EventBody {
        return event::StepHandedOn{needOf(about.need), serviceOf(about.service), workerOf(worker), textOf(reason)};
    });
}

void buildSecondLook(RecordForm& form)
{
    showEntry(form);
    auto* cls = form.addChoice(RecordForm::tr("What the answer was"), classes());
    auto* reason = form.addText(RecordForm::tr("Why"), RecordForm::tr("Both readings are kept"));
    form.requireAnswer(cls, RecordForm::tr("Choose what the answer was"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([&form, cls, reason]() -> EventBody {
        return event::SecondLook{form.context().event, *named<BounceClass>(cls->value().toString().toStdString()),
                                 textOf(reason), form.context().me.id};
    });
}

void buildEnteredInError(RecordForm& form)
{
    showEntry(form);
    auto* reason = form.addText(RecordForm::tr("Why it is wrong"),
                                RecordForm::tr("The entry stays in the history, struck through, with this reason"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([&form, reason]() -> EventBody {
        return event::EnteredInError{form.context().event, textOf(reason)};
    });
}

}  // namespace holdfast::ui
