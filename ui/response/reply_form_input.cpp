// The reply form, second half: what it is filled with, what it hands over, and what it asks for.
#include "engine/verdict.h"
#include "response/reason_picker.h"
#include "response/reply_form.h"
#include "response/reply_safety.h"
#include "response/wall_time.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/answer_words.h"
#include "words/codes.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QSpinBox>

namespace holdfast::ui {
namespace {

constexpr std::string_view abstinence = "N02";  ///< the one reason that comes with a length of time
constexpr std::size_t fewSuggestions = 3;

}  // namespace

void ReplyForm::setContext(const ReplyContext& context, Need need, Instant now, const ServiceId& from)
{
    const bool first = !m_touched;
    const auto service = this->service();
    m_context = context;
    m_now = now;
    m_filling = true;
    const QDateTime wall = wallTime(now);
    m_received->setMaximumDateTime(wall);
    if (first) {
        m_received->setDateTime(wall);
        m_need->setCurrent(static_cast<int>(need));
    }
    m_reason->setNeed(this->need());
    fillServices(first ? from : service.value_or(ServiceId{}));
    m_safety->setKnown(context.file.now.safety);
    m_filling = false;
    if (first)
        m_touched = false;
}

Need ReplyForm::need() const
{
    return m_need->current() == 1 ? Need::substanceUse : Need::mentalHealth;
}

std::optional<ServiceId> ReplyForm::service() const
{
    const QString id = m_service->value().toString();
    return id.isEmpty() ? std::nullopt : std::optional{ServiceId{id.toStdString()}};
}

std::optional<ResponseKind> ReplyForm::kind() const
{
    const int id = m_answers->checkedId();
    if (id == -2)
        return static_cast<ResponseKind>(m_otherAnswer->property("kind").toInt());
    return id < 0 ? std::nullopt : std::optional{static_cast<ResponseKind>(id)};
}

void ReplyForm::fillServices(const ServiceId& wanted)
{
    const QSignalBlocker quiet{m_service};
    const QSignalBlocker quietPoints{m_pointsTo};
    const QVariant pointed = m_pointsTo->value();
    m_service->clear();
    m_pointsTo->clear();
    m_pointsTo->addChoice(tr("Nobody named"), QString{});
    const auto& leg = m_context.file.now.needs[need()].leg;
    const ServiceId chosen = !wanted.empty() ? wanted : (leg ? leg->service : ServiceId{});
    for (const auto& service : m_context.services) {
        m_service->addChoice(text(service.name), text(service.id.text()));
        m_pointsTo->addChoice(text(service.name), text(service.id.text()));
    }
    if (!chosen.empty() && m_service->findData(text(chosen.text())) < 0)
        m_service->addChoice(text(chosen.text()), text(chosen.text()));
    m_service->setValueQuietly(text(chosen.text()));
    m_pointsTo->setValueQuietly(pointed.isValid() ? pointed : QVariant{QString{}});
    m_serviceField->setHint(leg && leg->service == chosen ? QString{} : tr("This need has no referral there yet."));
    fillWorkers();
}

void ReplyForm::fillWorkers()
{
    const QSignalBlocker quiet{m_worker};
    const QVariant before = m_worker->value();
    m_worker->clear();
    m_worker->addChoice(tr("Not named yet"), QString{});
    const auto from = service();
    for (const auto& worker : m_context.workers)
        if (worker.active && from && worker.service == *from)
            m_worker->addChoice(text(worker.name), text(worker.id.text()));
    m_worker->setCurrentIndex(qMax(0, m_worker->findData(before)));
}

void ReplyForm::chooseOther(ResponseKind kind)
{
    for (const auto& answer : otherAnswers()) {
        if (answer.kind != kind)
            continue;
        m_otherAnswer->setText(answer.label);
        m_otherAnswer->setAccessibleName(answer.label);
    }
    m_otherAnswer->setProperty("kind", static_cast<int>(kind));
    m_otherAnswer->show();
    m_otherAnswer->update();
    if (m_otherAnswer->isChecked())
        kindChosen();
    m_otherAnswer->setChecked(true);
    m_otherAnswer->setFocus(Qt::OtherFocusReason);
}

void ReplyForm::kindChosen()
{
    m_answerField->setError({});
    m_reasonField->setError({});
    forgetWhyNoChallenge();
    refreshVisible();
    touch();
}

void ReplyForm::refreshVisible()
{
    const auto said = kind();
    const bool reasons = said && mayHaveReason(*said);
    const bool must = said == ResponseKind::declined;
    m_reasonField->setVisible(reasons);
    m_reasonField->setHint(must ? tr("Pick the closest. Counts as a bounce in reports.")
                                : tr("Only if they gave one. Pick the closest."));
    const auto reason = m_reason->reason();
    m_weeksField->setVisible(reasons && reason && reason->text() == abstinence);
    m_pointsToField->setVisible(reasons);
    m_workerField->setVisible(said && takesOn(*said));
    m_safety->setVisible(said && turnsAway(*said));
    refreshSuggestions();
}

void ReplyForm::refreshSuggestions()
{
    auto* flow = m_suggestions->layout();
    clearLayout(*flow);
    const auto said = kind();
    std::vector<engine::CodeCandidate> candidates;
    if (said && mayHaveReason(*said) && !m_reason->reason())
        candidates = engine::candidateCodes(m_policy, need(), m_words->toPlainText().toStdString());
    if (candidates.size() > fewSuggestions)
        candidates.resize(fewSuggestions);
    m_suggestions->setVisible(!candidates.empty());
    if (candidates.empty())
        return;
    flow->addWidget(plainLabel(tr("Sounds like"), Type::small, Color::ink3, m_suggestions));
    for (const auto& candidate : candidates) {
        auto* use = new Button{
            m_theme,      tr("%1: use it").arg(text(candidate.label)), ButtonKind::secondary, {}, ButtonSize::small,
            m_suggestions};
        connect(use, &QPushButton::clicked, this, [this, code = candidate.code] { m_reason->setReason(code); });
        flow->addWidget(use);
    }
    m_suggestions->updateGeometry();
}

void ReplyForm::touch()
{
    if (m_filling)
        return;
    m_touched = true;
    emit changed();
}

std::optional<app::RecordInput> ReplyForm::input() const
{
    const auto said = kind();
    const auto from = service();
    if (!said || !from || (said == ResponseKind::declined && !m_reason->reason()))
        return std::nullopt;
    event::Response response{need(), *from, *said, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
    if (mayHaveReason(*said)) {
        response.reason = m_reason->reason();
        if (response.reason && response.reason->text() == abstinence && m_weeks->value() > 0)
            response.abstinenceWeeks = m_weeks->value();
        if (const QString to = m_pointsTo->value().toString(); !to.isEmpty())
            response.pointsTo = ServiceId{to.toStdString()};
    }
    if (const QString worker = m_worker->value().toString(); takesOn(*said) && !worker.isEmpty())
        response.worker = WorkerId{worker.toStdString()};

    app::RecordInput input;
    input.at = std::min(m_now, instantOf(m_received->dateTime()));
    input.body = response;
    input.words = m_words->toPlainText().toStdString();
    input.channel = m_channel->value().toString().toStdString();
    input.toldBy = m_toldBy->text().trimmed().toStdString();
    if (turnsAway(*said))
        input.safety = m_safety->facts();
    input.whyNotChallenged = m_whyField->isHidden() ? std::string{} : m_why->toPlainText().trimmed().toStdString();
    return input;
}

bool ReplyForm::check()
{
    m_answerField->setError(kind() ? QString{} : tr("Choose what they said"));
    m_serviceField->setError(service() ? QString{} : tr("Choose who answered"));
    const bool needsReason = kind() == ResponseKind::declined && !m_reason->reason();
    const bool unknown = m_reasonField->isVisible() && m_reason->isUnknownText();
    m_reasonField->setError(needsReason || unknown ? tr("Pick the closest reason from the list") : QString{});
    for (auto* field : {m_serviceField, m_answerField, m_reasonField}) {
        if (!field->hasError())
            continue;
        QWidget* to =
            field == m_answerField ? static_cast<QWidget*>(m_answers->buttons().constFirst()) : field->editor();
        to->setFocus(Qt::TabFocusReason);
        return false;
    }
    return true;
}

bool ReplyForm::showError(const Error& error)
{
    const QString where = text(error.where);
    FieldBox* field = nullptr;
    if (where.contains(QLatin1String("reason")))
        field = m_reasonField;
    else if (where.contains(QLatin1String("worker")))
        field = m_workerField;
    else if (where.contains(QLatin1String("points_to")))
        field = m_pointsToField;
    else if (where.contains(QLatin1String("service")))
        field = m_serviceField;
    else if (where == QLatin1String("at") || where == QLatin1String("/at"))
        field = m_receivedField;
    if (field == nullptr || field->isHidden())
        return false;
    field->setError(words(error));
    return true;
}

bool ReplyForm::askWhyNoChallenge()
{
    if (!m_whyField->isHidden() && !m_why->toPlainText().trimmed().isEmpty())
        return true;
    m_whyField->setError(m_whyField->isHidden() ? QString{} : tr("Say why, so that the report can show it"));
    m_whyField->show();
    m_why->setFocus(Qt::OtherFocusReason);
    return false;
}

void ReplyForm::forgetWhyNoChallenge()
{
    m_whyField->hide();
    m_whyField->setError({});
}

}  // namespace holdfast::ui
