// "Log a reply": what a service answered about one need, the engine's answer to it, and recording both.
#pragma once

#include "app/cases.h"
#include "widgets/dialog_sheet.h"

#include <functional>
#include <memory>
#include <vector>

namespace holdfast::ui {

class Desk;
class Theme;
class ToastArea;

/// What was saved, for the page behind and for the toast.
struct LoggedReply {
    PersonId person;
    app::RecordOutcome outcome;   ///< after everything was saved
    std::vector<EventId> events;  ///< the response and, if sent, the challenge: what Undo voids
    QString said;                 ///< "Reply recorded and challenged. The hold stays on.": never a name
    bool challenged = false;
    std::optional<Error> challengeFailed;  ///< the reply was recorded, the challenge was not
};

/// A sheet over the whole window. Make it, connect, call open(); it loads the case itself and deletes itself when it
/// closes. `need` and `service` are those it starts with; the worker can switch. An empty service is that of the
/// referral.
class ResponseDialog final : public DialogSheet {
    Q_OBJECT

public:
    ResponseDialog(Desk& desk, const Theme& theme, const PersonId& person, Need need, QWidget& window,
                   const ServiceId& service = {});
    ~ResponseDialog() override;

signals:
    void recorded(const holdfast::ui::LoggedReply& reply);
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The toast after a reply, with Undo. `changed` runs on the GUI thread when an undo was saved.
void announce(Desk& desk, ToastArea& toasts, QObject& receiver, const LoggedReply& reply,
              std::function<void()> changed);

}  // namespace holdfast::ui
