// The one gate of everything that leaves the services: what the person agreed to, as the store knows it now.
#pragma once

#include "app/workspace.h"
#include "domain/consent.h"
#include "letters/compose.h"

#include <optional>

namespace holdfast::app {

/// What would be shared; `carer` and `topics` as in ShareQuestion. Inside the caller's transaction.
ShareVerdict sharingNow(Workspace& workspace, const PersonId& person, ShareKind with, const CarerId& carer = {},
                        std::vector<CarerTopic> topics = {});

/// Done, or ErrorCode::refused with `where` "share" and the code of the reason as `detail`.
Result<Done> requireSharing(const ShareVerdict& verdict);

struct Sharing {
    ShareKind with = ShareKind::betweenServices;
    CarerId carer;
    std::vector<CarerTopic> topics;
    friend bool operator==(const Sharing&, const Sharing&) = default;
};

/// What a letter shares; nothing when it names nobody or goes to the person.
std::optional<Sharing> sharingOf(const letters::Request& request, const Directory& directory);

/// What of the person is in something about this need.
std::vector<CarerTopic> topicsAbout(NeedScope need);

/// As requireSharing, for notes and papers that are taken out; what the person is given needs nobody's word but theirs.
Result<Done> requireSharing(Workspace& workspace, const PersonId& person, const Recipient& to,
                            std::vector<CarerTopic> topics);
std::string nameOf(const Recipient& to);  ///< for the audit: "gp"

/// As requireSharing, for a letter.
Result<Done> requireSharing(Workspace& workspace, const PersonId& person, const letters::Request& request);

/// Both needs, to the services that treat them: what a joint referral says.
Result<Done> requireReferralSharing(Workspace& workspace, const PersonId& person);

/// A letter to a carer says what the person agreed to and no more, whatever was asked for. ErrorCode::invalid with
/// `where` "carer" when nobody on record is named.
Result<letters::Request> withAgreedTopics(Workspace& workspace, const PersonId& person, letters::Request request);

}  // namespace holdfast::app
