// What a person agreed to share: recording it, what stands against sharing, and sharing outside it by those who may.
#pragma once

#include "app/cases.h"
#include "domain/consent.h"

#include <string>
#include <vector>

namespace holdfast::app {

/// How one kind of sharing stands today.
struct ConsentLine {
    ShareKind with = ShareKind::betweenServices;
    CarerId carer;  ///< with a carer: which
    ConsentStanding standing = ConsentStanding::notAsked;
    ShareVerdict verdict;                ///< for anything of the person at all; of a carer for what was agreed
    std::optional<Consent> now;          ///< the answer that counts
    ConsentDue due = ConsentDue::none;   ///< whether to ask again
    std::vector<ConsentRecord> earlier;  ///< newest first, those in error among them
};

struct ConsentList {
    std::vector<ConsentLine> lines;          ///< one for each kind but carers, in their order; then one for each carer
    std::vector<ShareException> exceptions;  ///< newest first
    NameBook names;
    Date today{};
};

/// One who could be given something, and what stands against it.
struct RecipientLine {
    Recipient to;
    std::string carerName;  ///< as they like to be called, with what they are to the person
    ShareVerdict verdict;
};

struct ConsentInput {
    Consent consent;  ///< id, worker, role, service, recordedAt and command are filled in
    ConsentId seen;   ///< the answer that counted when this was begun; empty when there was none
    CommandId command;
};

struct ConsentErrorInput {
    PersonId person;
    ConsentId consent;
    std::string reason;
    CommandId command;
};

struct ExceptionInput {
    PersonId person;
    ShareKind with = ShareKind::carer;
    CarerId carer;
    std::vector<CarerTopic> topics;
    ExceptionGrounds grounds = ExceptionGrounds::overridden;
    std::string reason;
    CommandId command;
};

class Consents {
public:
    explicit Consents(Workspace& workspace) : m_workspace{workspace} {}

    Result<ConsentList> list(const Session& session, const PersonId& person);

    /// The person, every kind but carers, then each carer there is now; for these topics.
    Result<std::vector<RecipientLine>> recipients(const Session& session, const PersonId& person,
                                                  const std::vector<CarerTopic>& topics);

    /// ErrorCode::conflict with `where` "seen" when somebody recorded another answer meanwhile; ErrorCode::invalid as
    /// checkConsent(), or with `where` "decision" when there is nothing to withdraw.
    Result<ConsentId> record(const Session& session, const ConsentInput& input);
    /// What undo does too: the answer before counts again.
    Result<Done> enterInError(const Session& session, const ConsentErrorInput& input);
    /// For today only. Asking the person needs no more than recording a consent; overriding is for those who may.
    Result<ShareExceptionId> shareOutside(const Session& session, const ExceptionInput& input);

private:
    Workspace& m_workspace;
};

inline constexpr std::size_t longestShareReason = 1'000;

}  // namespace holdfast::app
