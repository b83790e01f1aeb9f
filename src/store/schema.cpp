#include "store/schema.h"

#include "embedded_sql.h"

#include <array>

namespace holdfast::store {
namespace {

constexpr std::array sqliteSteps{
    db::Migration{1, "0001_people", embedded::sqlite_0001_people},
    db::Migration{2, "0002_events", embedded::sqlite_0002_events},
    db::Migration{3, "0003_caches", embedded::sqlite_0003_caches},
    db::Migration{4, "0004_policies", embedded::sqlite_0004_policies},
    db::Migration{5, "0005_documents", embedded::sqlite_0005_documents},
    db::Migration{7, "0007_cover", embedded::sqlite_0007_cover},
    db::Migration{8, "0008_places", embedded::sqlite_0008_places},
    db::Migration{9, "0009_waits", embedded::sqlite_0009_waits},
    db::Migration{10, "0010_protocols", embedded::sqlite_0010_protocols},
    db::Migration{11, "0011_local_guides", embedded::sqlite_0011_local_guides},
    db::Migration{12, "0012_notes", embedded::sqlite_0012_notes},
    db::Migration{13, "0013_draft_history", embedded::sqlite_0013_draft_history},
    db::Migration{14, "0014_found_text", embedded::sqlite_0014_found_text},
    db::Migration{15, "0015_consent_and_carers", embedded::sqlite_0015_consent_and_carers},
    db::Migration{16, "0016_story", embedded::sqlite_0016_story},
    db::Migration{17, "0017_plans", embedded::sqlite_0017_plans},
    db::Migration{19, "0019_word_list", embedded::sqlite_0019_word_list},
    db::Migration{20, "0020_meetings", embedded::sqlite_0020_meetings},
    db::Migration{21, "0021_went_well", embedded::sqlite_0021_went_well},
    db::Migration{22, "0022_merges", embedded::sqlite_0022_merges},
    db::Migration{24, "0024_report", embedded::sqlite_0024_report},
    db::Migration{27, "0027_report_pages", embedded::sqlite_0027_report_pages},
    db::Migration{28, "0028_audit_chain", embedded::sqlite_0028_audit_chain},
    db::Migration{29, "0029_found_chunks", embedded::sqlite_0029_found_chunks},
    db::Migration{30, "0030_cost", embedded::sqlite_0030_cost},
    db::Migration{31, "0031_restricted", embedded::sqlite_0031_restricted},
    db::Migration{32, "0032_disposal", embedded::sqlite_0032_disposal},
    db::Migration{33, "0033_retention", embedded::sqlite_0033_retention},
};

constexpr std::array postgresSteps{
    db::Migration{1, "0001_people", embedded::postgres_0001_people},
    db::Migration{2, "0002_events", embedded::postgres_0002_events},
    db::Migration{3, "0003_caches", embedded::postgres_0003_caches},
    db::Migration{4, "0004_policies", embedded::postgres_0004_policies},
    db::Migration{5, "0005_documents", embedded::postgres_0005_documents},
    db::Migration{7, "0007_cover", embedded::postgres_0007_cover},
    db::Migration{8, "0008_places", embedded::postgres_0008_places},
    db::Migration{9, "0009_waits", embedded::postgres_0009_waits},
    db::Migration{10, "0010_protocols", embedded::postgres_0010_protocols},
    db::Migration{11, "0011_local_guides", embedded::postgres_0011_local_guides},
    db::Migration{12, "0012_notes", embedded::postgres_0012_notes},
    db::Migration{13, "0013_draft_history", embedded::postgres_0013_draft_history},
    db::Migration{14, "0014_found_text", embedded::postgres_0014_found_text},
    db::Migration{15, "0015_consent_and_carers", embedded::postgres_0015_consent_and_carers},
    db::Migration{16, "0016_story", embedded::postgres_0016_story},
    db::Migration{17, "0017_plans", embedded::postgres_0017_plans},
    db::Migration{19, "0019_word_list", embedded::postgres_0019_word_list},
    db::Migration{20, "0020_meetings", embedded::postgres_0020_meetings},
    db::Migration{21, "0021_went_well", embedded::postgres_0021_went_well},
    db::Migration{22, "0022_merges", embedded::postgres_0022_merges},
    db::Migration{24, "0024_report", embedded::postgres_0024_report},
    db::Migration{27, "0027_report_pages", embedded::postgres_0027_report_pages},
    db::Migration{28, "0028_audit_chain", embedded::postgres_0028_audit_chain},
    db::Migration{29, "0029_found_chunks", embedded::postgres_0029_found_chunks},
    db::Migration{30, "0030_cost", embedded::postgres_0030_cost},
    db::Migration{31, "0031_restricted", embedded::postgres_0031_restricted},
    db::Migration{32, "0032_disposal", embedded::postgres_0032_disposal},
    db::Migration{33, "0033_retention", embedded::postgres_0033_retention},
};

static_assert(sqliteSteps.size() == postgresSteps.size(), "every step exists for both dialects");

}  // namespace

db::Schema schema()
{
    return {sqliteSteps, postgresSteps};
}

std::span<const db::Migration> migrations(db::Dialect dialect)
{
    return schema().of(dialect);
}

}  // namespace holdfast::store
