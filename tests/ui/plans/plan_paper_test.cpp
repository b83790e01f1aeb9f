#include "plans/plan_paper.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

app::PlanOnPaper aPaper(PlanKind kind)
{
    app::PlanOnPaper paper;
    paper.person.givenName = "Danielle";
    paper.person.familyName = "Okafor";
    paper.plan.number = 2;
    paper.plan.author = WorkerId{"priya"};
    paper.plan.service = ServiceId{"lantern"};
    paper.plan.content.kind = kind;
    for (const PlanSection& section : sectionsOf(kind))
        paper.plan.content.answers[std::string{section.code}] = "Said of " + std::string{section.code};
    paper.plan.content.lines = {{"l1", NeedScope::both, "Ring", WorkerId{"priya"}, {}, Date{}},
                                {"l2", NeedScope::mentalHealth, "Write", {}, "Grace", Date{}}};
    paper.plan.content.accord = PlanAccord::agreed;
    paper.plan.content.personsView = "My own words.";
    paper.marks = {{{}, "l2", 1, true, WorkerId{"priya"}, {}}};
    paper.names.workers[WorkerId{"priya"}] = "Priya Raman";
    paper.names.services[ServiceId{"lantern"}] = "Lantern";
    return paper;
}

}  // namespace

TEST_CASE("a plan on paper has every section, who does what, and what the person says to it")
{
    for (const PlanKind kind : allPlanKinds) {
        const auto document = planDocument(aPaper(kind), false);
        const std::string text = letters::plainText(document);
        for (const PlanSection& section : sectionsOf(kind))
            CHECK(text.find("Said of " + std::string{section.code}) != std::string::npos);
        CHECK(text.find("Ring\tPriya Raman") != std::string::npos);
        CHECK(text.find("Write\tGrace\tDone") != std::string::npos);
        CHECK(text.find("My own words.") != std::string::npos);
        CHECK(document.variant == letters::Variant::standard);
        CHECK(document.title.find("Okafor") == std::string::npos);
    }
}

TEST_CASE("a safety plan on paper does not say which service it is from")
{
    const auto document = planDocument(aPaper(PlanKind::safety), true);
    CHECK_FALSE(document.letterhead);
    CHECK(letters::plainText(document).find("Lantern") == std::string::npos);
    CHECK(document.variant == letters::Variant::largePrint);
    CHECK(planDocument(aPaper(PlanKind::care), false).letterhead);
}
