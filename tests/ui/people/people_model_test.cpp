#include "people/people_model.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace holdfast;
using holdfast::ui::PeopleModel;

namespace {

/// Keeps each request until the test answers it.
struct Pages {
    std::vector<std::string> asked;
    std::vector<PeopleModel::Receive> waiting;

    PeopleModel::Fetch fetch()
    {
        return [this](const std::string& after, const PeopleModel::Receive& receive) {
            asked.push_back(after);
            waiting.push_back(receive);
        };
    }
};

app::PeoplePage pageOf(const std::string& name, const std::string& next)
{
    app::PersonRow row;
    row.id = PersonId{name};
    row.name = name;
    row.fullName = name;
    row.nhsNumber = "9995260182";
    row.status = {NeedStatus::present, NeedStatus::none};
    row.detail.mentalHealth = "depression";
    row.leg.mentalHealth = LegState::accepted;
    return {{row}, next};
}

}  // namespace

TEST_CASE("people are asked for page by page until the last")
{
    Pages pages;
    PeopleModel model{pages.fetch()};
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    CHECK_FALSE(model.canFetchMore({}));  // nobody has looked at it yet
    model.reload();
    CHECK_FALSE(model.canFetchMore({}));  // one request at a time
    pages.waiting[0](pageOf("Abel", "after-abel"));
    model.fetchMore({});
    pages.waiting[1](pageOf("Bea", ""));

    CHECK(model.rowCount() == 2);
    CHECK(pages.asked[1] == "after-abel");
    CHECK_FALSE(model.canFetchMore({}));
}

TEST_CASE("an answer to an earlier search is dropped")
{
    Pages pages;
    PeopleModel model{pages.fetch()};
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    model.reload();
    model.reload();
    model.fetchMore({});
    pages.waiting[0](pageOf("Stale", ""));
    CHECK(model.rowCount() == 0);
    pages.waiting[1](pageOf("Fresh", ""));
    CHECK(model.rowAt(0).name == "Fresh");
}

TEST_CASE("a failed page is told once and not asked for in a loop")
{
    Pages pages;
    PeopleModel model{pages.fetch()};
    QSignalSpy failures{&model, &PeopleModel::failed};

    model.reload();
    pages.waiting[0](Error{ErrorCode::unavailable, {}, {}});

    CHECK(failures.count() == 1);
    CHECK_FALSE(model.canFetchMore({}));
}

TEST_CASE("a row says how each need stands, in words")
{
    Pages pages;
    PeopleModel model{pages.fetch()};
    model.reload();
    pages.waiting[0](pageOf("Abel", ""));

    const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
    CHECK(cell(PeopleModel::MentalHealth) == QStringLiteral("Accepted, Depression"));
    CHECK(cell(PeopleModel::SubstanceUse) == QStringLiteral("No need found"));
    CHECK(cell(PeopleModel::NhsNumber) == QStringLiteral("999 526 0182"));
    CHECK(cell(PeopleModel::Born) == QStringLiteral("Not recorded"));
}
