// Forms for what happens between the person, the worker and the services before and beside a referral.
#include "person/record_fields.h"
#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QCheckBox>
#include <QLineEdit>

namespace holdfast::ui {

void buildContact(RecordForm& form)
{
    auto* direction = form.addChoice(RecordForm::tr("Who got in touch"),
                                     {{words(ContactDirection::out), text(nameOf(ContactDirection::out))},
                                      {words(ContactDirection::in), text(nameOf(ContactDirection::in))}});
    QList<std::pair<QString, QString>> outcomes;
    for (const auto outcome :
         {ContactOutcome::spoke, ContactOutcome::leftMessage, ContactOutcome::noAnswer, ContactOutcome::replied})
        outcomes.append({words(outcome), text(nameOf(outcome))});
    auto* outcome = form.addChoice(RecordForm::tr("What came of it"), outcomes);
    const auto& context = form.context();
    auto* service = form.addService(RecordForm::tr("Which service it was with or for"),
                                    context.about.empty() ? context.me.service : context.about);
    form.requireAnswer(direction, RecordForm::tr("Choose who got in touch"));
    form.requireAnswer(outcome, RecordForm::tr("Choose what came of it"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.produce([=]() -> EventBody {
        return event::Contact{serviceOf(service), *named<ContactDirection>(direction->value().toString().toStdString()),
                              *named<ContactOutcome>(outcome->value().toString().toStdString())};
    });
}

void buildAttempt(RecordForm& form)
{
    auto* need = form.addNeed(RecordForm::tr("What they asked for help with"));
    auto* source = form.addLine(RecordForm::tr("Where they asked"), RecordForm::tr("GP, A&E, a charity, a friend"));
    QList<std::pair<QString, QString>> reasons{{RecordForm::tr("No reason was given"), QString{}}};
    for (const auto code : reasonCodes())
        reasons.append({reasonWords(code), text(code)});
    auto* reason = form.addChoice(RecordForm::tr("Why nothing came of it"), reasons);
    reason->setCurrentIndex(0);
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(source, RecordForm::tr("Say where they asked"));
    form.setPointer(source, QStringLiteral("/source"));
    form.produce([&form, need, source, reason]() -> EventBody {
        event::Attempt attempt;
        attempt.need = needOf(need);
        attempt.source = source->text().simplified().toStdString();
        if (const auto code = reason->value().toString(); !code.isEmpty())
            attempt.reason = ReasonCode{code.toStdString()};
        attempt.worker = form.context().me.id;
        attempt.service = form.context().me.service;
        return attempt;
    });
}

void buildReferral(RecordForm& form)
{
    PerNeed<Choice*> services;
    for (const Need need : allNeeds) {
        const auto& now = form.context().file.now.needs[need];
        services[need] = form.addService(RecordForm::tr("%1: send to").arg(words(need)), ServiceId{}, true);
        form.setWidgetVisible(services[need], isOpen(now.status));
        form.setPointer(services[need], QStringLiteral("/legs/%1/service").arg(need == Need::mentalHealth ? 0 : 1));
        if (now.leg && isOpen(now.status))
            form.addNote(RecordForm::tr("%1 is with %2 now. Leave it empty to keep it there.")
                             .arg(words(need), serviceName(now.leg->service, form.context().file.names)));
    }
    const auto noneChosen = [services] {
        return services.mentalHealth->value().toString().isEmpty() &&
                       services.substanceUse->value().toString().isEmpty()
                   ? RecordForm::tr("Choose at least one service")
                   : QString{};
    };
    form.require(services.mentalHealth->isHidden() ? services.substanceUse : services.mentalHealth, noneChosen);
    form.produce([services]() -> EventBody {
        event::ReferralSent sent;
        for (const Need need : allNeeds)
            if (const auto id = serviceOf(services[need]); !id.empty())
                sent.legs.push_back({need, id});
        return sent;
    });
}

void buildHandover(RecordForm& form)
{
    auto* need = form.addNeed(RecordForm::tr("Which need"));
    auto* service = form.addService(RecordForm::tr("Which service accepted it"), ServiceId{});
    auto* worker = form.addWorker(RecordForm::tr("Who holds it there from now on"), WorkerId{});
    form.addNote(RecordForm::tr("The hold moves only now that the receiving service has accepted."));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.requireAnswer(worker, RecordForm::tr("Name the worker"));
    form.setPointer(service, QStringLiteral("/service"));
    form.setPointer(worker, QStringLiteral("/worker"));
    form.produce([=]() -> EventBody {
        return event::HandoverAccepted{needOf(need), serviceOf(service), workerOf(worker)};
    });
}

void buildWorker(RecordForm& form)
{
    ServiceId service = form.context().me.service;
    const auto& needs = form.context().file.now.needs;
    const Need first = form.context().need.value_or(Need::mentalHealth);
    for (const Need need : {other(first), first}) {
        if (needs[need].holder)
            service = needs[need].holder->service;
        if (form.context().need == need && needs[need].leg)
            service = needs[need].leg->service;
    }
    if (!form.context().about.empty())
        service = form.context().about;
    auto* where = form.addService(RecordForm::tr("In which service"), service);
    auto* worker =
        form.addWorker(RecordForm::tr("Who is the worker now"), WorkerId{}, RecordForm::tr("Nobody is named yet"));
    form.requireAnswer(where, RecordForm::tr("Choose the service"));
    form.require(worker, [worker] {
        return worker->currentIndex() < 0 ? RecordForm::tr("Choose the worker, or that nobody is named") : QString{};
    });
    form.setPointer(worker, QStringLiteral("/worker"));
    form.produce([=]() -> EventBody {
        const WorkerId id = workerOf(worker);
        return event::WorkerChanged{serviceOf(where), id.empty() ? std::nullopt : std::optional{id}};
    });
}

void buildGoodExperience(RecordForm& form)
{
    auto* need = addScope(form, RecordForm::tr("Which need it was about"));
    auto* service = form.addService(RecordForm::tr("Who did well"), form.context().about);
    auto* worker = form.addWorker(RecordForm::tr("One of their people"), WorkerId{}, RecordForm::tr("Nobody is named"));
    worker->setCurrentIndex(0);
    auto* heldBoth = form.addTick(RecordForm::tr("They held both needs together"));
    auto* what = form.addText(RecordForm::tr("What went well"),
                              RecordForm::tr("What they did, so that others can do it too"), 3);
    form.addNote(RecordForm::tr("Reports count it beside the bounces, so that good work is seen where services are "
                                "changed."));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.requireAnswer(what, RecordForm::tr("Say what went well"));
    form.setPointer(service, QStringLiteral("/service"));
    form.setPointer(worker, QStringLiteral("/worker"));
    form.setPointer(what, QStringLiteral("/what"));
    form.produce([=]() -> EventBody {
        const WorkerId who = workerOf(worker);
        return event::GoodExperience{*named<NeedScope>(need->value().toString().toStdString()), serviceOf(service),
                                     who.empty() ? std::nullopt : std::optional{who}, heldBoth->isChecked(),
                                     textOf(what)};
    });
}

void buildCost(RecordForm& form)
{
    auto* need = addScope(form, RecordForm::tr("Which need it was about"));
    auto* service = form.addService(RecordForm::tr("Whom it was paid to reach"), form.context().about);
    QList<std::pair<QString, QString>> kinds;
    for (const std::string_view name : Names<CostKind>::list)
        kinds.append({words(*named<CostKind>(name)), text(name)});
    auto* kind = form.addChoice(RecordForm::tr("What it went on"), kinds);
    auto* pounds = form.addLine(RecordForm::tr("How much"), RecordForm::tr("In pounds: 4.60"));
    form.addNote(
        RecordForm::tr("As the person told it, or those around them. Reports show what getting help costs people; "
                       "it decides nothing."));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.requireAnswer(kind, RecordForm::tr("Choose what it went on"));
    form.require(pounds, [pounds] {
        return penceOf(pounds->text()) ? QString{}
                                       : RecordForm::tr("Type the amount in pounds, up to 10,000: 4 or 4.60");
    });
    form.setPointer(service, QStringLiteral("/service"));
    form.setPointer(pounds, QStringLiteral("/pence"));
    form.produce([=]() -> EventBody {
        return event::CostBorne{*named<NeedScope>(need->value().toString().toStdString()), serviceOf(service),
                                *named<CostKind>(kind->value().toString().toStdString()),
                                penceOf(pounds->text()).value_or(0)};
    });
}

}  // namespace holdfast::ui
