#include "assessment/other_routes_sheet.h"
#include "assessment/route_panel.h"
#include "theme/theme.h"
#include "words/waits.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

const ServiceId lantern{"lantern"};
const ServiceId hub{"hub"};

struct Fixture {
    Theme theme;
    record::AssessmentForm form;
    app::AssessmentPreview preview;
    std::vector<report::ExpectedWait> waits{
        {lantern, Date{std::chrono::year{2024} / 11 / 22}, 14, report::ExpectedWait::Estimate{63, 41, 90, 120}, 40},
        {hub, Date{std::chrono::year{2024} / 11 / 22}, 3, std::nullopt, 40}};

    Fixture()
    {
        form.status.substanceUse = NeedStatus::present;
        preview.names.services = {{lantern, "Lantern"}, {hub, "Hub"}};
        preview.decision.lead.need = Need::substanceUse;
        preview.decision.draft = {{Need::substanceUse, lantern}};
        for (const ServiceId& id : {lantern, hub}) {
            engine::Candidate candidate;
            candidate.service = id;
            candidate.name = id.str();
            candidate.match = true;
            candidate.waitDays = 40;
            preview.decision.candidates.substanceUse.push_back(candidate);
        }
    }
};

QStringList texts(const QWidget& widget)
{
    QStringList lines;
    for (const auto* label : widget.findChildren<QLabel*>())
        lines << label->text();
    return lines;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "the recommended service stands with its expected wait, once that is known")
{
    RoutePanel panel{theme};
    panel.showRoute(preview, form, {}, QStringLiteral("Dani"));
    CHECK(texts(panel).contains(QStringLiteral("Lantern")));

    panel.setWaits(waits);
    panel.showRoute(preview, form, {}, QStringLiteral("Dani"));
    CHECK(texts(panel).contains(QStringLiteral("Lantern, usually 63 days")));
}

TEST_CASE_METHOD(Fixture, "every other route says what people have waited, or that the service says so")
{
    QWidget window;
    OtherRoutesSheet sheet{theme, preview, form, {}, waits, window};
    QStringList said;
    for (const auto* label : sheet.findChildren<QLabel*>(QStringLiteral("candidateWait")))
        said << label->text();

    CHECK(said == QStringList{expectedWaitWords(waits[0]), expectedWaitWords(waits[1])});
    CHECK(said.last().startsWith(QStringLiteral("The service says about 40 days; Holdfast has seen 3 waits")));
}
