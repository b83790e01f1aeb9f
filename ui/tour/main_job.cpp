#include "tour/main_job.h"

#include "base/platform.h"
#include "reports/export_sheet.h"
#include "shell/main_window.h"
#include "tour/hands.h"
#include "tour/practice_client.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QAbstractButton>
#include <QDir>

#include <filesystem>

namespace holdfast::ui {
namespace {

constexpr const char* person = "Tomasz";
constexpr const char* untilSober = "N02";
constexpr std::size_t reportLimit = 5 * 1024 * 1024;

class MainJob {
public:
    MainJob(PracticeClient& practice, std::string folder)
        : m_practice{practice}, m_folder{std::move(folder)}, m_hands{practice.client().window()}
    {}

    Result<std::vector<std::string>> play()
    {
        for (const auto step :
             {&MainJob::assess, &MainJob::refer, &MainJob::logRefusal, &MainJob::lookAtPerson, &MainJob::report})
            if (const auto done = (this->*step)(); !done)
                return done.error();
        return m_said;
    }

private:
    Result<Done> assess();
    Result<Done> refer();
    Result<Done> logRefusal();
    Result<Done> lookAtPerson();
    Result<Done> report();

    static Error stuck(const char* at) { return {ErrorCode::refused, "tour", std::string{"could not "} + at}; }
    void picture(const char* name)
    {
        m_practice.savePicture(QString::fromStdString(m_folder) + QLatin1Char('/') + QLatin1String{name} +
                               QStringLiteral(".png"));
    }
    QString currentPage() const { return m_practice.client().window().current().id(); }

    PracticeClient& m_practice;
    std::string m_folder;
    Hands m_hands;
    std::vector<std::string> m_said;
};

Result<Done> MainJob::assess()
{
    const PersonId tomasz = m_practice.personNamed(person);
    if (tomasz.empty())
        return stuck("find the person of the tour");
    m_practice.client().openAssessment(tomasz);
    m_practice.settle();

    const QString present = words(NeedStatus::present);
    for (const Need need : allNeeds) {
        const QWidget* column = m_hands.named(words(need));
        const QString asked = need == Need::mentalHealth ? QStringLiteral("Is there a mental health need?")
                                                         : QStringLiteral("Is there a drug or alcohol need?");
        if (!column || !m_hands.choose(asked, present, column) ||
            !m_hands.choose(QStringLiteral("How much it affects daily life"), words(Severity::moderate), column))
            return stuck("answer what was found");
    }
    if (!m_hands.choose(QStringLiteral("Thoughts of suicide"), QStringLiteral("No")))
        return stuck("answer about thoughts of suicide");
    const QString both = QStringLiteral("Both needs were asked about, whoever asked first");
    for (auto* check : m_practice.client().window().findChildren<QAbstractButton*>())
        if (check->text() == both && !check->isChecked())
            Hands::click(*check);
    m_practice.settle();
    picture("1-joint-assessment");
    m_said.emplace_back("Finished a joint assessment: both needs, side by side.");
    return Done{};
}

Result<Done> MainJob::refer()
{
    if (!m_hands.press(QStringLiteral("Hold together and refer")))
        return stuck("press Hold together and refer");
    m_practice.settle();
    if (currentPage() != QStringLiteral("person"))
        return stuck("sign the assessment and refer");
    picture("2-referred");
    m_said.emplace_back("Signed it and sent one joint referral to two services.");
    return Done{};
}

Result<Done> MainJob::logRefusal()
{
    if (!m_hands.press(QStringLiteral("Log a reply")))
        return stuck("open Log a reply");
    m_practice.settle();
    const QWidget* need = m_hands.named(QStringLiteral("About which need"));
    if (need)
        m_hands.press(QStringLiteral("MH"), need);
    if (!m_hands.press(QStringLiteral("Declined")) ||
        !m_hands.choose(QStringLiteral("Reason they gave"), reasonWords(untilSober)) ||
        !m_hands.type(QStringLiteral("Their words"),
                      QStringLiteral("Please send him back when he has been sober for three months")))
        return stuck("say what they answered");
    m_practice.settle();
    picture("3-refusal");
    if (!m_hands.press(QStringLiteral("Record and challenge")))
        return stuck("press Record and challenge");
    m_practice.settle();
    m_said.emplace_back("Recorded that one service refused until sober, and challenged it.");
    return Done{};
}

Result<Done> MainJob::lookAtPerson()
{
    if (currentPage() != QStringLiteral("person"))
        return stuck("come back to the person");
    picture("4-still-held");
    m_practice.client().window().go(QStringLiteral("today"));
    picture("5-today");
    m_said.emplace_back("The refusal let nobody go: the need is still held and the challenge has its dates.");
    return Done{};
}

Result<Done> MainJob::report()
{
    m_practice.signIn("Joanne Mercer");
    m_practice.client().window().go(QStringLiteral("reports"));
    m_practice.settle();
    picture("6-bounce-report");
    const std::string path = m_folder + "/bounces.csv";
    if (!m_hands.press(QStringLiteral("Export")))
        return stuck("open the export");
    m_practice.settle();
    auto* sheet = m_practice.client().window().findChild<ExportSheet*>();
    if (!sheet || !m_hands.choose(QStringLiteral("Kind of file"), words(FileKind::csv)) ||
        !m_hands.choose(QStringLiteral("Small numbers"), ExportSheet::exactWords()))
        return stuck("say how it is to be exported");
    if (auto* confirm = sheet->findChild<QAbstractButton*>(QStringLiteral("exportConfirm")))
        Hands::click(*confirm);
    picture("7-export");
    sheet->saveTo(QString::fromStdString(path));
    m_practice.settle();
    const auto csv = platform::readFile(path, reportLimit);
    if (!csv)
        return csv.error();
    m_said.emplace_back("A supervisor exported the bounce report: " + path);
    return Done{};
}

}  // namespace

Result<std::vector<std::string>> playMainJob(PracticeClient& practice, const std::string& folder)
{
    return MainJob{practice, folder}.play();
}

Result<std::vector<std::string>> playMainJob(const std::string& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    const std::string store = folder + "/tour.holdfast";
    if (problem)
        return Error{ErrorCode::readOnly, folder, "the folder cannot be made"};
    removePracticeStore(store);
    const auto practice = PracticeClient::make(store);
    if (!practice)
        return practice.error();
    auto said = playMainJob(**practice, folder);
    if (said)
        said.value().emplace_back("Pictures of the screens and the practice store are in " + folder);
    return said;
}

}  // namespace holdfast::ui
