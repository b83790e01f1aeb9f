#include "engine/todo.h"

namespace holdfast::engine {

TodoPlan planOf(TodoKind kind)
{
    switch (kind) {
    case TodoKind::askBoth: return {"ask_both", RuleCode::askBoth, 0, {}};
    case TodoKind::askCapacity: return {"ask_capacity", RuleCode::askCapacity, 0, {}};
    case TodoKind::confirmWithPerson: return {"confirm_with_person", RuleCode::handoverConfirm, 0, Flag::hearsay};
    case TodoKind::missedVisit: return {"missed_visit_follow_up", RuleCode::missedFollowUp, 0, {}};
    case TodoKind::callBack: return {"call_back", RuleCode::callBack, 0, {}};
    case TodoKind::safety: return {"safety_follow_up", RuleCode::safetySupervisor, 2, Flag::safety};
    case TodoKind::mdtAction: return {{}, RuleCode::mdtAction, 0, {}};
    case TodoKind::bereavement: return {"bereavement", RuleCode::bereavement, 0, {}};
    case TodoKind::phoneCall: return {"phone_call", RuleCode::informationLoop, 0, Flag::informationLoop};
    case TodoKind::crisisReassess: return {"crisis_reassess", RuleCode::crisisBounced, 2, Flag::crisisBounce};
    case TodoKind::askSafety: return {"ask_safety", RuleCode::crisisAskSafety, 0, {}};
    case TodoKind::outreach: return {"outreach", RuleCode::outreachTrust, 0, {}};
    case TodoKind::maskedLook: return {"second_look", RuleCode::maskedProposed, 2, Flag::masked};
    case TodoKind::feedback: return {"feed_back_outcome", RuleCode::feedbackOwed, 0, Flag::feedback};
    case TodoKind::secondOpinion: return {"second_opinion", RuleCode::secondOpinionAsked, 0, Flag::secondOpinion};
    case TodoKind::worse: return {"worse_review", RuleCode::supportWorse, 0, Flag::worse};
    case TodoKind::repeatAttendance:
        return {"repeat_attendance_review", RuleCode::repeatAttendance, 0, Flag::repeatAttendance};
    case TodoKind::reasonInWriting: return {"reason_in_writing", RuleCode::refuserReason, 0, {}};
    case TodoKind::namedContact: return {"named_contact", RuleCode::refuserContact, 0, {}};
    case TodoKind::protocolCheck: return {"protocol_check", RuleCode::protocolAsked, 0, {}};
    case TodoKind::protocolReview: return {"protocol_review", RuleCode::protocolOmitted, 2, Flag::protocol};
    }
    return {};
}

}  // namespace holdfast::engine
