#include "mdt/mdt_page.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "mdt/agenda_panel.h"
#include "mdt/attendance_panel.h"
#include "mdt/meeting_timer.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "mdt/outcome_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/page_scroll.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int agendaDrawn = 276;
constexpr int attendanceDrawn = 292;
constexpr int narrowForm = 460;
constexpr int narrowAttendance = 300;

/// When the time planned for somebody ends.
std::optional<Instant> endOf(const Meeting& meeting, const PersonId& person)
{
    const auto at = std::ranges::find(meeting.items, person, &AgendaItem::person);
    if (at == meeting.items.end() || isOff(*at))
        return std::nullopt;
    return agendaTimes(meeting)[static_cast<std::size_t>(at - meeting.items.begin())] +
           std::chrono::minutes{at->minutes};
}

}  // namespace

MdtPage::MdtPage(Theme& theme, Desk& desk, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("canvas"));
    buildActions();
    auto* whole = new SqueezedPage;
    auto* column = new QVBoxLayout{whole};
    const int pad = theme.size(Size::pagePadding);
    column->setContentsMargins(pad, theme.px(14), pad, theme.px(14));
    column->setSpacing(theme.px(12));
    column->addWidget(buildHead());
    m_trouble = retryBanner(theme);
    column->addWidget(m_trouble);
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight};
    m_columns->setSpacing(theme.px(16));
    m_agenda = new AgendaPanel{theme};
    m_attendance = new AttendancePanel{theme};
    m_middle = new Card{theme};
    auto* middle = new QVBoxLayout{m_middle};
    middle->setContentsMargins(1, 1, 1, 1);
    m_stack = new PartStack;
    m_form = new OutcomeForm{theme, desk};
    m_view = new OutcomeView{theme};
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_form);
    middle->addWidget(m_stack);
    m_side = new QBoxLayout{QBoxLayout::TopToBottom};
    m_side->setSpacing(theme.px(12));
    m_side->addWidget(m_agenda, 3);
    m_columns->addLayout(m_side);
    m_columns->addWidget(m_middle, 1);
    m_columns->addWidget(m_attendance);
    column->addLayout(m_columns, 1);
    QScrollArea* scroll = bareScrollArea();
    scroll->setWidget(whole);
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->addWidget(scroll);
    connectParts();
    connect(&theme, &Theme::themeChanged, this, [this] {
        arrange();
        render();
    });
    arrange();
}

MdtPage::~MdtPage() = default;

void MdtPage::buildActions()
{
    m_start = new QAction{tr("&Start the meeting"), this};
    connect(m_start, &QAction::triggered, this, &MdtPage::start);
    m_finish = new QAction{tr("&Finish meeting"), this};
    connect(m_finish, &QAction::triggered, this, [this] { finish(true); });
    m_details = new QAction{tr("&When and where"), this};
    connect(m_details, &QAction::triggered, this, &MdtPage::editDetails);
}

QList<QAction*> MdtPage::actions()
{
    return {m_start, m_finish, m_details};
}

QWidget* MdtPage::buildHead()
{
    m_head = new QWidget;
    m_headRow = new QBoxLayout{QBoxLayout::LeftToRight, m_head};
    m_headRow->setContentsMargins({});
    m_headRow->setSpacing(m_theme.px(12));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(m_theme.px(1));
    m_title = new RunLabel{m_theme, Type::h1};
    m_title->setText(tr("Joint meeting (MDT)"), Color::ink, 700);
    titles->addWidget(m_title);
    m_when = new RunLabel{m_theme, Type::dense};
    titles->addWidget(m_when);
    m_headRow->addLayout(titles, 1);
    m_tools = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(10), m_theme.px(6), m_tools};
    m_timer = new MeetingTimer{m_theme, m_desk.clock()};
    flow->addWidget(m_timer);
    auto* progress = new QWidget;
    auto* bar = new QVBoxLayout{progress};
    bar->setContentsMargins(0, m_theme.px(2), m_theme.px(8), 0);
    bar->setSpacing(m_theme.px(4));
    m_progressWords = new RunLabel{m_theme, Type::small};
    m_progressWords->setObjectName(QStringLiteral("mdtProgress"));
    m_progressWords->setWordWrap(false);
    bar->addWidget(m_progressWords);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(m_theme.px(5));
    m_progress->setAccessibleName(tr("How far the meeting is"));
    bar->addWidget(m_progress);
    flow->addWidget(progress);
    m_detailsButton = new Button{m_theme, tr("When and where"), ButtonKind::secondary, QStringLiteral("calendar")};
    connect(m_detailsButton, &QPushButton::clicked, m_details, &QAction::trigger);
    flow->addWidget(m_detailsButton);
    m_paper = new Button{m_theme, tr("Minutes"), ButtonKind::secondary, QStringLiteral("note")};
    m_paper->setObjectName(QStringLiteral("mdtMinutes"));
    m_paper->setPopup(new QMenu{m_paper});
    flow->addWidget(m_paper);
    m_startButton = new Button{m_theme, tr("Start the meeting"), ButtonKind::primary, QStringLiteral("play")};
    m_startButton->setObjectName(QStringLiteral("mdtStart"));
    connect(m_startButton, &QPushButton::clicked, m_start, &QAction::trigger);
    flow->addWidget(m_startButton);
    m_finishButton = new Button{m_theme, tr("Finish meeting"), ButtonKind::secondary};
    m_finishButton->setObjectName(QStringLiteral("mdtFinish"));
    connect(m_finishButton, &QPushButton::clicked, m_finish, &QAction::trigger);
    flow->addWidget(m_finishButton);
    m_headRow->addWidget(m_tools);
    return m_head;
}

