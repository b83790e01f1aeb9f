// Forms for what is asked, given and told around a refusal, and for being in touch with the person meanwhile.
#include "person/record_fields.h"
#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {
namespace {

const QString yes = QStringLiteral("yes");
const QString no = QStringLiteral("no");
const QString elsewhere = QStringLiteral("?");

/// Who asked for the person and has not been told yet comes first; the words are theirs as they were recorded.
QStringList referrers(const RecordContext& context)
{
    QStringList asked;
    for (const auto& entry : context.file.history) {
        if (entry.voided)
            continue;
        if (const auto* attempt = std::get_if<event::Attempt>(&entry.event.body)) {
            const QString source = text(attempt->source);
            asked.removeAll(source);
            asked.prepend(source);
        } else if (const auto* told = std::get_if<event::OutcomeFedBack>(&entry.event.body)) {
            const QString who = text(told->to);
            if (asked.removeAll(who) > 0)
                asked.append(who);
        }
    }
    return asked;
}

QList<std::pair<QString, QString>> changes()
{
    QList<std::pair<QString, QString>> list;
    for (const auto change : {SupportChange::better, SupportChange::same, SupportChange::worse})
        list.append({words(change), text(nameOf(change))});
    list.append({RecordForm::tr("They did not say"), no});
    return list;
}

/// Which protocol or leaflet, and its version: one of the team's own that were in use that day for that service and
/// need, or another, as it is typed.
struct Named {
    Choice* own;
    QLineEdit* other;

    std::string words() const
    {
        const QString chosen = own->value().toString();
        return (own->isHidden() || chosen == elsewhere ? other->text().simplified() : chosen).toStdString();
    }
};

/// Puts the versions on offer into the box; what was chosen stays chosen when it is still among them.
void offer(const RecordForm& form, const Refusal& about, Choice& own)
{
    const QString before = own.count() == 0 ? QString{} : own.value().toString();
    const QSignalBlocker quiet{own};
    own.clear();
    for (const LocalGuide& guide : form.context().guides)
        if (guide.inForceOn(form.happenedOn()) && guide.isFor(serviceOf(about.service), needOf(about.need)))
            own.addChoice(text(designation(guide)), text(designation(guide)));
    if (own.count() == 0)
        return;
    own.addChoice(RecordForm::tr("Another one"), elsewhere);
    own.addChoice(RecordForm::tr("It was not said"), QString{});
    own.setValueQuietly(own.findData(before) >= 0 ? before : QString{});
}

Named addNamed(RecordForm& form, const Refusal& about)
{
    QStringList known;
    for (const auto& each : form.context().protocols)
        known << text(each);
    const Named named{form.addChoice(RecordForm::tr("Which protocol or leaflet"), {}),
                      form.addCompleted(RecordForm::tr("Which protocol or leaflet, and its version"),
                                        RecordForm::tr("Like: Joint working protocol, version 3. May stay empty"),
                                        known)};
    const auto arrange = [&form, named] {
        const bool any = named.own->count() > 0;
        form.setWidgetVisible(named.own, any);
        form.setWidgetVisible(named.other, !any || named.own->value().toString() == elsewhere);
    };
    const auto again = [&form, about, named, arrange] {
        offer(form, about, *named.own);
        arrange();
        emit form.changed();
    };
    QObject::connect(named.own, &QComboBox::currentIndexChanged, &form, arrange);
    for (const Choice* choice : {about.need, about.service})
        QObject::connect(choice, &QComboBox::currentIndexChanged, &form, again);
    QObject::connect(&form, &RecordForm::dayChanged, &form, again);
    offer(form, about, *named.own);
    arrange();
    return named;
}

}  // namespace

