#include "person/record_fields.h"

#include "person/record_form.h"
#include "widgets/entries.h"
#include "words/codes.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

namespace holdfast::ui {
namespace {

bool isListed(const RecordContext& context, std::string_view service)
{
    return std::ranges::any_of(context.services, [&](const Service& each) { return each.id.text() == service; });
}

}  // namespace

ServiceId serviceOf(const Choice* choice)
{
    return ServiceId{choice->value().toString().toStdString()};
}

WorkerId workerOf(const Choice* choice)
{
    return WorkerId{choice->value().toString().toStdString()};
}

Need needOf(const Choice* choice)
{
    return named<Need>(choice->value().toString().toStdString()).value_or(Need::mentalHealth);
}

std::string textOf(const QPlainTextEdit* editor)
{
    return editor->toPlainText().trimmed().toStdString();
}

std::optional<int> penceOf(const QString& pounds)
{
    static const QRegularExpression amount{
        QStringLiteral("^\\s*\u00a3?\\s*(\\d{1,5}|\\d{1,2},\\d{3})(?:\\.(\\d{2}))?\\s*$")};
    const auto found = amount.match(pounds);
    if (!found.hasMatch())
        return std::nullopt;
    const int pence = found.captured(1).remove(QLatin1Char(',')).toInt() * 100 + found.captured(2).toInt();
    return pence >= 1 && pence <= event::mostPence ? std::optional{pence} : std::nullopt;
}

ServiceId refusing(const RecordContext& context, Need need)
{
    const bool sameNeed = !context.need || *context.need == need;
    if (sameNeed && isListed(context, context.about.text()))
        return context.about;
    const auto& bounces = context.file.now.bounces;
    for (const auto& bounce : std::views::reverse(bounces))
        if (bounce.need == need && bounce.cls == BounceClass::never && !bounce.overturned &&
            isListed(context, bounce.service))
            return ServiceId{bounce.service};
    const auto& leg = context.file.now.needs[need].leg;
    return leg ? leg->service : ServiceId{};
}

Refusal addRefusal(RecordForm& form, const QString& serviceLabel)
{
    Need start = form.context().need.value_or(Need::mentalHealth);
    if (!form.context().need)
        for (const Need need : allNeeds)
            if (const auto& leg = form.context().file.now.needs[need].leg; leg && leg->state == LegState::challenged)
                start = need;
    Refusal fields{form.addNeed(RecordForm::tr("Which need")), nullptr};
    fields.need->setValueQuietly(text(nameOf(start)));
    fields.service = form.addService(serviceLabel, refusing(form.context(), start));
    QObject::connect(fields.need, &QComboBox::currentIndexChanged, &form, [&form, fields] {
        fields.service->setValueQuietly(text(refusing(form.context(), needOf(fields.need)).text()));
    });
    form.requireAnswer(fields.need, RecordForm::tr("Choose the need"));
    form.requireAnswer(fields.service, RecordForm::tr("Choose the service"));
    form.setPointer(fields.need, QStringLiteral("/need"));
    form.setPointer(fields.service, QStringLiteral("/service"));
    return fields;
}

Choice* addScope(RecordForm& form, const QString& label)
{
    QList<std::pair<QString, QString>> scopes;
    for (const NeedScope scope : {NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse})
        scopes.append({words(scope), text(nameOf(scope))});
    auto* choice = form.addChoice(label, scopes);
    const auto& need = form.context().need;
    choice->setValueQuietly(text(nameOf(need ? scopeOf(*need) : NeedScope::both)));
    form.setPointer(choice, QStringLiteral("/need"));
    return choice;
}

}  // namespace holdfast::ui
