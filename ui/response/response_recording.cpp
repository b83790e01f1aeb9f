// Recording a reply: what must be on the screen before, the two events that go out, and what happens when somebody else
// was first.
#include "response/response_dialog_parts.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

namespace holdfast::ui {

void ResponseDialog::Parts::record(bool challenge)
{
    if (sending || !context || !form->check())
        return;
    const auto input = form->input();
    if (!input)
        return;
    if (!outcome || judged != input->body) {
        // The engine has not judged this answer yet: what it says must be on the screen before anything is recorded.
        askPreview();
        return;
    }
    auto sent = *input;
    sent.person = person;
    sent.seenVersion = context->file.version;
    sent.command = command;
    if (challenge)
        sent.whyNotChallenged.clear();
    send(sent, challenge);
}

void ResponseDialog::Parts::send(const app::RecordInput& input, bool challenge)
{
    sending = true;
    primary->setBusy(true);
    recordOnly->setEnabled(false);
    app::RecordInput second;
    second.person = person;
    second.command = challengeCommand;
    second.at = desk.clock().now();
    const auto& response = std::get<event::Response>(input.body);
    second.body = event::ChallengeSent{response.need, response.service};
    desk.ask(
        &dialog,
        [input, second, challenge](UseCases& cases, const app::Session& session) mutable -> Result<LoggedReply> {
            auto first = cases.cases.record(session, input);
            if (!first)
                return std::move(first).error();
            LoggedReply reply;
            reply.person = input.person;
            reply.outcome = *std::move(first);
            reply.events.push_back(reply.outcome.event);
            if (!challenge)
                return reply;
            second.seenVersion = reply.outcome.version;
            auto sent = cases.cases.record(session, second);
            if (!sent) {
                reply.challengeFailed = sent.error();
                return reply;
            }
            reply.events.push_back(sent->event);
            auto verdictOfReply = std::move(reply.outcome.verdict);
            reply.outcome = *std::move(sent);
            reply.outcome.verdict = std::move(verdictOfReply);
            reply.challenged = true;
            return reply;
        },
        [this](const Result<LoggedReply>& reply) { takeRecorded(reply); });
}

void ResponseDialog::Parts::takeRecorded(const Result<LoggedReply>& answer)
{
    sending = false;
    primary->setBusy(false);
    recordOnly->setEnabled(true);
    if (!answer) {
        if (answer.error().code == ErrorCode::conflict) {
            command = desk.newCommand();
            load();
        } else if (!form->showError(answer.error())) {
            tell(Banner::Kind::stop, refusalWords(answer.error()), tr(" Nothing was recorded."), {});
        }
        return;
    }
    auto reply = *answer;
    if (reply.challenged)
        reply.said = tr("Reply recorded and challenged. The hold stays on.");
    else if (reply.challengeFailed)
        reply.said = tr("Reply recorded. The challenge was not: %1").arg(words(*reply.challengeFailed));
    else
        reply.said = tr("Reply recorded.");
    dialog.setUnsaved(false);
    emit dialog.recorded(reply);
    dialog.accept();
}

void ResponseDialog::Parts::explainConflict()
{
    QString who = tr("Someone");
    if (!context->file.history.empty()) {
        const auto latest = std::max_element(context->file.history.begin(), context->file.history.end(),
                                             [](const auto& a, const auto& b) { return a.seq < b.seq; });
        const auto name = context->file.names.workers.find(latest->author);
        if (name != context->file.names.workers.end())
            who = text(name->second);
        const QString what = describe(latest->event, context->file.names).title;
        const QString when = recordedWords(latest->event.recordedAt, desk.clock().now());
        tell(Banner::Kind::caution, tr("%1 recorded something while you typed. ").arg(who),
             tr("%1: %2. Your answers are kept. Look at the right side again, then record.").arg(when, what), {});
        return;
    }
    tell(Banner::Kind::caution, tr("%1 recorded something while you typed. ").arg(who),
         tr("Your answers are kept. Look again, then record."), {});
}

}  // namespace holdfast::ui
