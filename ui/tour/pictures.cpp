#include "tour/pictures.h"

#include "domain/need.h"
#include "letters/letter_actions.h"
#include "letters/letter_words.h"
#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "notes/notes_tab.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "policy/policy_page.h"
#include "shell/main_window.h"
#include "team/team_page.h"
#include "theme/theme.h"
#include "tour/audit_pictures.h"
#include "tour/backup_pictures.h"
#include "tour/call_pictures.h"
#include "tour/circle_pictures.h"
#include "tour/draft_pictures.h"
#include "tour/find_pictures.h"
#include "tour/hands.h"
#include "tour/merge_pictures.h"
#include "tour/plan_pictures.h"
#include "tour/practice_client.h"
#include "tour/report_pictures.h"
#include "tour/restricted_pictures.h"
#include "tour/retention_pictures.h"
#include "tour/start_pictures.h"
#include "tour/story_pictures.h"
#include "tour/timeline_pictures.h"
#include "widgets/segmented_control.h"
#include "words/reasons.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <filesystem>

namespace holdfast::ui {
namespace {

struct View {
    const char* name;
    QSize size;
    int textSize;
    Appearance appearance = Appearance::light;
};

constexpr std::array views{
    View{"1440x900", {1440, 900}, 100},
    View{"1280x720", {1280, 720}, 100},
    View{"text200", {1440, 900}, 200},
    View{"dark", {1440, 900}, 100, Appearance::dark},
};

/// Draws one window size after another and remembers whether a picture could not be written.
class Painter {
public:
    Painter(PracticeClient& practice, QString folder) : m_practice{practice}, m_folder{std::move(folder)} {}

    void draw(const QString& name)
    {
        m_allWritten =
            m_practice.savePicture(m_folder + QLatin1Char('/') + name + QStringLiteral(".png")) && m_allWritten;
        ++m_count;
    }
    void page(const char* id)
    {
        m_practice.client().window().go(QLatin1String{id});
        draw(QLatin1String{id});
    }
    int count() const { return m_count; }
    bool allWritten() const { return m_allWritten; }

private:
    PracticeClient& m_practice;
    QString m_folder;
    int m_count = 0;
    bool m_allWritten = true;
};

void closeSheets(MainWindow& window)
{
    for (QDialog* sheet : window.findChildren<QDialog*>())
        sheet->done(QDialog::Rejected);
}

void drawPages(PracticeClient& practice, Painter& painter)
{
    Client& client = practice.client();
    for (const char* id : {"today", "people", "referrals", "directory"})
        painter.page(id);
    drawReports(practice, [&](const QString& name) { painter.draw(name); });
    drawAudit(practice, [&](const QString& name) { painter.draw(name); });
    drawBackups(practice, [&](const QString& name) { painter.draw(name); });
    drawRestricted(practice, [&](const QString& name) { painter.draw(name); });
    drawRetention(practice, [&](const QString& name) { painter.draw(name); });
    painter.page("settings");

    const PersonId dani = practice.personNamed("Dani Okafor");
    client.openPerson(dani);
    painter.draw(QStringLiteral("person"));
    client.openAssessment(practice.personNamed("Tomasz"));
    painter.draw(QStringLiteral("assessment"));
    practice.settle();
    Hands{client.window()}.press(QStringLiteral("Other routes"));
    painter.draw(QStringLiteral("other-routes"));
    closeSheets(client.window());

    client.window().go(QStringLiteral("today"));
    client.actions().logReply(practice.personNamed("Marcus"), Need::mentalHealth);
    painter.draw(QStringLiteral("log-a-reply"));
    const Hands hands{client.window()};
    hands.press(QStringLiteral("Declined"));
    hands.choose(QStringLiteral("Reason they gave"), reasonWords("N02"));
    hands.type(QStringLiteral("Their words"),
               QStringLiteral("Must be abstinent for three months. Please refer again."));
    painter.draw(QStringLiteral("refused"));
    closeSheets(client.window());
    client.actions().newPerson();
    painter.draw(QStringLiteral("new-person"));
    closeSheets(client.window());
}

/// A supervisor keeps the directory.
void drawServiceSheet(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("directory"));
    practice.settle();
    if (auto* table = window.findChild<QTableView*>(QStringLiteral("directoryTable")))
        table->selectRow(2);
    Hands{window}.press(QStringLiteral("Edit"));
    painter.draw(QStringLiteral("service"));
    closeSheets(window);
    if (auto* parts = window.findChild<SegmentedControl*>(QStringLiteral("directoryParts"))) {
        parts->setCurrent(1);
        practice.settle();
        painter.draw(QStringLiteral("travel-distances"));
        parts->setCurrent(0);
    }
    practice.signIn("Priya Raman");
}

/// A supervisor reads what a local protocol changes, and tries it.
void drawPolicy(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    practice.signIn("Joanne Mercer");
    painter.page("policy");
    auto* page = dynamic_cast<PolicyPage*>(window.page(QStringLiteral("policy")));
    page->loadText(QStringLiteral("wrenfield.json"), R"({"id": "wrenfield", "version": "2026.2",
        "title": "Wrenfield local protocol", "over": "england",
        "silence_clocks": [{"state": "sent", "working_days": 1}], "delays": {"name_worker": 1, "call_back": 2},
        "reasons": [{"code": "S01", "step": "Ask the service in writing who will see the person."}]})");
    practice.settle();
    painter.draw(QStringLiteral("policy-changes"));
    Hands{window}.press(QStringLiteral("Run all scenarios"));
    practice.settle();
    painter.draw(QStringLiteral("policy-scenarios"));
    Hands{window}.press(QStringLiteral("Set aside"));
    practice.signIn("Priya Raman");
}

