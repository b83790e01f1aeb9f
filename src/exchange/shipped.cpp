#include "exchange/shipped.h"

#include "exchange/calendar_reader.h"
#include "exchange/instrument_reader.h"
#include "exchange/policy_reader.h"
#include "shipped_texts.h"

#include <array>

namespace holdfast::exchange {

std::string_view shippedCalendar()
{
    return texts::calendar_england;
}

std::string_view shippedPolicy()
{
    return texts::policy_england;
}

std::span<const std::string_view> shippedInstruments()
{
    static constexpr std::array all{
        texts::instruments_audit,     texts::instruments_audit_c, texts::instruments_dudit, texts::instruments_dast_10,
        texts::instruments_sds,       texts::instruments_phq_9,   texts::instruments_phq_2, texts::instruments_gad_7,
        texts::instruments_pc_ptsd_5, texts::instruments_core_10,
    };
    return all;
}

Result<Shipped> readShipped()
{
    auto policy = readPolicy(shippedPolicy());
    if (!policy)
        return std::move(policy).error();
    auto instruments = readInstruments(shippedInstruments());
    if (!instruments)
        return std::move(instruments).error();
    auto days = workingDaysUnder(*policy);
    if (!days)
        return std::move(days).error();
    return Shipped{*std::move(policy), *std::move(instruments), *std::move(days)};
}

Result<WorkingDays> workingDaysUnder(const Policy& policy)
{
    auto special = readCalendar(shippedCalendar());
    if (!special)
        return std::move(special).error();
    special.value().insert(special.value().end(), policy.specialDays.begin(), policy.specialDays.end());
    return WorkingDays{*special};
}

}  // namespace holdfast::exchange
