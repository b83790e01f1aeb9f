// Forms for challenging an answer, and for looking at an entry again.
#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/codes.h"
#include "words/events.h"

#include <QCheckBox>

#include <algorithm>

namespace holdfast::ui {
namespace {

ServiceId serviceOf(const Choice* choice)
{
    return ServiceId{choice->value().toString().toStdString()};
}

Need needOf(const Choice* choice)
{
    return named<Need>(choice->value().toString().toStdString()).value_or(Need::mentalHealth);
}

struct Challenged {
    Choice* need;
    Choice* service;
};

/// The service of the latest refusal of that need that still stands, else the one the need is with.
ServiceId refusing(const RecordContext& context, Need need)
{
    const auto& bounces = context.file.now.bounces;
    for (auto bounce = bounces.rbegin(); bounce != bounces.rend(); ++bounce) {
        const bool listed = std::any_of(context.services.begin(), context.services.end(),
                                        [&](const Service& each) { return each.id.text() == bounce->service; });
        if (bounce->need == need && bounce->cls == BounceClass::never && !bounce->overturned && listed)
            return ServiceId{bounce->service};
    }
    const auto& leg = context.file.now.needs[need].leg;
    return leg ? leg->service : ServiceId{};
}

/// Which refusal it is about: need and service, filled from the case.
Challenged addChallenged(RecordForm& form)
{
    Need start = form.context().need.value_or(Need::mentalHealth);
    if (!form.context().need)
        for (const Need need : allNeeds)
            if (const auto& leg = form.context().file.now.needs[need].leg; leg && leg->state == LegState::challenged)
                start = need;
    Challenged fields{form.addNeed(RecordForm::tr("Which need")), nullptr};
    fields.need->setValueQuietly(text(nameOf(start)));
    fields.service = form.addService(RecordForm::tr("Which service refused"), refusing(form.context(), start));
    QObject::connect(fields.need, &QComboBox::currentIndexChanged, &form, [&form, fields] {
        fields.service->setValueQuietly(text(refusing(form.context(), needOf(fields.need)).text()));
    });
    form.requireAnswer(fields.need, RecordForm::tr("Choose the need"));
    form.requireAnswer(fields.service, RecordForm::tr("Choose the service"));
    form.setPointer(fields.service, QStringLiteral("/service"));
    return fields;
}

QList<std::pair<QString, QString>> classes()
{
    QList<std::pair<QString, QString>> list;
    for (const auto cls : {BounceClass::never, BounceClass::handover, BounceClass::soft})
        list.append({words(cls), text(nameOf(cls))});
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
    const Challenged about = addChallenged(form);
    form.addNote(RecordForm::tr("The hold stays on while they answer."));
    form.produce([about]() -> EventBody { return event::ChallengeSent{needOf(about.need), serviceOf(about.service)}; });
}

void buildChallengeAnswered(RecordForm& form)
{
    const Challenged about = addChallenged(form);
    auto* outcome = form.addChoice(RecordForm::tr("What they answered"),
                                   {{words(ChallengeOutcome::overturned), text(nameOf(ChallengeOutcome::overturned))},
                                    {words(ChallengeOutcome::upheld), text(nameOf(ChallengeOutcome::upheld))}});
    auto* accepted = form.addTick(RecordForm::tr("They accepted the person"));
    auto* worker = form.addWorker(RecordForm::tr("Their worker"), WorkerId{}, RecordForm::tr("Nobody is named yet"));
    const auto arrange = [&form, outcome, accepted, worker] {
        const bool changed = outcome->value().toString().toStdString() == nameOf(ChallengeOutcome::overturned);
        accepted->setVisible(changed);
        form.setWidgetVisible(worker, changed && accepted->isChecked());
    };
    QObject::connect(outcome, &QComboBox::currentIndexChanged, &form, arrange);
    QObject::connect(accepted, &QCheckBox::toggled, &form, arrange);
    arrange();
    form.addNote(RecordForm::tr(
        "When they stand by it, write their reason below in their own words. It is kept with the outcome."));
    form.requireAnswer(outcome, RecordForm::tr("Choose what they answered"));
    form.produce([=]() -> EventBody {
        event::ChallengeAnswered answer;
        answer.need = needOf(about.need);
        answer.service = serviceOf(about.service);
        answer.outcome = *named<ChallengeOutcome>(outcome->value().toString().toStdString());
        answer.accepted = answer.outcome == ChallengeOutcome::overturned && accepted->isChecked();
        if (const auto id = worker->value().toString(); answer.accepted && !id.isEmpty())
            answer.worker = WorkerId{id.toStdString()};
        return answer;
    });
}

void buildChallengeWithdrawn(RecordForm& form)
{
    const Challenged about = addChallenged(form);
    auto* reason =
        form.addText(RecordForm::tr("Why it is withdrawn"), RecordForm::tr("The reason stays on the record"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([=]() -> EventBody {
        return event::ChallengeWithdrawn{needOf(about.need), serviceOf(about.service),
                                         reason->toPlainText().trimmed().toStdString()};
    });
}

void buildStepHandedOn(RecordForm& form)
{
    const Challenged about = addChallenged(form);
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
        return event::StepHandedOn{needOf(about.need), serviceOf(about.service),
                                   WorkerId{worker->value().toString().toStdString()},
                                   reason->toPlainText().trimmed().toStdString()};
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
                                 reason->toPlainText().trimmed().toStdString(), form.context().me.id};
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
        return event::EnteredInError{form.context().event, reason->toPlainText().trimmed().toStdString()};
    });
}

}  // namespace holdfast::ui