void MdtPage::connectParts()
{
    connect(m_trouble, &Banner::actionTriggered, this, &MdtPage::refresh);
    // Later: the rows are made anew.
    connect(m_agenda, &AgendaPanel::chosen, this, &MdtPage::choose, Qt::QueuedConnection);
    connect(m_agenda, &AgendaPanel::addRequested, this, &MdtPage::addPerson);
    connect(m_agenda, &AgendaPanel::takeOffRequested, this, &MdtPage::takeOff, Qt::QueuedConnection);
    connect(m_agenda, &AgendaPanel::putBackRequested, this, &MdtPage::putBack, Qt::QueuedConnection);
    connect(m_attendance, &AttendancePanel::presenceChanged, this, &MdtPage::setPresence);
    connect(m_attendance, &AttendancePanel::addRequested, this, &MdtPage::addAttendee);
    connect(m_form, &OutcomeForm::recorded, this, &MdtPage::afterRecorded);
    connect(m_form, &OutcomeForm::personRequested, this, &MdtPage::personRequested);
    connect(m_form, &OutcomeForm::said, this, &MdtPage::failed);
    connect(m_view, &OutcomeView::personRequested, this, &MdtPage::personRequested);
    connect(m_view, &OutcomeView::letterRequested, this, &MdtPage::letterRequested);
    connect(m_view, &OutcomeView::actionTriggered, this, &MdtPage::start);
    connect(m_view, &OutcomeView::changeRequested, this, [this] { openForm(m_person); });
    connect(m_view, &OutcomeView::takeBackRequested, this, [this] { takeBack(m_person); });
}

bool MdtPage::mayRun() const
{
    return m_desk.may(app::Action::runMeeting) && m_desk.may(app::Action::recordMdt);
}

void MdtPage::refresh()
{
    if (!m_desk.may(app::Action::viewMeetings))
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.meetings.board(session); },
        [this, generation = ++m_generation](const Result<app::MeetingBoard>& board) {
            if (generation != m_generation)
                return;
            m_trouble->setVisible(!board);
            if (!board)
                return m_trouble->setText(meetingErrorWords(board.error()));
            take(*board);
        });
}

void MdtPage::take(const app::MeetingBoard& board)
{
    m_board = board;
    emit countChanged(board.toDecide());
    if (!lineOf(m_person))
        m_person = firstOpen();
    render();
    const bool wanted = board.isOn() && mayRun() && !m_person.empty();
    const app::AgendaLine* line = lineOf(m_person);
    if (m_form->isOpen() && (!wanted || m_form->person() != m_person)) {
        m_form->leave();
        m_stack->setCurrentWidget(m_view);
        renderPerson();
    }
    if (wanted && !m_form->isOpen() && isVisible() && line && !line->record && !isOff(line->item))
        openForm(m_person);
}

const app::AgendaLine* MdtPage::lineOf(const PersonId& person) const
{
    if (!m_board)
        return nullptr;
    const auto found = std::ranges::find(m_board->lines, person, [](const auto& line) { return line.item.person; });
    return found == m_board->lines.end() ? nullptr : &*found;
}

/// The next of whom nothing is recorded; else the first.
PersonId MdtPage::firstOpen() const
{
    for (const app::AgendaLine& line : m_board->lines)
        if (!line.record && !isOff(line.item))
            return line.item.person;
    return m_board->lines.empty() ? PersonId{} : m_board->lines.front().item.person;
}

void MdtPage::render()
{
    if (!m_board)
        return;
    renderHead();
    m_agenda->show(*m_board, m_person, mayRun() && m_board->isOn());
    m_attendance->show(*m_board, mayRun() && m_board->isOn());
    m_form->setBothPresent(bothPresent(m_board->meeting));
    if (!m_form->isOpen())
        renderPerson();
}

