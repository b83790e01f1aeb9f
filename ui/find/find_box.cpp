#include "find/find_box.h"

#include "async/desk.h"
#include "base/text.h"
#include "find/find_panel.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
using Group = FindRow::Group;
using Kind = FindRow::Kind;

constexpr auto pause = 120ms;
constexpr int mostLetters = 1'000;

}  // namespace

FindBox::FindBox(const Theme& theme, Desk& desk, QLineEdit& box, QWidget& window,
                 std::function<QList<QAction*>()> commands, QObject* parent)
    : QObject{parent},
      m_theme{theme},
      m_desk{desk},
      m_box{box},
      m_window{window},
      m_commands{std::move(commands)},
      m_panel{new FindPanel{theme, &window}}
{
    m_panel->hide();
    m_box.setMaxLength(mostLetters);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FindBox::ask);
    connect(&m_box, &QLineEdit::textEdited, this, &FindBox::typed);
    connect(m_panel, &FindPanel::filtersChanged, this, [this] {
        m_shown = {};
        ask();
        place();
    });
    connect(m_panel, &FindPanel::activated, this, &FindBox::activate);
    connect(m_panel, &FindPanel::currentChanged, this, [this] {
        m_box.setAccessibleDescription(m_panel->currentWords());
        QAccessibleEvent event{&m_box, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&event);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* old, QWidget* now) { followFocus(old, now); });
    m_box.installEventFilter(this);
    m_window.installEventFilter(this);
    m_panel->installEventFilter(this);
}

FindPanel& FindBox::panel() const
{
    return *m_panel;
}

void FindBox::open()
{
    if (QWidget* now = m_window.focusWidget(); now && now != &m_box && !m_panel->isAncestorOf(now))
        m_before = now;
    m_box.setFocus(Qt::ShortcutFocusReason);
    m_box.selectAll();
    if (m_panel->isVisible())
        return;
    m_panel->setToday(londonDate(m_desk.clock().now()));
    loadAuthors();
    ask();
    place();
    m_panel->setVisible(true);
    m_panel->raise();
    place();
}

void FindBox::shut()
{
    if (!m_panel->isVisible())
        return;
    const QWidget* now = m_window.focusWidget();
    const bool hadKeys = now == &m_box || m_panel->isAncestorOf(now);
    m_pause.stop();
    m_goThere = false;
    m_panel->hide();
    if (hadKeys && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_before.clear();
}

void FindBox::forget()
{
    ++m_session;
    shut();
    m_box.clear();
    m_panel->clearFilters();
    m_answer = {};
    m_answered = {};
    m_hasAuthors = false;
    m_panel->showHint();
}

app::FindQuery FindBox::query() const
{
    const auto days = m_panel->days();
    return {m_box.text().toStdString(), m_panel->author(), days.from, days.until};
}

void FindBox::typed()
{
    m_goThere = false;
    m_shown = {};
    if (!m_panel->isVisible())
        open();
    m_box.deselect();
    m_pause.start();
}

/// One question at a time: what is typed while it is answered is asked when it has been.
void FindBox::ask()
{
    m_pause.stop();
    if (m_asking) {
        m_again = true;
        return;
    }
    if (isBlank(m_box.text().toStdString())) {
        m_answer = {};
        m_answered = query();
        m_panel->showHint();
        place();
        return;
    }
    m_asking = true;
    m_again = false;
    m_desk.ask(
        this, [query = query()](UseCases& use, const app::Session& session) { return use.find.ask(session, query); },
        [this, query = query(), session = m_session](const Result<app::FindAnswer>& answer) {
            m_asking = false;
            if (session == m_session)
                take(query, answer);
            if (m_again)
                ask();
        });
}

void FindBox::take(const app::FindQuery& asked, const Result<app::FindAnswer>& answer)
{
    if (asked != query())
        return ask();  // it answers what is no longer asked
    if (!answer) {
        m_panel->showTrouble(words(answer.error()));
        return place();
    }
    m_answer = *answer;
    m_answered = asked;
    render(false);
    if (std::exchange(m_goThere, false))
        activate();
}

void FindBox::render(bool keep)
{
    const QList<QAction*> fitting = m_panel->isNarrowed() ? QList<QAction*>{} : commandsFor(m_box.text(), m_commands());
    const auto rows = rowsOf(m_answer, fitting, m_shown, m_desk.clock().now());
    if (rows.isEmpty())
        m_panel->showNothing(m_box.text().simplified());
    else
        m_panel->show(rows, keep);
    place();
}

/// First the rest of what came, then what the store has beyond it.
void FindBox::more(Group group)
{
    if (group == Group::people) {
        const QString typed = m_box.text();
        shut();
        emit everybodyRequested(typed);
        return;
    }
    if (m_shown.whole.insert(group).second)
        return render(true);
    app::FoundWritings app::FindAnswer::*part = nullptr;
    if (group == Group::notes)
        part = &app::FindAnswer::notes;
    else if (group == Group::letters)
        part = &app::FindAnswer::letters;
    else if (group == Group::events)
        part = &app::FindAnswer::events;
    if (part == nullptr || (m_answer.*part).next == 0)
        return;
    const app::WrittenKind kind = (m_answer.*part).rows.front().kind;
    m_desk.ask(
        this,
        [query = m_answered, kind, after = (m_answer.*part).next](UseCases& use, const app::Session& session) {
            return use.find.more(session, query, kind, after);
        },
        [this, part, asked = m_answered, session = m_session](const Result<app::FoundWritings>& found) {
            if (!found || session != m_session || asked != m_answered)
                return;
            auto& known = m_answer.*part;
            known.rows.insert(known.rows.end(), found->rows.begin(), found->rows.end());
            known.next = found->next;
            render(true);
        });
}

void FindBox::activate()
{
    if (const FindRow* row = m_panel->current())
        openRow(FindRow{*row});
}

void FindBox::openRow(const FindRow& row)
{
    if (row.kind == Kind::more)
        return more(row.group);
    m_before.clear();  // the focus goes where the thing is
    shut();
    switch (row.kind) {
    case Kind::heading:
    case Kind::more: break;
    case Kind::person:
    case Kind::referral: emit personChosen(row.person); break;
    case Kind::note: emit noteChosen(row.person, NoteId{row.id}); break;
    case Kind::letter: emit letterChosen(row.person, DocumentId{row.id}); break;
    case Kind::event: emit eventChosen(row.person, EventId{row.id}); break;
    case Kind::service: emit serviceChosen(ServiceId{row.id}); break;
    case Kind::command:
        if (row.action && row.action->isEnabled())
            row.action->trigger();
        break;
    }
}

void FindBox::loadAuthors()
{
    if (m_hasAuthors)
        return;
    m_hasAuthors = true;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.workers.list(session); },
        [this, session = m_session](const Result<std::vector<Worker>>& workers) {
            if (!workers || session != m_session)
                return;
            const Worker& me = m_desk.session().worker;
            std::vector<Worker> authors{me};
            for (const Worker& worker : *workers)
                if (worker.id != me.id && worker.role != holdfast::Role::administrator)
                    authors.push_back(worker);
            std::ranges::sort(authors.begin() + 1, authors.end(), {}, &Worker::name);
            m_panel->setAuthors(authors);
        });
}

