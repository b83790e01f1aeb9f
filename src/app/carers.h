// Carers of a person: who they are, what they may be told now, their calls and the calls back they are owed. What they
// tell is always heard.
#pragma once

#include "app/cases.h"
#include "domain/consent.h"

#include <map>
#include <string>
#include <vector>

namespace holdfast::app {

struct CarerView {
    Carer carer;
    CarerLink link;
    int others = 0;                              ///< how many others they care for
    std::map<CarerTopic, ShareVerdict> mayTell;  ///< of every topic, today
    ConsentStanding standing = ConsentStanding::notAsked;
    std::optional<Consent> consent;  ///< the answer that counts
    ConsentDue due = ConsentDue::none;
    bool young = false;
};

/// A call as the worker who asks may see it.
struct CallLine {
    CarerCall call;
    std::string words;     ///< of its note, as it reads now; empty when they may not read it
    bool inError = false;  ///< its note was entered in error
    bool mayUndo = false;
};

struct CarerList {
    std::vector<CarerView> carers;  ///< those who care now first
    std::vector<CallLine> calls;    ///< newest first
    NameBook names;
    Date today{};
};

struct SaveCarerInput {
    PersonId person;
    Carer carer;  ///< without an id: new
    CarerLink link;
    CommandId command;  ///< of a new one
};

struct CallInput {
    PersonId person;
    CarerId carer;
    ContactDirection direction = ContactDirection::in;
    ContactOutcome outcome = ContactOutcome::spoke;
    Instant at{};
    std::string summary;  ///< one line: who rang, and that they were heard
    std::string said;     ///< what the carer told us, in their words
    bool inConfidence = false;
    std::string toldWords;
    std::vector<CarerTopic> told;
    std::string agreedNow;  ///< of a topic to ask first: what the person said when asked today
    std::optional<CallBack> owed;
    CommandId command;
};

/// What somebody on record is called, and whom they care for.
struct FoundCarer {
    Carer carer;
    bool ofThisPerson = false;
};

struct OwedCall {
    CarerCall call;
    std::string carerName;
    std::string phone;
    std::string personName;
};

class Carers {
public:
    explicit Carers(Workspace& workspace) : m_workspace{workspace} {}

    Result<CarerList> list(const Session& session, const PersonId& person);
    /// Carers on record by the beginning of a name: one carer may care for two people.
    Result<std::vector<FoundCarer>> search(const Session& session, const PersonId& person, const std::string& text);

    /// ErrorCode::conflict with `where` "version" when either was saved meanwhile.
    Result<CarerView> save(const Session& session, const SaveCarerInput& input);

    /// Writes the call and, with its words, a shared note. ErrorCode::refused with `where` "share" when something was
    /// told that may not be; `detail` is the code of the reason.
    Result<CarerCallId> logCall(const Session& session, const CallInput& input);
    /// The call is undone and its note entered in error, for this reason.
    Result<Done> undoCall(const Session& session, const PersonId& person, const CarerCallId& call,
                          const std::string& reason, const CommandId& command);
    /// Rung back, or owed again.
    Result<Done> setCalledBack(const Session& session, const PersonId& person, const CarerCallId& call, bool done);

    /// What the worker owes, the soonest first.
    Result<std::vector<OwedCall>> owed(const Session& session);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