void MdtPage::renderHead()
{
    const app::MeetingBoard& board = *m_board;
    const Instant at = board.meeting.startsAt;
    QString when;
    if (board.isOn()) {
        when = tr("%1, %2").arg(longDayWords(londonDate(at)), timeWords(at));
        if (!board.meeting.place.empty())
            when += QStringLiteral(". ") + text(board.meeting.place);
    } else {
        when = tr("No meeting is on. This is whom both services should talk about now.");
    }
    m_when->setText(when, Color::ink2);
    const int all =
        static_cast<int>(std::ranges::count_if(board.lines, [](const auto& line) { return !isOff(line.item); }));
    const int open = board.toDecide();
    m_progressWords->setText(tr("%1 of %2 talked about").arg(all - open).arg(all), Color::ink2);
    m_progress->setRange(0, std::max(1, all));
    m_progress->setValue(all - open);
    const bool on = board.isOn();
    m_progress->parentWidget()->setVisible(on);
    m_timer->setEnd(on ? endOf(board.meeting, m_person) : std::nullopt);
    m_detailsButton->setVisible(on && mayRun());
    m_startButton->setVisible(!on && mayRun() && !board.lines.empty());
    m_finishButton->setVisible(on && mayRun());
    m_start->setEnabled(!on && mayRun() && !board.lines.empty());
    m_finish->setEnabled(on && mayRun());
    m_details->setEnabled(on && mayRun());
    QMenu* menu = m_paper->menu();
    menu->clear();
    const auto offer = [&](const QString& said, const MeetingId& meeting, bool toFile, bool large) {
        connect(menu->addAction(said), &QAction::triggered, this,
                [this, meeting, toFile, large] { print(meeting, toFile, large); });
    };
    if (on) {
        offer(tr("Print the draft minutes"), board.meeting.id, false, false);
        offer(tr("Save the draft minutes as a PDF"), board.meeting.id, true, false);
        offer(tr("Save them in large print"), board.meeting.id, true, true);
    }
    for (const Meeting& past : board.past) {
        if (menu->actions().size() > 14)
            break;
        offer(tr("Minutes of %1, as a PDF").arg(birthDateWords(londonDate(past.startsAt))), past.id, true, false);
    }
    m_paper->setVisible(m_desk.may(app::Action::exportMeeting) && !menu->isEmpty());
    const int room = m_class == WindowClass::narrow ? 0 : width() * 7 / 10;
    m_tools->setMinimumWidth(std::min(room, m_tools->sizeHint().width()));
}

void MdtPage::renderPerson()
{
    m_stack->setCurrentWidget(m_view);
    const app::AgendaLine* line = lineOf(m_person);
    if (!line)
        return m_view->showNothing(tr("Nobody is on the agenda"),
                                   tr("Nobody is being passed around, refused, kept waiting too long or unsafe."));
    if (!m_board->isOn() && mayRun())
        return m_view->showNothing(tr("The agenda is ready"),
                                   tr("%1 first: %2. Each is there for a reason, and can be taken off with one.")
                                       .arg(text(line->name), reasonsWords(line->item).toLower()),
                                   tr("Start the meeting"));
    m_view->setMayWriteLetter(m_desk.may(app::Action::writeLetter));
    m_view->show(*line, m_board->names, mayRun() && m_board->isOn(), m_desk.clock().now());
}

void MdtPage::choose(const PersonId& person)
{
    if (person == m_person && m_form->isOpen())
        return;
    m_form->leave();
    m_person = person;
    render();
    const app::AgendaLine* line = lineOf(person);
    if (m_board->isOn() && mayRun() && line && !line->record && !isOff(line->item))
        openForm(person);
}

void MdtPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (windowClassFor(window()->width(), m_theme.u()) != m_class)
        arrange();
}

/// Wide enough: three columns. Smaller: who is there stands under the agenda. Narrow: one column, the agenda a drop-down.
void MdtPage::arrange()
{
    m_class = windowClassFor(window()->width(), m_theme.u());
    const bool narrow = m_class == WindowClass::narrow;
    const bool small = m_class == WindowClass::small || narrow;
    m_agenda->setNarrow(narrow);
    m_headRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->removeWidget(m_attendance);
    m_side->removeWidget(m_attendance);
    if (small && !narrow)
        m_side->addWidget(m_attendance, 2);
    else
        m_columns->addWidget(m_attendance);
    const auto width = [&](QWidget* panel, int drawn) {
        panel->setMinimumWidth(narrow ? 0 : m_theme.px(drawn));
        panel->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : m_theme.px(drawn));
    };
    width(m_agenda, small ? agendaDrawn - 10 : agendaDrawn);
    width(m_attendance, small ? agendaDrawn - 10 : attendanceDrawn);
    // In one column the page scrolls, and each part has room enough.
    m_agenda->setSizePolicy(QSizePolicy::Preferred, narrow ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    m_stack->setMinimumHeight(narrow ? m_theme.px(narrowForm) : 0);
    m_attendance->setMinimumHeight(narrow ? m_theme.px(narrowAttendance) : 0);
}

QList<QWidget*> MdtPage::regions()
{
    return {m_agenda, m_stack->currentWidget(), m_attendance};
}

QWidget* MdtPage::firstFocus()
{
    return m_agenda->focusTarget();
}

bool MdtPage::mayLeave()
{
    m_form->pause();
    return true;
}

QString MdtPage::place() const
{
    return text(m_person.text());
}

void MdtPage::goTo(const QString& place)
{
    if (!place.isEmpty())
        m_person = PersonId{place.toStdString()};
}

}  // namespace holdfast::ui
