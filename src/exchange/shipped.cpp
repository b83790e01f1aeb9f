#include "exchange/shipped.h"

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

}  // namespace holdfast::exchange
