#include "referrals/referrals_page.h"

#include "referrals/referral_model.h"
#include "shell/settings_store.h"
#include "ui/support/open_desk.h"
#include "widgets/buttons.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    MemorySettings settings;
    std::unique_ptr<ReferralsPage> page;
    QTableView* table = nullptr;

    Fixture()
    {
        referTogether();
        make();
    }
    void make()
    {
        page = std::make_unique<ReferralsPage>(*desk, theme, settings);
        table = page->findChild<QTableView*>(QStringLiteral("referralTable"));
        page->resize(1300, 700);
        page->show();
        page->refresh();
    }
    bool shows(int rows)
    {
        return eventually([&] { return table->model()->rowCount() == rows; });
    }
    ToggleChip* chip(app::ReferralFilter filter)
    {
        return page->findChild<ToggleChip*>(QStringLiteral("filter%1").arg(static_cast<int>(filter)));
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "both legs of a joint referral are listed with what happens next")
{
    REQUIRE(shows(2));
    const QAbstractItemModelTester tester{table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    for (int row = 0; row < 2; ++row) {
        CHECK(table->model()->index(row, ReferralModel::Person).data().toString() == QStringLiteral("Tomasz Brandt"));
        CHECK_FALSE(table->model()->index(row, ReferralModel::Next).data().toString().isEmpty());
        CHECK_FALSE(table->model()->index(row, ReferralModel::Holder).data().toString().isEmpty());
    }
}

TEST_CASE_METHOD(Fixture, "a filter narrows the list and is there again next time")
{
    REQUIRE(shows(2));
    chip(app::ReferralFilter::refused)->click();
    REQUIRE(shows(0));
    make();
    CHECK(chip(app::ReferralFilter::refused)->isChecked());
    REQUIRE(shows(0));
    chip(app::ReferralFilter::all)->click();
    REQUIRE(shows(2));
}

TEST_CASE_METHOD(Fixture, "a page that is not shown counts late replies without loading its list again")
{
    REQUIRE(shows(2));
    QSignalSpy counted{page.get(), &ReferralsPage::countChanged};
    QSignalSpy loaded{table->model(), &QAbstractItemModel::modelReset};
    clock.advance(std::chrono::days{9});
    must(now([](auto& use, const auto& session) { return use.worklist.sweep(session); }));
    page->count();
    REQUIRE(eventually([&] { return counted.count() == 1; }));
    CHECK(counted.front().front().toInt() == 2);
    CHECK(loaded.count() == 0);
    page->refresh();
    REQUIRE(eventually([&] { return counted.count() == 2; }));
    CHECK(counted.back().front().toInt() == 2);
    CHECK(loaded.count() > 0);
}

TEST_CASE_METHOD(Fixture, "the selected referral leads to its person and to a reply about its need")
{
    REQUIRE(shows(2));
    QSignalSpy asked{page.get(), &ReferralsPage::personRequested};
    QSignalSpy reply{page.get(), &ReferralsPage::replyRequested};
    CHECK_FALSE(page->actions().first()->isEnabled());
    table->selectRow(0);
    page->actions().first()->trigger();
    CHECK(reply.count() == 1);
    emit table->activated(table->currentIndex());
    CHECK(asked.count() == 1);
}
