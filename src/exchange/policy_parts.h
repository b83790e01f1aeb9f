// The parts of a policy file, each read on its own. They throw a Complaint; policy_reader.cpp catches it.
#pragma once

#include "domain/policy.h"
#include "exchange/json_input.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

/// A whole policy file; `rules` as in policy_reader.h.
Policy wholePolicy(const JsonIn& in, std::span<const std::string_view> rules);

policy::Reason policyReason(const JsonIn& in);
policy::Citation policyCitation(const JsonIn& in);
policy::Standard policyStandard(const JsonIn& in);
policy::LeadRule policyLeadRule(const JsonIn& in);
policy::Caution policyCaution(const JsonIn& in);
policy::Rung policyRung(const JsonIn& in, bool timed);
policy::SilenceClock policySilenceClock(const JsonIn& in);
policy::SilenceLadder policySilenceLadder(const JsonIn& in);
policy::Tennis policyTennis(const JsonIn& in);
policy::Safety policySafety(const JsonIn& in);
policy::UrgencyRule policyUrgencyRule(const JsonIn& in);
policy::DefaultReasons policyDefaultReasons(const JsonIn& in);
policy::Delays policyDelays(const JsonIn& in);
policy::Detections policyDetections(const JsonIn& in);

std::vector<std::string> policyTexts(const JsonIn& in);

}  // namespace holdfast::exchange
