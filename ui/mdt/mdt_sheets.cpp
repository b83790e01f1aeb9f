#include "mdt/mdt_sheets.h"

#include "domain/calendar.h"
#include "mdt/meeting_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

struct SheetWords {
    Q_DECLARE_TR_FUNCTIONS(MeetingSheets)
};

constexpr int sheetDrawn = 480;
constexpr int longestLine = static_cast<int>(longestMeetingLine) / 4;

DialogSheet* newSheet(const Theme& theme, QWidget& window, const QString& title)
{
    auto* sheet = new DialogSheet{theme, title, sheetDrawn, window};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout{sheet->body()};
    column->setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12));
    column->setSpacing(theme.px(10));
    return sheet;
}

template <class Editor>
FieldBox* addField(const Theme& theme, DialogSheet& sheet, const QString& label, Editor* editor,
                   const QString& hint = {})
{
    auto* box = new FieldBox{theme, label, editor, hint};
    sheet.body()->layout()->addWidget(box);
    return box;
}

QLineEdit* newLine()
{
    auto* line = new QLineEdit;
    line->setMaxLength(longestLine);
    return line;
}

bool isEmpty(const QLineEdit& line)
{
    return line.text().trimmed().isEmpty();
}

}  // namespace

void askMeetingDetails(const Theme& theme, QWidget& window, const Meeting& meeting, Date today,
                       std::function<void(const Meeting&)> chosen)
{
    auto* sheet = newSheet(theme, window, SheetWords::tr("When and where"));
    auto* day = new DayEdit{theme, SheetWords::tr("Day"), today};
    day->setDayQuietly(londonDate(meeting.startsAt));
    auto* time = new QLineEdit{timeWords(meeting.startsAt)};
    auto* place = newLine();
    place->setText(text(meeting.place));
    place->setObjectName(QStringLiteral("meetingPlace"));
    auto* dayBox = addField(theme, *sheet, SheetWords::tr("Day"), day);
    auto* timeBox = addField(theme, *sheet, SheetWords::tr("Time"), time);
    addField(theme, *sheet, SheetWords::tr("Place"), place, SheetWords::tr("A room, video, or both"));
    auto* save = sheet->addPrimary(SheetWords::tr("Use these"));
    sheet->addCancel(SheetWords::tr("Cancel"));
    QObject::connect(save, &QPushButton::clicked, sheet, [=] {
        const auto minutes = readTime(time->text());
        dayBox->setError(day->day() ? QString{} : SheetWords::tr("Enter the day"));
        timeBox->setError(minutes ? QString{} : SheetWords::tr("Enter the time, like 13:00"));
        if (!day->day() || !minutes)
            return;
        Meeting changed = meeting;
        changed.startsAt = londonInstant(*day->day(), std::chrono::minutes{*minutes});
        changed.place = place->text().trimmed().toStdString();
        sheet->accept();
        chosen(changed);
    });
    sheet->open();
}

void askWhoToAdd(const Theme& theme, QWidget& window, const std::vector<AgendaCandidate>& candidates,
                 std::function<void(const AgendaItem&)> chosen)
{
    auto* sheet = newSheet(theme, window, SheetWords::tr("Add a person to the agenda"));
    auto* who = new Choice{SheetWords::tr("Who")};
    who->setObjectName(QStringLiteral("agendaWho"));
    who->addChoice(SheetWords::tr("Choose who"), -1);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const QString why = reasonsWords(candidates[i].item);
        who->addChoice(why.isEmpty() ? candidates[i].name : SheetWords::tr("%1: %2").arg(candidates[i].name, why),
                       static_cast<int>(i));
    }
    auto* why = newLine();
    why->setObjectName(QStringLiteral("agendaWhy"));
    auto* whoBox = addField(theme, *sheet, SheetWords::tr("Who"), who);
    auto* whyBox = addField(theme, *sheet, SheetWords::tr("Why they should be talked about"), why);
    auto* save = sheet->addPrimary(SheetWords::tr("Add to the agenda"));
    sheet->addCancel(SheetWords::tr("Cancel"));
    QObject::connect(save, &QPushButton::clicked, sheet, [=] {
        const int index = who->value().toInt();
        whoBox->setError(index < 0 ? SheetWords::tr("Choose who") : QString{});
        const bool known = index >= 0 && !candidates[static_cast<std::size_t>(index)].item.reasons.empty();
        whyBox->setError(!known && isEmpty(*why) ? SheetWords::tr("Say why") : QString{});
        if (whoBox->hasError() || whyBox->hasError())
            return;
        AgendaItem item = candidates[static_cast<std::size_t>(index)].item;
        item.person = candidates[static_cast<std::size_t>(index)].person;
        item.whyAdded = why->text().trimmed().toStdString();
        sheet->accept();
        chosen(item);
    });
    sheet->open();
}

