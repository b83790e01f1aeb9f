#include "store/schema.h"

#include "embedded_sql.h"

#include <array>

namespace holdfast::store {
namespace {

constexpr std::array sqliteSteps{
    db::Migration{1, "0001_people", sql::sqlite_0001_people},
    db::Migration{2, "0002_events", sql::sqlite_0002_events},
    db::Migration{3, "0003_caches", sql::sqlite_0003_caches},
    db::Migration{4, "0004_policies", sql::sqlite_0004_policies},
    db::Migration{5, "0005_documents", sql::sqlite_0005_documents},
    db::Migration{7, "0007_cover", sql::sqlite_0007_cover},
    db::Migration{8, "0008_places", sql::sqlite_0008_places},
    db::Migration{9, "0009_waits", sql::sqlite_0009_waits},
    db::Migration{10, "0010_protocols", sql::sqlite_0010_protocols},
    db::Migration{11, "0011_local_guides", sql::sqlite_0011_local_guides},
    db::Migration{12, "0012_notes", sql::sqlite_0012_notes},
    db::Migration{13, "0013_draft_history", sql::sqlite_0013_draft_history},
    db::Migration{14, "0014_found_text", sql::sqlite_0014_found_text},
    db::Migration{15, "0015_consent_and_carers", sql::sqlite_0015_consent_and_carers},
    db::Migration{16, "0016_story", sql::sqlite_0016_story},
    db::Migration{17, "0017_plans", sql::sqlite_0017_plans},
    db::Migration{19, "0019_word_list", sql::sqlite_0019_word_list},
    db::Migration{20, "0020_meetings", sql::sqlite_0020_meetings},
    db::Migration{21, "0021_went_well", sql::sqlite_0021_went_well},
};

constexpr std::array postgresSteps{
    db::Migration{1, "0001_people", sql::postgres_0001_people},
    db::Migration{2, "0002_events", sql::postgres_0002_events},
    db::Migration{3, "0003_caches", sql::postgres_0003_caches},
    db::Migration{4, "0004_policies", sql::postgres_0004_policies},
    db::Migration{5, "0005_documents", sql::postgres_0005_documents},
    db::Migration{7, "0007_cover", sql::postgres_0007_cover},
    db::Migration{8, "0008_places", sql::postgres_0008_places},
    db::Migration{9, "0009_waits", sql::postgres_0009_waits},
    db::Migration{10, "0010_protocols", sql::postgres_0010_protocols},
    db::Migration{11, "0011_local_guides", sql::postgres_0011_local_guides},
    db::Migration{12, "0012_notes", sql::postgres_0012_notes},
    db::Migration{13, "0013_draft_history", sql::postgres_0013_draft_history},
    db::Migration{14, "0014_found_text", sql::postgres_0014_found_text},
    db::Migration{15, "0015_consent_and_carers", sql::postgres_0015_consent_and_carers},
    db::Migration{16, "0016_story", sql::postgres_0016_story},
    db::Migration{17, "0017_plans", sql::postgres_0017_plans},
    db::Migration{19, "0019_word_list", sql::postgres_0019_word_list},
    db::Migration{20, "0020_meetings", sql::postgres_0020_meetings},
    db::Migration{21, "0021_went_well", sql::postgres_0021_went_well},
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