/// What a supervisor sees of a team, and a challenge worked on a person's page.
void drawTeam(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("team"));
    practice.settle();
    auto* page = static_cast<TeamPage*>(window.page(QStringLiteral("team")));
    page->showView(TeamPage::Workers);
    if (auto* table = page->findChild<QTableView*>(QStringLiteral("teamLoads")))
        table->selectRow(0);
    painter.draw(QStringLiteral("team"));
    Hands{window}.press(QStringLiteral("Hand people on"));
    painter.draw(QStringLiteral("team-hand-on"));
    closeSheets(window);
    page->showView(TeamPage::Declines);
    if (auto* table = page->findChild<QTableView*>(QStringLiteral("declineTable")))
        table->selectRow(0);
    painter.draw(QStringLiteral("team-declines"));
    Hands{window}.press(QStringLiteral("Second look"));
    painter.draw(QStringLiteral("second-look"));
    closeSheets(window);
    practice.client().openPerson(practice.personNamed("Gareth"));
    practice.settle();
    auto* person = static_cast<PersonPage*>(window.page(QStringLiteral("person")));
    person->showTab(PersonPage::Replies);
    painter.draw(QStringLiteral("challenge"));
    practice.client().actions().why(practice.personNamed("Gareth"), {});
    painter.draw(QStringLiteral("why"));
    closeSheets(window);
    person->showTab(PersonPage::Overview);
    practice.signIn("Priya Raman");
}

/// A refusal answered in writing: the letters of one person, the challenge as a draft, its pages, and the sheet that
/// records how it left.
void drawLetters(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    const PersonId person = practice.personNamed("Kofi");
    practice.client().openPerson(person);
    practice.settle();
    static_cast<PersonPage*>(window.page(QStringLiteral("person")))->showTab(PersonPage::Letters);
    painter.draw(QStringLiteral("letters"));
    LetterActions& letters = practice.client().actions().letters();
    letters.writeAnother(person);
    practice.settle();
    painter.draw(QStringLiteral("new-letter"));
    closeSheets(window);
    letters.writeAsked(person, letters::LetterKind::challenge, std::nullopt);
    practice.settle();
    painter.draw(QStringLiteral("letter"));
    const Hands hands{window};
    hands.press(QStringLiteral("See the pages"));
    practice.settle();
    painter.draw(QStringLiteral("letter-pages"));
    hands.press(QStringLiteral("See the text"));
    static_cast<PersonPage*>(window.page(QStringLiteral("person")))->showTab(PersonPage::Overview);
}

/// What a carer may be told, a letter that is final, how it left, and the head it carries.
void drawSending(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    const PersonId person = practice.personNamed("Kofi");
    LetterActions& letters = practice.client().actions().letters();
    letters.writeAnother(person);
    practice.settle();
    hands.choose(QStringLiteral("Which letter"), words(letters::LetterKind::toCarer));
    painter.draw(QStringLiteral("carer-letter"));
    closeSheets(window);

    letters::Request card;
    card.kind = letters::LetterKind::rightsCard;
    letters.write(person, card);
    practice.settle();
    hands.press(QStringLiteral("Make final"));
    practice.settle();
    for (QDialog* sheet : window.findChildren<QDialog*>())
        if (sheet->isVisible() && hands.press(QStringLiteral("Make final"), sheet))
            break;
    practice.settle();
    painter.draw(QStringLiteral("letter-final"));
    hands.press(QStringLiteral("Record as sent"));
    practice.settle();
    painter.draw(QStringLiteral("letter-sent"));
    closeSheets(window);

    practice.signIn("Joanne Mercer");
    window.go(QStringLiteral("settings"));
    practice.settle();
    if (auto* head = window.findChild<QWidget*>(QStringLiteral("letterheadCard")))
        for (QWidget* up = head->parentWidget(); up != nullptr; up = up->parentWidget())
            if (auto* scroll = qobject_cast<QScrollArea*>(up))
                scroll->verticalScrollBar()->setValue(head->mapTo(scroll->widget(), QPoint{}).y());
    painter.draw(QStringLiteral("letterhead"));
    practice.signIn("Priya Raman");
}

