#include "mdt/attendance_panel.h"

#include "mdt/meeting_words.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int presenceDrawn = 122;

ui::Role roleOf(MeetingSide side)
{
    switch (side) {
    case MeetingSide::mentalHealth: return Role::mh;
    case MeetingSide::substanceUse: return Role::da;
    case MeetingSide::other: return Role::joint;
    }
    return Role::joint;
}

/// "Care coordinator, Wrenfield CMHT".
QString aboutOf(const Attendee& attendee, const app::MeetingBoard& board)
{
    if (!attendee.about.empty())
        return text(attendee.about);
    const auto worker = std::ranges::find(board.workers, attendee.worker, &Worker::id);
    if (worker == board.workers.end())
        return {};
    const QString service = serviceName(worker->service, board.names);
    return service.isEmpty() ? words(worker->role) : AttendancePanel::tr("%1, %2").arg(words(worker->role), service);
}

}  // namespace

AttendancePanel::AttendancePanel(const Theme& theme, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_head{nullptr}, m_scroll{new QScrollArea}
{
    setObjectName(QStringLiteral("attendance"));
    setAccessibleName(tr("In the meeting"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, theme.px(6));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll);
}

void AttendancePanel::show(const app::MeetingBoard& board, bool mayChange)
{
    // The rows are made anew with each answer: whoever goes through them with the keys stays where they are.
    const auto before = findChildren<Choice*>(QStringLiteral("presence"));
    const auto* focused = qobject_cast<Choice*>(QApplication::focusWidget());
    const auto at = std::ranges::find(before, focused) - before.begin();
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout{inside};
    column->setContentsMargins(0, m_theme.px(10), 0, m_theme.px(8));
    column->setSpacing(m_theme.px(6));
    auto* head = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(4), head};
    flow->setContentsMargins(m_theme.px(14), 0, m_theme.px(10), 0);
    flow->addWidget(strongLabel(tr("In the meeting"), Type::h2));
    const bool both = bothPresent(board.meeting);
    auto* state = new Tag{m_theme, stateLook(both ? TagState::done : TagState::waiting,
                                             both ? tr("Both services here") : tr("One service is missing"))};
    state->setObjectName(QStringLiteral("bothHere"));
    flow->addWidget(state);
    column->addWidget(head);
    auto* rule = new RunLabel{m_theme,
                              Type::small,
                              {{both ? tr("A decision stands when both are present.")
                                     : tr("Until both are present nothing is decided: it is kept as not decided."),
                                both ? Color::ink3 : Color::late, 400}}};
    auto* said = new QHBoxLayout;
    said->setContentsMargins(m_theme.px(14), 0, m_theme.px(10), 0);
    said->addWidget(rule);
    column->addLayout(said);
    for (const MeetingSide side : {MeetingSide::mentalHealth, MeetingSide::substanceUse, MeetingSide::other})
        column->addWidget(group(board, side, mayChange));
    if (mayChange) {
        auto* add = new Button{m_theme, tr("Add somebody"), ButtonKind::link, QStringLiteral("plus")};
        add->setObjectName(QStringLiteral("attendeeAdd"));
        connect(add, &QPushButton::clicked, this, &AttendancePanel::addRequested);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(m_theme.px(10), 0, m_theme.px(10), 0);
        row->addWidget(add);
        row->addStretch();
        column->addLayout(row);
    }
    column->addStretch();
    m_scroll->setWidget(inside);
    if (const auto now = findChildren<Choice*>(QStringLiteral("presence")); at < before.size() && at < now.size())
        now[at]->setFocus(Qt::OtherFocusReason);
}

QWidget* AttendancePanel::group(const app::MeetingBoard& board, MeetingSide side, bool mayChange)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(4));
    int all = 0;
    int present = 0;
    for (const Attendee& each : board.meeting.attendees)
        if (each.side == side) {
            ++all;
            present += each.presence == Presence::away ? 0 : 1;
        }
    auto* band = new Card{m_theme};
    if (side != MeetingSide::other)
        band->setRole(roleOf(side), Card::Spine::none, true);
    auto* head = new QHBoxLayout{band};
    head->setContentsMargins(m_theme.px(14), m_theme.px(6), m_theme.px(12), m_theme.px(6));
    const Color ink = side == MeetingSide::mentalHealth   ? Color::mh
                      : side == MeetingSide::substanceUse ? Color::da
                                                          : Color::ink2;
    const QString icon = side == MeetingSide::mentalHealth   ? QStringLiteral("mh")
                         : side == MeetingSide::substanceUse ? QStringLiteral("da")
                                                             : QStringLiteral("people");
    head->addWidget(new IconLabel{m_theme, icon, ink, 16});
    head->addWidget(strongLabel(words(side), Type::small, ink), 1);
    head->addWidget(strongLabel(tr("%1 of %2").arg(present).arg(all), Type::small, ink));
    column->addWidget(band);
    for (std::size_t i = 0; i < board.meeting.attendees.size(); ++i)
        if (board.meeting.attendees[i].side == side)
            column->addWidget(row(board, i, mayChange));
    return box;
}

QWidget* AttendancePanel::row(const app::MeetingBoard& board, std::size_t index, bool mayChange)
{
    const Attendee& attendee = board.meeting.attendees[index];
    const QString name = attendeeName(attendee, board.names);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(m_theme.px(12), m_theme.px(2), m_theme.px(10), m_theme.px(2));
    row->setSpacing(m_theme.px(8));
    row->addWidget(new Avatar{m_theme, name, roleOf(attendee.side), 24}, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new RunLabel{m_theme, Type::dense, {{name, Color::ink, 500}}});
    if (const QString about = aboutOf(attendee, board); !about.isEmpty())
        names->addWidget(new RunLabel{m_theme, Type::small, {{about, Color::ink3, 400}}});
    row->addLayout(names, 1);
    if (!mayChange) {
        row->addWidget(plainLabel(words(attendee.presence), Type::small, Color::ink2));
        return box;
    }
    auto* presence = new Choice{tr("%1 is").arg(name)};
    presence->setObjectName(QStringLiteral("presence"));
    for (const Presence each : {Presence::here, Presence::video, Presence::away})
        presence->addChoice(words(each), static_cast<int>(each));
    presence->setValueQuietly(static_cast<int>(attendee.presence));
    connect(presence, &QComboBox::currentIndexChanged, this,
            [this, presence, at = static_cast<int>(index)] { emit presenceChanged(at, presence->value().toInt()); });
    keepWidth(*presence, m_theme, presenceDrawn);
    row->addWidget(presence, 0, Qt::AlignTop);
    return box;
}

}  // namespace holdfast::ui
