// After a reply was recorded: the toast that says so, and its Undo.
#include "async/desk.h"
#include "response/response_dialog.h"
#include "widgets/messages.h"
#include "words/events.h"

namespace holdfast::ui {

void announce(Desk& desk, ToastArea& toasts, QObject& receiver, const LoggedReply& reply, std::function<void()> changed)
{
    const auto undo = [&desk, &toasts, &receiver, reply, changed = std::move(changed)] {
        std::vector<std::pair<EventId, CommandId>> steps;
        for (auto event = reply.events.rbegin(); event != reply.events.rend(); ++event)
            steps.emplace_back(*event, desk.newCommand());
        desk.ask(
            &receiver,
            [person = reply.person, steps](UseCases& cases, const app::Session& session) -> Result<Done> {
                for (const auto& [event, command] : steps)
                    if (auto undone = cases.cases.undo(session, person, event, command); !undone)
                        return std::move(undone).error();
                return Done{};
            },
            [&toasts, changed](const Result<Done>& undone) {
                if (undone)
                    toasts.done(ResponseDialog::tr("Taken back. It stays in the history as entered in error."));
                else
                    toasts.failed(refusalWords(undone.error()));
                changed();
            });
    };
    toasts.done(reply.said, undo);
}

}  // namespace holdfast::ui