void askWhyOff(const Theme& theme, QWidget& window, const QString& name, std::function<void(const QString&)> chosen)
{
    auto* sheet = newSheet(theme, window, SheetWords::tr("Take %1 off the agenda").arg(name));
    auto* why = newLine();
    why->setObjectName(QStringLiteral("agendaWhyOff"));
    auto* box = addField(theme, *sheet, SheetWords::tr("Why they are not talked about this time"), why,
                         SheetWords::tr("It stands in the minutes. The clocks of their case run on."));
    auto* save = sheet->addPrimary(SheetWords::tr("Take off"));
    sheet->addCancel(SheetWords::tr("Cancel"));
    QObject::connect(save, &QPushButton::clicked, sheet, [=] {
        if (isEmpty(*why))
            return box->setError(SheetWords::tr("Say why"));
        sheet->accept();
        chosen(why->text().trimmed());
    });
    sheet->open();
}

void askAttendee(const Theme& theme, QWidget& window, const std::vector<Worker>& workers,
                 std::function<void(const Attendee&)> chosen)
{
    auto* sheet = newSheet(theme, window, SheetWords::tr("Who else is in the meeting"));
    auto* who = new Choice{SheetWords::tr("Who")};
    who->addChoice(SheetWords::tr("Somebody who does not work here"), QString{});
    for (const Worker& worker : workers)
        who->addChoice(text(worker.name), text(worker.id.text()));
    auto* name = newLine();
    auto* about = newLine();
    auto* side = new Choice{SheetWords::tr("For which service")};
    for (const MeetingSide each : {MeetingSide::mentalHealth, MeetingSide::substanceUse, MeetingSide::other})
        side->addChoice(words(each), static_cast<int>(each));
    addField(theme, *sheet, SheetWords::tr("Who"), who);
    auto* nameBox = addField(theme, *sheet, SheetWords::tr("Name"), name);
    auto* aboutBox = addField(theme, *sheet, SheetWords::tr("What they do, or what they sent (may stay empty)"), about);
    addField(theme, *sheet, SheetWords::tr("For which service"), side);
    const auto follow = [=] {
        const bool outside = who->value().toString().isEmpty();
        nameBox->setVisible(outside);
        aboutBox->setVisible(outside);
    };
    QObject::connect(who, &QComboBox::currentIndexChanged, sheet, follow);
    follow();
    auto* save = sheet->addPrimary(SheetWords::tr("Add"));
    sheet->addCancel(SheetWords::tr("Cancel"));
    QObject::connect(save, &QPushButton::clicked, sheet, [=] {
        Attendee attendee;
        attendee.worker = WorkerId{who->value().toString().toStdString()};
        nameBox->setError(attendee.worker.empty() && isEmpty(*name) ? SheetWords::tr("Enter the name") : QString{});
        if (nameBox->hasError())
            return;
        if (attendee.worker.empty()) {
            attendee.name = name->text().trimmed().toStdString();
            attendee.about = about->text().trimmed().toStdString();
        }
        attendee.side = static_cast<MeetingSide>(side->value().toInt());
        sheet->accept();
        chosen(attendee);
    });
    sheet->open();
}

}  // namespace holdfast::ui
