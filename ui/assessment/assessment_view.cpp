#include "assessment/assessment_view.h"

#include "assessment/assessment_header.h"
#include "assessment/barriers_section.h"
#include "assessment/instrument_panel.h"
#include "assessment/matters_section.h"
#include "assessment/need_column.h"
#include "assessment/route_panel.h"
#include "assessment/safety_section.h"
#include "assessment/together_section.h"
#include "assessment/wishes_section.h"
#include "shell/window_class.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/steps.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>

namespace holdfast::ui {
AssessmentView::AssessmentView(const Theme& theme, const InstrumentSet& instruments, Date today, QWidget* parent)
    : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new AssessmentHeader{theme, this};
    m_jump = &m_header->jumpList();
    column->addWidget(m_header);
    connect(m_header, &AssessmentHeader::backAsked, this, &AssessmentView::backAsked);
    connect(m_header, &AssessmentHeader::versionsAsked, this, &AssessmentView::versionsAsked);
    buildNotice(*column);

    m_bodyRow = new QHBoxLayout;
    m_bodyRow->setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12));
    m_bodyRow->setSpacing(theme.px(16));
    column->addLayout(m_bodyRow, 1);
    buildForm(instruments, today);
    m_route = new RoutePanel{theme, this};
    m_bodyRow->addWidget(m_route);
    buildFootBar(*column);

    for (int i = 0; i < stepCount; ++i) {
        auto* key = new QShortcut{QKeySequence{static_cast<int>(Qt::ALT) + Qt::Key_1 + i}, this};
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, i] { jumpTo(i); });
    }
    connect(m_jump, &JumpList::jumped, this, &AssessmentView::jumpTo);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
    arrange();
    refreshJumpList();
}

AssessmentView::~AssessmentView()
{
    qApp->disconnect(this);  // its fields lose the focus while it goes
}

KeptLine& AssessmentView::kept()
{
    return m_header->kept();
}

void AssessmentView::buildNotice(QBoxLayout& column)
{
    m_noticeBar = new QWidget{this};
    auto* row = new QHBoxLayout{m_noticeBar};
    row->setContentsMargins(m_theme.px(24), m_theme.px(12), m_theme.px(24), 0);
    row->setSpacing(m_theme.px(8));
    m_notice = new Banner{m_theme, Banner::Kind::caution, m_noticeBar};
    m_noticeFirst = new Button{m_theme, {}, ButtonKind::secondary, {}, ButtonSize::normal, m_noticeBar};
    m_noticeSecond = new Button{m_theme, {}, ButtonKind::secondary, {}, ButtonSize::normal, m_noticeBar};
    m_noticeThird = new Button{m_theme, {}, ButtonKind::secondary, {}, ButtonSize::normal, m_noticeBar};
    row->addWidget(m_notice, 1);
    row->addWidget(m_noticeFirst);
    row->addWidget(m_noticeSecond);
    row->addWidget(m_noticeThird);
    m_noticeBar->hide();
    column.addWidget(m_noticeBar);
    connect(m_noticeFirst, &QPushButton::clicked, this, &AssessmentView::noticeFirst);
    connect(m_noticeSecond, &QPushButton::clicked, this, &AssessmentView::noticeSecond);
    connect(m_noticeThird, &QPushButton::clicked, this, &AssessmentView::noticeThird);
}

void AssessmentView::buildForm(const InstrumentSet& instruments, Date today)
{
    m_scroll = new QScrollArea{this};
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formBody = new QWidget;
    m_formColumn = new QVBoxLayout{m_formBody};
    m_formColumn->setContentsMargins(0, 0, m_theme.px(4), 0);
    m_formColumn->setSpacing(m_theme.px(10));
    m_scroll->setWidget(m_formBody);
    m_bodyRow->addWidget(m_scroll, 1);

    addSection(new MattersSection{m_theme, m_formBody});
    auto* entry = new Banner{m_theme, Banner::Kind::caution, m_formBody};
    entry->setIconName(QStringLiteral("info"));
    entry->setText(tr("For entering completed forms. "),
                   tr("The labels are our own topic words, not the questionnaire: do not read them out as questions."));
    m_formColumn->addWidget(entry);
    auto* pair = new QWidget{m_formBody};
    m_two = new QHBoxLayout{pair};
    m_two->setContentsMargins(0, 0, 0, 0);
    m_two->setSpacing(m_theme.px(12));
    m_formColumn->addWidget(pair);
    for (const auto need : allNeeds) {
        auto* needColumn = new NeedColumn{m_theme, need, instruments, pair};
        m_needs[static_cast<std::size_t>(need)] = needColumn;
        m_two->addWidget(needColumn, 1);
        m_sections.push_back(needColumn);
    }
    addSection(new TogetherSection{m_theme, m_formBody});
    m_safety = new SafetySection{m_theme, today, m_formBody};
    addSection(m_safety);
    addSection(new BarriersSection{m_theme, m_formBody});
    addSection(new WishesSection{m_theme, m_formBody});
    m_formColumn->addStretch();
    for (auto* section : m_sections)
        connect(section, &FormSection::changed, this, [this, section] { sectionChanged(*section); });
}

