// What is behind the sheet of Log a reply; only its own sources include this.
#pragma once

#include "async/desk.h"
#include "response/reply_form.h"
#include "response/response_dialog.h"
#include "response/verdict_panel.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"

#include <QTimer>

class QBoxLayout;
class QVBoxLayout;

namespace holdfast::ui {

/// Everything behind the sheet: the two halves, the case as it was read, and the command that is on its way.
struct ResponseDialog::Parts {
    Parts(ResponseDialog& owner, Desk& itsDesk, const PersonId& who, Need which, const ServiceId& from)
        : dialog{owner}, desk{itsDesk}, person{who}, need{which}, answers{from}
    {}

    void build();
    void load();
    void take(const ReplyContext& loaded);
    void fillHeader();
    void refreshTitle();
    void askPreview();
    void takePreview(const Result<app::RecordOutcome>& outcome);
    void refreshButtons();
    void record(bool challenge);
    void send(const app::RecordInput& input, bool challenge);
    void takeRecorded(const Result<LoggedReply>& reply);
    void explainConflict();
    void tell(Banner::Kind kind, const QString& strong, const QString& rest, const QString& action);
    void arrange();
    bool isNever() const { return outcome && outcome->verdict && outcome->verdict->cls == BounceClass::never; }

    ResponseDialog& dialog;
    Desk& desk;
    PersonId person;
    Need need;
    ServiceId answers;  ///< whose answer is expected; may be empty
    std::optional<ReplyContext> context;
    std::optional<app::RecordOutcome> outcome;
    EventBody judged;  ///< the answer that `outcome` is about
    CommandId command;
    CommandId challengeCommand;
    int asked = 0;
    bool sending = false;
    bool isStacked = false;

    QTimer delay;
    QBoxLayout* halves = nullptr;
    QVBoxLayout* notices = nullptr;
    Banner* notice = nullptr;
    ReplyForm* form = nullptr;
    VerdictPanel* verdict = nullptr;
    Button* recordOnly = nullptr;
    Button* primary = nullptr;
};

}  // namespace holdfast::ui
