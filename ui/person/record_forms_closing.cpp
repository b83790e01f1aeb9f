// Forms for the person's own choice, the plan for after, joint meetings, and the end and new start of a hold.
#include "domain/calendar.h"
#include "person/record_fields.h"
#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/actions.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <array>
#include <memory>

namespace holdfast::ui {
namespace {

/// A day after today, for a re-offer, a plan, an action.
void requireLater(RecordForm& form, DayEdit* day, const QString& problem)
{
    form.requireAnswer(day, problem);
    form.require(day, [day, today = londonDate(form.context().now)] {
        return day->day() && *day->day() <= today ? RecordForm::tr("Choose a day after today") : QString{};
    });
}

struct ActionFields {
    QLineEdit* what = nullptr;
    Choice* owner = nullptr;
    DayEdit* due = nullptr;
};

constexpr int mostActions = 4;

ActionFields addAction(RecordForm& form, int number)
{
    ActionFields fields{
        form.addLine(RecordForm::tr("Action %1").arg(number), RecordForm::tr("Verb first: ring, send, see")),
        form.addWorker(RecordForm::tr("Who does action %1").arg(number), WorkerId{}),
        form.addDay(RecordForm::tr("By when, action %1").arg(number))};
    const auto isUsed = [what = fields.what] { return !what->text().trimmed().isEmpty(); };
    form.require(fields.owner, [isUsed, owner = fields.owner] {
        return isUsed() && owner->value().toString().isEmpty() ? RecordForm::tr("Name who does it") : QString{};
    });
    form.require(fields.due, [isUsed, due = fields.due] {
        return isUsed() && !due->day() ? RecordForm::tr("Enter the day it is due") : QString{};
    });
    return fields;
}

/// One action more is offered as soon as the one before has words.
std::vector<ActionFields> addActions(RecordForm& form)
{
    std::vector<ActionFields> actions;
    for (int i = 0; i < mostActions; ++i)
        actions.push_back(addAction(form, i + 1));
    const auto arrange = [&form, actions] {
        bool offered = true;
        for (const auto& action : actions) {
            const bool used = !action.what->text().trimmed().isEmpty();
            form.setWidgetVisible(action.what, offered);
            form.setWidgetVisible(action.owner, offered && used);
            form.setWidgetVisible(action.due, offered && used);
            offered = offered && used;
        }
    };
    for (const auto& action : actions)
        QObject::connect(action.what, &QLineEdit::textChanged, &form, arrange);
    arrange();
    return actions;
}

std::vector<std::string> linesOf(const QPlainTextEdit* editor)
{
    std::vector<std::string> lines;
    static const QRegularExpression separators{QStringLiteral("[\n,;]")};
    for (const auto& part : editor->toPlainText().split(separators, Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            lines.push_back(part.simplified().toStdString());
    return lines;
}

}  // namespace

void buildPersonDeclined(RecordForm& form)
{
    auto* need = form.addNeed(RecordForm::tr("What they said no to, for now"));
    auto* again = form.addDay(RecordForm::tr("When we ask again"));
    auto* capacity = form.addChoice(RecordForm::tr("Could they make this choice then"),
                                    {{RecordForm::tr("Yes, it was theirs to make"), QStringLiteral("yes")},
                                     {RecordForm::tr("No, not at that moment"), QStringLiteral("no")},
                                     {RecordForm::tr("Not recorded"), QStringLiteral("unknown")}});
    form.addNote(RecordForm::tr("The way back in stays open: we ask again on that day."));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    requireLater(form, again, RecordForm::tr("Enter the day to ask again"));
    form.requireAnswer(capacity, RecordForm::tr("Choose yes, no or not recorded"));
    form.setPointer(again, QStringLiteral("/re_offer_on"));
    form.produce([=]() -> EventBody {
        const QString able = capacity->value().toString();
        return event::PersonDeclined{needOf(need), *again->day(),
                                     able == QStringLiteral("unknown") ? std::nullopt
                                                                       : std::optional{able == QStringLiteral("yes")}};
    });
}

void buildAftercare(RecordForm& form)
{
    auto* need = form.addNeed(RecordForm::tr("Which need"));
    auto* kind = form.addChoice(RecordForm::tr("What was agreed"),
                                {{RecordForm::tr("A plan for after"), QStringLiteral("plan")},
                                 {RecordForm::tr("The person chose to have none"), QStringLiteral("declined")}});
    auto* until = form.addDay(RecordForm::tr("The plan runs until"));
    const auto arrange = [&form, kind, until] {
        form.setWidgetVisible(until, kind->value().toString() != QStringLiteral("declined"));
    };
    QObject::connect(kind, &QComboBox::currentIndexChanged, &form, arrange);
    arrange();
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(kind, RecordForm::tr("Choose what was agreed"));
    requireLater(form, until, RecordForm::tr("Enter the day the plan ends"));
    form.setPointer(until, QStringLiteral("/until"));
    form.produce([=]() -> EventBody {
        const bool declined = kind->value().toString() == QStringLiteral("declined");
        return event::AftercarePlanned{needOf(need), declined ? std::nullopt : until->day(), declined};
    });
}

void buildMdt(RecordForm& form)
{
    auto* attended = form.addText(RecordForm::tr("Who was there"), RecordForm::tr("One name or service a line"));
    auto* decision = form.addText(RecordForm::tr("What was decided"));
    auto* lead = form.addWorker(RecordForm::tr("Named lead"), WorkerId{});
    form.requireAnswer(attended, RecordForm::tr("Say who was there"));
    form.requireAnswer(decision, RecordForm::tr("Write the decision"));
    form.requireAnswer(lead, RecordForm::tr("Name the lead: a person, not a team"));
    const auto actions = addActions(form);
    form.produce([=]() -> EventBody {
        event::Mdt mdt{linesOf(attended), textOf(decision), workerOf(lead), {}};
        constexpr auto endOfDay = std::chrono::hours{17};
        for (const auto& action : actions)
            if (!action.what->text().trimmed().isEmpty() && !action.what->isHidden() && action.due->day())
                mdt.actions.push_back({NeedScope::both, action.what->text().simplified().toStdString(),
                                       action.owner->value().toString().toStdString(),
                                       londonInstant(*action.due->day(), endOfDay)});
        return mdt;
    });
}

void buildClosure(RecordForm& form)
{
    const auto& file = form.context().file;
    form.addNote(RecordForm::tr("It ends only when all agree. Any of them can ask for it back at any time."));
    auto* reason = form.addText(RecordForm::tr("Why it can end"));
    auto* view = form.addText(RecordForm::tr("What the person says about it"), RecordForm::tr("Their own words"));
    std::vector<std::pair<std::string, QCheckBox*>> agreed;
    for (const Need need : allNeeds) {
        const auto& holder = file.now.needs[need].holder;
        const bool known = holder && std::any_of(agreed.begin(), agreed.end(),
                                                 [&](const auto& each) { return each.first == holder->worker.text(); });
        if (holder && !known)
            agreed.emplace_back(holder->worker.str(), form.addTick(RecordForm::tr("%1, %2, agrees")
                                                                       .arg(workerName(holder->worker, file.names),
                                                                            serviceName(holder->service, file.names))));
    }
    auto* mdt = form.addTick(RecordForm::tr("The joint meeting (MDT) agreed"));
    form.requireAnswer(reason, RecordForm::tr("Say why it can end"));
    form.requireAnswer(view, RecordForm::tr("Ask the person, and write what they say"));
    form.require(view, [agreed, mdt] {
        if (mdt->isChecked())
            return QString{};
        for (const auto& [id, tick] : agreed)
            if (!tick->isChecked())
                return RecordForm::tr("Both leads or the MDT must agree first");
        return agreed.empty() ? RecordForm::tr("The MDT must agree first") : QString{};
    });
    std::vector<Need> needs;
    for (const Need need : allNeeds)
        if (isOpen(file.now.needs[need].status))
            needs.push_back(need);
    form.produce([=]() -> EventBody {
        event::JointClosure closure{textOf(reason), {}, textOf(view), needs};
        for (const auto& [id, tick] : agreed)
            if (tick->isChecked())
                closure.agreedBy.push_back(id);
        if (mdt->isChecked())
            closure.agreedBy.emplace_back("mdt");
        return closure;
    });
}

void buildReopen(RecordForm& form)
{
    auto* need = form.addNeed(RecordForm::tr("Which need"));
    auto* service = form.addService(RecordForm::tr("Which service holds it now"), form.context().me.service);
    auto* worker = form.addWorker(RecordForm::tr("Who holds it there"), form.context().me.id);
    auto* reason = form.addText(RecordForm::tr("Why it opens again"));
    form.addNote(RecordForm::tr("The clock since they first asked is kept."));
    form.requireAnswer(need, RecordForm::tr("Choose the need"));
    form.requireAnswer(service, RecordForm::tr("Choose the service"));
    form.requireAnswer(worker, RecordForm::tr("Name the worker"));
    form.requireAnswer(reason, RecordForm::tr("Say why"));
    form.setPointer(reason, QStringLiteral("/reason"));
    form.produce([=]() -> EventBody {
        return event::Reopened{needOf(need), workerOf(worker), serviceOf(service), textOf(reason)};
    });
}

void buildDied(RecordForm& form)
{
    form.addNote(RecordForm::tr("Every letter, reminder and call to the person stops. One action remains: to contact "
                                "the family."));
    auto* on = form.addDay(RecordForm::tr("Day of death"));
    form.requireAnswer(on, RecordForm::tr("Enter the day"));
    form.require(on, [on, today = londonDate(form.context().now)] {
        return on->day() && *on->day() > today ? RecordForm::tr("Choose today or an earlier day") : QString{};
    });
    form.setPointer(on, QStringLiteral("/on"));
    form.produce([=]() -> EventBody { return event::PersonDied{*on->day()}; });
}

}  // namespace holdfast::ui