void AssessmentView::addSection(FormSection* section)
{
    m_sections.push_back(section);
    m_formColumn->addWidget(section);
}

void AssessmentView::buildFootBar(QBoxLayout& column)
{
    m_footBar = new QFrame{this};
    m_footBar->setObjectName(QStringLiteral("statusStrip"));
    auto* row = new QHBoxLayout{m_footBar};
    row->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(16), m_theme.px(8));
    m_footTitle = strongLabel({}, Type::body, Color::ink, m_footBar);
    m_footTitle->setWordWrap(true);
    m_footPrimary =
        new Button{m_theme, tr("Refer"), ButtonKind::primary, QStringLiteral("clasp"), ButtonSize::dialog, m_footBar};
    row->addWidget(m_footTitle, 1);
    row->addWidget(m_footPrimary);
    column.addWidget(m_footBar);
    connect(m_footPrimary, &QPushButton::clicked, m_route, &RoutePanel::signAndRefer);
    connect(m_route, &RoutePanel::routeChanged, this, [this](const QString& title) { m_footTitle->setText(title); });
}

void AssessmentView::setPerson(const Person& person, Date today)
{
    m_name = text(person.preferredName.empty() ? person.givenName : person.preferredName);
    m_header->setPerson(person, today);
    for (auto* need : m_needs)
        need->setSex(person.sex);
    m_route->setName(m_name);
}

void AssessmentView::setForm(const record::AssessmentForm& form)
{
    m_form = form;
    for (auto* section : m_sections)
        section->fill(form);
    m_everyMissing = false;
    m_visited = {};
    for (const auto* section : m_sections)
        if (isStarted(*section))
            m_visited[static_cast<std::size_t>(section->step())] = true;
    m_thoughtsDue = m_needs[0]->safetyItemAnswered() || m_needs[1]->safetyItemAnswered();
    m_safety->setSuicidalThoughtsDue(m_thoughtsDue);
    setMissing({});
}

record::AssessmentForm AssessmentView::form() const
{
    record::AssessmentForm form = m_form;
    for (const auto* section : m_sections)
        section->collect(form);
    return form;
}

void AssessmentView::sectionChanged(FormSection& section)
{
    m_visited[static_cast<std::size_t>(section.step())] = true;
    const bool due = m_needs[0]->safetyItemAnswered() || m_needs[1]->safetyItemAnswered();
    if (due && !m_thoughtsDue)
        m_scroll->ensureWidgetVisible(m_safety);
    m_thoughtsDue = due;
    m_safety->setSuicidalThoughtsDue(due);
    emit changed();
}

bool AssessmentView::isStarted(const FormSection& section) const
{
    record::AssessmentForm blank;
    section.collect(blank);
    return blank != record::AssessmentForm{};
}

FormSection* AssessmentView::sectionWith(const QString& field) const
{
    for (auto* section : m_sections)
        if (section->field(field) != nullptr)
            return section;
    return nullptr;
}

void AssessmentView::setMissing(const std::vector<std::string>& missing)
{
    m_missing.clear();
    for (const auto& name : missing)
        m_missing.append(text(name));
    for (auto* section : m_sections) {
        const auto step = static_cast<std::size_t>(section->step());
        const bool tell = m_everyMissing || (m_visited[step] && section->step() != m_now);
        for (const auto& name : section->fieldNames()) {
            const bool needed = tell && m_missing.contains(name);
            section->field(name)->setError(needed ? missingWords(name.toStdString()) : QString{});
        }
    }
    for (auto* need : m_needs)
        need->markUnfinished(m_everyMissing);
    m_safety->remindOfThoughts();
    refreshJumpList();
}

void AssessmentView::showEveryMissing()
{
    m_everyMissing = true;
    std::vector<std::string> missing;
    for (const auto& name : m_missing)
        missing.push_back(name.toStdString());
    setMissing(missing);
}

bool AssessmentView::goToFirstMissing()
{
    for (auto* section : m_sections) {
        for (const auto& name : m_missing) {
            if (auto* field = section->field(name)) {
                scrollTo(*field);
                field->editor()->setFocus(Qt::TabFocusReason);
                return true;
            }
        }
    }
    return false;
}