/// The notes of one person: one that was amended, what a carer told, one being written, and a team's own texts.
void drawNotes(PracticeClient& practice, Painter& painter)
{
    MainWindow& window = practice.client().window();
    const Hands hands{window};
    const PersonId person = practice.personNamed("Dani Okafor");
    practice.client().openPerson(person);
    practice.settle();
    auto* page = static_cast<PersonPage*>(window.page(QStringLiteral("person")));
    page->showTab(PersonPage::Notes);
    NotesTab& tab = page->notes();
    const auto open = [&](const auto& isIt) {
        for (const app::NoteView& view : tab.list().notes)
            if (isIt(view.record))
                tab.goTo(view.record.note.id);
        practice.settle();
    };
    open([](const NoteRecord& record) { return !record.amendments.empty(); });
    painter.draw(QStringLiteral("notes"));
    open([](const NoteRecord& record) { return record.note.kind == NoteKind::carerContact; });
    painter.draw(QStringLiteral("notes-carer"));
    hands.press(QStringLiteral("Who has read this"));
    practice.settle();
    painter.draw(QStringLiteral("notes-readers"));
    closeSheets(window);
    open([](const NoteRecord& record) { return record.inError.has_value(); });
    painter.draw(QStringLiteral("notes-in-error"));
    tab.writeNew();
    practice.settle();
    for (const QChar c : QStringLiteral("Rang at the time she likes. ;checkin "))
        Hands::key(tab.editor().edit(), 0, QString{c});
    tab.editor().edit().toggleThirdParty();
    tab.editor().edit().insertText(QStringLiteral("Grace is worried about the rent"));
    practice.settle();
    painter.draw(QStringLiteral("note-written"));
    emit tab.editor().templatesRequested();
    practice.settle();
    painter.draw(QStringLiteral("note-texts"));
    closeSheets(window);
    hands.press(QStringLiteral("Discard"));
    practice.settle();
    for (QDialog* sheet : window.findChildren<QDialog*>())
        if (sheet->isVisible() && hands.press(QStringLiteral("Discard"), sheet))
            break;
    practice.settle();
    practice.client().openPerson(practice.personNamed("Gareth"));
    practice.settle();
    practice.signIn("Samir Haddad");
    open([](const NoteRecord& record) { return record.note.audience == NoteAudience::ownService; });
    painter.draw(QStringLiteral("notes-not-shared"));
    page->showTab(PersonPage::Overview);
    practice.signIn("Priya Raman");
    practice.client().actions().showUnread();
    practice.settle();
    painter.draw(QStringLiteral("notes-unread"));
    closeSheets(window);
}

bool drawInEverySize(Theme& theme, const QString& folder, QWidget& widget, const QString& name)
{
    bool written = true;
    for (const View& view : views) {
        theme.setTextSize(view.textSize);
        theme.setAppearance(view.appearance);
        widget.resize(view.size);
        QEventLoop laidOut;
        QTimer::singleShot(100, &laidOut, &QEventLoop::quit);
        laidOut.exec();
        written = widget.grab().save(folder + QLatin1Char('/') + QLatin1String{view.name} + QLatin1Char('/') + name +
                                     QStringLiteral(".png")) &&
                  written;
    }
    return written;
}

}  // namespace

Result<int> drawPictures(const std::string& folder)
{
    const std::string store = folder + "/practice.holdfast";
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return Error{ErrorCode::readOnly, folder, "the folder for the pictures cannot be made"};
    removePracticeStore(store);

    auto practice = PracticeClient::make(store);
    if (!practice)
        return practice.error();
    int count = 0;
    for (const View& view : views) {
        const QString place = QString::fromStdString(folder) + QLatin1Char('/') + QLatin1String{view.name};
        QDir{}.mkpath(place);
        (*practice)->theme().setTextSize(view.textSize);
        (*practice)->theme().setAppearance(view.appearance);
        (*practice)->client().window().resize(view.size);
        Painter painter{**practice, place};
        drawPages(**practice, painter);
        drawServiceSheet(**practice, painter);
        drawTeam(**practice, painter);
        drawPolicy(**practice, painter);
        drawNotes(**practice, painter);
        drawCalls(**practice, [&](const QString& name) { painter.draw(name); });
        drawFind(**practice, [&](const QString& name) { painter.draw(name); });
        drawCircle(**practice, [&](const QString& name) { painter.draw(name); });
        drawStories(**practice, [&](const QString& name) { painter.draw(name); });
        drawKindWords(**practice, [&](const QString& name) { painter.draw(name); });
        drawPlans(**practice, [&](const QString& name) { painter.draw(name); });
        drawMeeting(**practice, [&](const QString& name) { painter.draw(name); });
        drawTimeline(**practice, [&](const QString& name) { painter.draw(name); });
        drawLetters(**practice, painter);
        drawSending(**practice, painter);
        drawDrafts(**practice, [&](const QString& name) { painter.draw(name); });
        drawMerge(**practice, [&](const QString& name) { painter.draw(name); });
        if (!painter.allWritten())
            return Error{ErrorCode::readOnly, folder, "a picture could not be written"};
        count += painter.count();
    }
    const auto draw = [&](QWidget& widget, const QString& name) {
        count += static_cast<int>(views.size());
        return drawInEverySize((*practice)->theme(), QString::fromStdString(folder), widget, name);
    };
    if (const auto drawn = drawStart((*practice)->theme(), folder, draw); !drawn)
        return drawn.error();
    return count;
}

}  // namespace holdfast::ui