void buildReasonInWriting(RecordForm& form)
{
    const auto& context = form.context();
    auto* service = form.addService(RecordForm::tr("Which service gave it"),
                                    refusing(context, context.need.value_or(Need::mentalHealth)));
    form.addNote(RecordForm::tr("Recorded as a written reply. It does not change their answer or the challenge."));
    form.addPaperTick(RecordForm::tr("Attach their letter or e-mail next"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.setPointer(service, QStringLiteral("/service"));
    form.requireWords([] { return RecordForm::tr("Write the reason as they gave it"); });
    form.produce([=]() -> EventBody {
        return event::Contact{serviceOf(service), ContactDirection::in, ContactOutcome::replied};
    });
}

void buildProtocol(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Which service refused"));
    auto* applied =
        form.addChoice(RecordForm::tr("Was the joint protocol applied"),
                       {{RecordForm::tr("Yes, it was applied"), yes}, {RecordForm::tr("No, it was not applied"), no}});
    auto* reason = form.addText(RecordForm::tr("Why it was not applied"),
                                RecordForm::tr("As they gave it, or that they gave no reason"));
    const Named protocol = addNamed(form, about);
    form.addNote(RecordForm::tr("When it was not applied, the supervisor is asked to look. That ends with a joint "
                                "meeting, or when it has been applied."));
    const auto arrange = [&form, applied, reason] { form.setWidgetVisible(reason, applied->value().toString() == no); };
    QObject::connect(applied, &QComboBox::currentIndexChanged, &form, arrange);
    arrange();
    form.requireAnswer(applied, RecordForm::tr("Choose whether it was applied"));
    form.requireAnswer(reason, RecordForm::tr("Say why it was not applied"));
    form.setPointer(applied, QStringLiteral("/applied"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.setPointer(protocol.other, QStringLiteral("/protocol"));
    form.produce([=]() -> EventBody {
        const bool was = applied->value().toString() == yes;
        return event::ProtocolApplied{needOf(about.need), serviceOf(about.service), was,
                                      was ? std::string{} : textOf(reason), protocol.words()};
    });
}

void buildSecondOpinion(RecordForm& form)
{
    const Refusal about = addRefusal(form, RecordForm::tr("Who is asked to look again"));
    form.addNote(RecordForm::tr("Somebody else of the service that refused, or another service. Their answer is "
                                "logged as a reply."));
    form.produce([=]() -> EventBody {
        return event::SecondOpinionRequested{needOf(about.need), serviceOf(about.service)};
    });
}

void buildFeedback(RecordForm& form)
{
    QList<std::pair<QString, QString>> people;
    for (const QString& source : referrers(form.context()))
        people.append({plainWords(source.toStdString()), source});
    people.append({RecordForm::tr("Somebody else"), elsewhere});
    auto* to = form.addChoice(RecordForm::tr("Who was told"), people);
    to->setCurrentIndex(0);
    auto* name = form.addLine(RecordForm::tr("Who that is"), RecordForm::tr("GP, A&E, a charity, a relative"));
    auto* how =
        form.addLine(RecordForm::tr("How they were told"), RecordForm::tr("By phone, by letter, at the surgery"));
    const auto arrange = [&form, to, name] { form.setWidgetVisible(name, to->value().toString() == elsewhere); };
    QObject::connect(to, &QComboBox::currentIndexChanged, &form, arrange);
    arrange();
    form.requireAnswer(to, RecordForm::tr("Choose who was told"));
    form.requireAnswer(name, RecordForm::tr("Say who was told"));
    form.requireAnswer(how, RecordForm::tr("Say how they were told"));
    form.setPointer(to, QStringLiteral("/to"));
    form.setPointer(how, QStringLiteral("/how"));
    form.produce([=]() -> EventBody {
        const QString who = to->value().toString();
        return event::OutcomeFedBack{(who == elsewhere ? name->text().simplified() : who).toStdString(),
                                     how->text().simplified().toStdString()};
    });
}

void buildCheckIn(RecordForm& form)
{
    auto* worker = form.addWorker(RecordForm::tr("Who was in touch"), form.context().me.id);
    auto* need = addScope(form, RecordForm::tr("Which need it was about"));
    QList<std::pair<QString, QString>> outcomes;
    for (const auto outcome :
         {ContactOutcome::spoke, ContactOutcome::leftMessage, ContactOutcome::noAnswer, ContactOutcome::replied})
        outcomes.append({words(outcome), text(nameOf(outcome))});
    auto* outcome = form.addChoice(RecordForm::tr("What came of it"), outcomes);
    auto* change = form.addChoice(RecordForm::tr("How it is going"), changes());
    form.addNote(RecordForm::tr("Getting worse asks the coordinator to look again, and what is recorded about safety "
                                "goes to the supervisor the same day."));
    const auto arrange = [&form, outcome, change] {
        const auto came = named<ContactOutcome>(outcome->value().toString().toStdString());
        form.setWidgetVisible(change, came == ContactOutcome::spoke || came == ContactOutcome::replied);
    };
    QObject::connect(outcome, &QComboBox::currentIndexChanged, &form, arrange);
    arrange();
    form.requireAnswer(worker, RecordForm::tr("Choose who was in touch"));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(outcome, RecordForm::tr("Choose what came of it"));
    form.requireAnswer(change, RecordForm::tr("Choose how it is going, or that they did not say"));
    form.setPointer(worker, QStringLiteral("/worker"));
    form.produce([=]() -> EventBody {
        return event::SupportCheckIn{
            *named<NeedScope>(need->value().toString().toStdString()), workerOf(worker),
            *named<ContactOutcome>(outcome->value().toString().toStdString()),
            change->isHidden() ? std::nullopt : named<SupportChange>(change->value().toString().toStdString())};
    });
}

}  // namespace holdfast::ui
