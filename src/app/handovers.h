// Handing a person over from one worker to another: the giver writes and signs, the receiver agrees, and only then it
// changes who holds what.
#pragma once

#include "app/cases.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/handover_pack.h"
#include "letters/document.h"

#include <string>
#include <vector>

namespace holdfast::app {

/// What the giver begins with.
struct HandoverBeginning {
    Person person;
    HandoverText text;  ///< from the record, for the giver to go over
    std::vector<OpenNeed> open;
    std::vector<Need> mine;         ///< what the worker who asks holds
    std::vector<Worker> receivers;  ///< of the same service, who are here
    NameBook names;
};

struct WriteHandoverInput {
    PersonId person;
    WorkerId to;
    NeedScope need = NeedScope::both;
    bool leaving = false;
    HandoverText text;
    CommandId command;
};

struct AnswerHandoverInput {
    HandoverPackId pack;
    HandoverAnswerKind kind = HandoverAnswerKind::agreed;
    std::string reason;  ///< of a refusal
    CommandId command;
};

/// A pack as a list shows it.
struct HandoverLine {
    HandoverRecord record;
    std::string personName;
};

struct HandoverLines {
    std::vector<HandoverLine> lines;  ///< newest first
    NameBook names;
};

class Handovers {
public:
    explicit Handovers(Workspace& workspace) : m_workspace{workspace} {}

    Result<HandoverBeginning> begin(const Session& session, const PersonId& person);
    /// Signed by the giver. ErrorCode::invalid with `where` a field of the text; ErrorCode::refused as checkHandover()
    /// says, or "handover.waits" when one of theirs waits already.
    Result<HandoverRecord> write(const Session& session, const WriteHandoverInput& input);
    /// Agreeing records who holds what from now on. ErrorCode::conflict with `where` "pack" when it has an answer already.
    Result<HandoverRecord> answer(const Session& session, const AnswerHandoverInput& input);

    Result<HandoverLines> of(const Session& session, const PersonId& person);
    /// Those that wait, written by the worker who asks or for them to agree.
    Result<HandoverLines> waiting(const Session& session);
    Result<letters::Document> onPaper(const Session& session, const HandoverPackId& pack);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