void AssessmentView::jumpTo(int step)
{
    if (step == static_cast<int>(Step::route)) {
        if (m_stacked)
            scrollTo(*m_route);
        m_route->primary()->setFocus(Qt::TabFocusReason);
        m_now = Step::route;
        refreshJumpList();
        return;
    }
    for (auto* section : m_sections) {
        if (static_cast<int>(section->step()) != step)
            continue;
        scrollTo(*section);
        section->firstStop()->setFocus(Qt::TabFocusReason);
        return;
    }
}

void AssessmentView::scrollTo(QWidget& widget)
{
    const int top = widget.mapTo(m_formBody, QPoint{0, 0}).y();
    m_scroll->verticalScrollBar()->setValue(top - m_theme.px(8));
}

void AssessmentView::focusMoved(QWidget* now)
{
    if (now == nullptr || !isAncestorOf(now))
        return;
    Step step = m_now;
    if (m_route->isAncestorOf(now))
        step = Step::route;
    for (const auto* section : m_sections)
        if (section->isAncestorOf(now))
            step = section->step();
    if (m_formBody->isAncestorOf(now))
        m_scroll->ensureWidgetVisible(now, 0, m_theme.px(24));
    if (step == m_now)
        return;
    m_now = step;
    std::vector<std::string> missing;
    for (const auto& name : m_missing)
        missing.push_back(name.toStdString());
    setMissing(missing);
}

void AssessmentView::refreshJumpList()
{
    std::array<int, stepCount> needed{};
    for (const auto& name : m_missing)
        if (const auto* section = sectionWith(name))
            ++needed[static_cast<std::size_t>(section->step())];
    for (int i = 0; i < stepCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool tell = m_everyMissing || (m_visited[at] && i != static_cast<int>(m_now));
        auto state = JumpList::State::toDo;
        if (needed[at] > 0 && tell)
            state = JumpList::State::error;
        else if (i == static_cast<int>(m_now))
            state = JumpList::State::now;
        else if (m_visited[at] && needed[at] == 0)
            state = JumpList::State::done;
        const QString note = needed[at] == 1 ? tr("1 answer needed") : tr("%1 answers needed").arg(needed[at]);
        m_jump->setState(i, state, needed[at] > 0 ? note : QString{});
    }
    const auto safety = static_cast<std::size_t>(Step::safety);
    m_safety->setNeeded(m_everyMissing || m_visited[safety] ? needed[safety] : 0);
}

void AssessmentView::setNotice(const QString& strong, const QString& rest, const QString& first, const QString& second,
                               const QString& third)
{
    m_noticeBar->setVisible(!strong.isEmpty());
    m_notice->setText(strong, rest);
    m_noticeFirst->setText(first);
    m_noticeFirst->setVisible(!first.isEmpty());
    m_noticeSecond->setText(second);
    m_noticeSecond->setVisible(!second.isEmpty());
    m_noticeThird->setText(third);
    m_noticeThird->setVisible(!third.isEmpty());
}

QWidget* AssessmentView::formArea() const
{
    return m_scroll;
}

QWidget* AssessmentView::firstField() const
{
    return m_sections.front()->firstStop();
}

void AssessmentView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AssessmentView::arrange()
{
    const auto wide = windowClassFor(window()->width(), m_theme.u());
    const bool stacked = wide == WindowClass::narrow;
    const auto across = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_header->setStacked(stacked);
    m_two->setDirection(across);
    const int side = m_theme.px(stacked ? 16 : 24);
    m_bodyRow->setContentsMargins(side, m_theme.px(12), side, stacked ? 0 : m_theme.px(12));
    m_footBar->setVisible(stacked);
    m_formBody->setMaximumWidth(wide == WindowClass::wide ? m_theme.px(640) * 2 + m_theme.px(16) : QWIDGETSIZE_MAX);
    if (stacked != m_stacked) {
        m_stacked = stacked;
        if (stacked) {
            m_bodyRow->removeWidget(m_route);
            m_formColumn->insertWidget(m_formColumn->count() - 1, m_route);
        } else {
            m_formColumn->removeWidget(m_route);
            m_bodyRow->addWidget(m_route);
        }
        m_route->show();
    }
    if (stacked) {
        m_route->setMinimumWidth(0);
        m_route->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_route->setFixedWidth(m_theme.px(wide == WindowClass::wide ? 420 : 348));
    }
    m_route->setStacked(stacked);
}

}  // namespace holdfast::ui