/// Under the box, as wide as it and never narrower than reads well, within the window.
void FindBox::place()
{
    const QPoint corner = m_box.mapTo(&m_window, QPoint{0, m_box.height() + m_theme.px(6)});
    const int edge = m_theme.px(12);
    const int width = qMin(qMax(m_box.width(), m_theme.px(680)), m_window.width() - corner.x() - edge);
    m_panel->resize(width, m_panel->height());
    const int most = qMin(m_theme.px(720), m_window.height() - corner.y() - edge);
    m_panel->setGeometry(corner.x(), corner.y(), width, m_panel->wantedHeight(most));
}

void FindBox::followFocus(QWidget* before, QWidget* now)
{
    if (now == &m_box && before != nullptr && !m_panel->isAncestorOf(before))
        m_before = before;
    if (!m_panel->isVisible() || now == nullptr || QApplication::activePopupWidget())
        return;
    if (now != &m_box && now != m_panel && !m_panel->isAncestorOf(now) && m_window.isAncestorOf(now)) {
        m_before.clear();
        shut();
    }
}

bool FindBox::pressed(int key)
{
    switch (key) {
    case Qt::Key_Down: m_panel->step(1); return true;
    case Qt::Key_Up: m_panel->step(-1); return true;
    case Qt::Key_PageDown: m_panel->stepPage(1); return true;
    case Qt::Key_PageUp: m_panel->stepPage(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pause.isActive() || m_asking) {  // not what an older question found
            m_goThere = true;
            if (m_pause.isActive())
                ask();
        } else {
            activate();
        }
        return true;
    case Qt::Key_Escape: shut(); return true;
    default: return false;
    }
}

bool FindBox::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_panel)
        return false;  // the window is going, and its panel has gone
    if (watched == &m_window && event->type() == QEvent::Resize && m_panel->isVisible())
        place();
    if (watched == &m_box && event->type() == QEvent::MouseButtonRelease && !m_panel->isVisible())
        open();
    const bool keys =
        m_panel->isVisible() && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride);
    if (!keys)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (event->type() == QEvent::ShortcutOverride) {
        if (key == Qt::Key_Escape)
            event->accept();
        return false;
    }
    if (watched == &m_box)
        return pressed(key);
    if (watched == m_panel && key == Qt::Key_Escape)
        return pressed(key);
    return false;
}

}  // namespace holdfast::ui
