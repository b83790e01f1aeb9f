#include "exchange/directory_csv.h"

#include "exchange/service_json.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

const std::string head = "id,name,kind,needs,min_age,max_age,hours,accepts_concurrent_use\n";

using Problems = std::vector<CsvProblem>;

Problems problemsOf(const std::string& rows)
{
    return readDirectoryCsv(head + rows).problems;
}

}  // namespace

TEST_CASE("a directory sheet becomes services")
{
    const auto sheet = readDirectoryCsv(
        "\xef\xbb\xbf"
        "needs,id,kind,name,hours,offers_group,areas\r\n"
        "mental_health; substance_use,both,other,\"Mill, Lane\",mon-fri 09:00-17:00; sat 10:00-12:00,yes,SG;AL1\r\n");
    CHECK(sheet.problems.empty());
    CHECK(sheet.rows == 1);
    REQUIRE(sheet.services.size() == 1);
    CHECK(sheet.services[0].name == "Mill, Lane");
    CHECK(sheet.services[0].needs.size() == 2);
    CHECK(sheet.services[0].hours.size() == 2);
    CHECK(sheet.services[0].offersGroup == true);
    CHECK_FALSE(sheet.services[0].acceptsConcurrentUse);
    CHECK(sheet.services[0].areas == std::vector<std::string>{"SG", "AL1"});
}

TEST_CASE("a directory that is written and read again is the same, formulas and all")
{
    auto service = readService(
        R"({"id":"cmht","name":"=Wrenfield \"CMHT\"","kind":"community_mental_health","needs":["mental_health","substance_use"],
        "min_age":18,"max_age":65,"areas":["SG","AL1"],"hours":["mon-fri 09:00-17:00","wed 17:00-20:00"],"wait_days":60,"severities":["moderate"],
        "postcode":"SG1 1AA","latitude":51.7527,"longitude":-0.3394,"coordinates_source":"a map","languages":["Polish","Urdu"],"accepts_concurrent_use":false,"step_free_access":true,"phone":"+44 1632 960001",
        "notes":"line one\n-line two","ods_code":"X1"})");
    REQUIRE(service);
    Service plain = *service;
    plain.id = ServiceId{"other"};
    plain.notes.clear();
    plain.hours.clear();
    plain.acceptsConcurrentUse.reset();
    const std::vector<Service> services{*service, plain};

    const std::string text = writeDirectoryCsv(services);
    CHECK(text.find("\"'=Wrenfield \"\"CMHT\"\"\"") != std::string::npos);
    const auto back = readDirectoryCsv(text);
    CHECK(back.problems.empty());
    CHECK(back.services == services);
}

TEST_CASE("every bad cell of every bad row is reported, and then nothing is taken")
{
    const auto sheet = readDirectoryCsv(head + "a,A,gp,mental_health,18,,,\n"
                                               ",B,clinic,mental,x,,mon 9-5,perhaps\n"
                                               "c,C,gp,mental_health,18,17,,\n"
                                               "d,D,gp\n"
                                               "a,E,gp,substance_use,,,,\n");
    CHECK(sheet.services.empty());
    CHECK(sheet.rows == 5);
    const Problems expected{
        {3, "id", "expected a value, found nothing"},
        {3, "kind",
         "expected one of community_mental_health, crisis, liaison, talking_therapies, eip, camhs, drug_and_alcohol, "
         "gp, carers, other, found \"clinic\""},
        {3, "needs", "expected one of mental_health, substance_use, found \"mental\""},
        {3, "min_age", "expected a whole number from 0 to 130, found a text of 1 bytes"},
        {3, "hours", "expected opening hours such as \"mon-fri 09:00-17:00\", found a text of 7 bytes"},
        {3, "accepts_concurrent_use", "expected yes or no, found a text of 7 bytes"},
        {4, "max_age", "expected an age above \"min_age\", found 17"},
        {5, "", "expected 8 cells, found 3"},
        {6, "id", "expected an id of its own, found that of line 2"},
    };
    CHECK(sheet.problems == expected);
}

TEST_CASE("a header that is wrong is reported before any row")
{
    CHECK(readDirectoryCsv("").problems == Problems{{1, "", "expected a row of column names, found nothing"}});
    CHECK(readDirectoryCsv("id,name,kind,colour\n").problems ==
          Problems{{1, "column 4", "expected the name of a known column, found another"},
                   {1, "needs", "expected this column, found none"}});
    CHECK(readDirectoryCsv("id,id,name,kind,needs\n").problems.size() == 2);
    CHECK(readDirectoryCsv("id,name,kind,needs\n").problems.empty());
}

TEST_CASE("a sheet that is broken, too long or too large is refused")
{
    CHECK(readDirectoryCsv(head + "\"a").problems ==
          Problems{{2, "", "expected a closing quote, found the end of the file"}});
    CHECK(readDirectoryCsv(std::string(5'000'001, ',')).problems.at(0).line == 0);
    std::string many = "id,name,kind,needs\n";
    for (int i = 0; i < 5000; ++i)
        many += "s" + std::to_string(i) + ",S,gp,mental_health\n";
    CHECK(readDirectoryCsv(many).services.size() == 5000);
    CHECK(readDirectoryCsv(many + "x,S,gp,mental_health\n").problems ==
          Problems{{0, "", "expected at most 5000 rows, found 5001"}});
}

TEST_CASE("a problem never repeats what was in a cell of words")
{
    const Problems problems = problemsOf("a,\" \",gp,mental_health,\"Dani Okafor, 07700 900123\",,,\n");
    REQUIRE(problems.size() == 2);
    for (const CsvProblem& problem : problems)
        CHECK(problem.detail.find("Okafor") == std::string::npos);
}
