#include "find/find_panel.h"

#include "find/find_delegate.h"
#include "find/find_model.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScrollBar>

namespace holdfast::ui {
namespace {

enum When { AnyTime, Today, Week, Month, Year, Between };

}  // namespace

FindPanel::FindPanel(const Theme& theme, QWidget* parent)
    : QFrame{parent},
      m_theme{theme},
      m_model{new FindModel{this}},
      m_list{new QListView},
      m_empty{new EmptyState{theme, QStringLiteral("search"), {}, {}}}
{
    setObjectName(QStringLiteral("findPanel"));
    setAccessibleName(tr("What was found"));
    auto* column = new QVBoxLayout{this};
    buildFilters(*column);
    m_list->setObjectName(QStringLiteral("findList"));
    m_list->setAccessibleName(tr("What was found. Up and Down choose, Enter opens."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindDelegate{theme, *m_model, m_list});
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);  // the keys stay with the box
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    column->addWidget(m_list, 1);
    m_instead = new QWidget;
    auto* around = new QVBoxLayout{m_instead};
    around->addWidget(m_empty);
    column->addWidget(m_instead);
    buildFoot(*column);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        choose(index.row());
        emit activated();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        clearFilters();
        emit filtersChanged();
    });
    connect(&theme, &Theme::themeChanged, this, &FindPanel::resizeToTheme);
    resizeToTheme();
    showHint();
}

void FindPanel::buildFilters(QLayout& column)
{
    m_filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), m_filters};
    m_by = new FilterButton{m_theme, tr("Written by")};
    m_by->setObjectName(QStringLiteral("findBy"));
    m_by->setChoices({tr("Anybody"), tr("Me")});
    m_by->setCurrent(0);
    m_when = new FilterButton{m_theme, tr("Written")};
    m_when->setObjectName(QStringLiteral("findWhen"));
    m_when->setChoices({tr("At any time"), tr("Today"), tr("In the last 7 days"), tr("In the last 30 days"),
                        tr("In the last 12 months"), tr("Between two days")});
    m_when->setCurrent(AnyTime);
    flow->addWidget(m_by);
    flow->addWidget(m_when);
    m_between = new QWidget;
    auto* row = new QHBoxLayout{m_between};
    row->setContentsMargins({});
    row->setSpacing(m_theme.px(6));
    m_from = new DayEdit{m_theme, tr("Written on this day or later"), m_today};
    m_until = new DayEdit{m_theme, tr("Written on this day or earlier"), m_today};
    for (DayEdit* edit : {m_from, m_until}) {
        keepWidth(*edit, m_theme, 132);
        connect(edit, &DayEdit::textChanged, this, &FindPanel::filtersChanged);
    }
    row->addWidget(m_from);
    row->addWidget(plainLabel(tr("to"), Type::small, Color::ink2));
    row->addWidget(m_until);
    m_between->hide();
    flow->addWidget(m_between);
    column.addWidget(m_filters);
    connect(m_by, &FilterButton::chosen, this, &FindPanel::filtersChanged);
    connect(m_when, &FilterButton::chosen, this, [this](int when) {
        m_between->setVisible(when == Between);
        emit filtersChanged();
    });
}

void FindPanel::buildFoot(QLayout& column)
{
    m_foot = new QWidget;
    auto* row = new QHBoxLayout{m_foot};
    auto* keys =
        new ElidedLabel{tr("Up and Down choose · Enter opens · Esc closes · \"no answer\" finds words side by side"),
                        Type::small, Color::ink2};
    row->addWidget(keys, 1);
    column.addWidget(new Line{m_theme});
    column.addWidget(m_foot);
}

void FindPanel::resizeToTheme()
{
    const int side = m_theme.px(14);
    layout()->setContentsMargins(1, m_theme.px(10), 1, 1);
    layout()->setSpacing(m_theme.px(6));
    m_filters->layout()->setContentsMargins(side, 0, side, 0);
    m_instead->layout()->setContentsMargins(side, 0, side, m_theme.px(4));
    m_foot->layout()->setContentsMargins(side, 0, side, m_theme.px(8));
    m_list->doItemsLayout();
}

void FindPanel::setToday(Date today)
{
    m_today = today;
}

void FindPanel::setAuthors(const std::vector<Worker>& authors)
{
    const auto chosen = author();
    QStringList names{tr("Anybody")};
    m_authors.clear();
    for (const Worker& worker : authors) {
        names << (m_authors.empty() ? tr("Me") : text(worker.name));
        m_authors.push_back(worker.id);
    }
    m_by->setChoices(names);
    const auto there = chosen ? std::ranges::find(m_authors, *chosen) : m_authors.end();
    m_by->setCurrent(there == m_authors.end() ? 0 : static_cast<int>(there - m_authors.begin()) + 1);
}

std::optional<WorkerId> FindPanel::author() const
{
    const auto at = static_cast<std::size_t>(m_by->current());
    return m_by->current() <= 0 || at > m_authors.size() ? std::nullopt : std::optional{m_authors[at - 1]};
}

FindPanel::Days FindPanel::days() const
{
    using std::chrono::days;
    switch (m_when->current()) {
    case Today: return {m_today, {}, true};
    case Week: return {m_today - days{6}, {}, true};
    case Month: return {m_today - days{29}, {}, true};
    case Year: return {m_today - days{364}, {}, true};
    case Between: return {m_from->day(), m_until->day(), m_from->isReadable() && m_until->isReadable()};
    default: return {};
    }
}

bool FindPanel::isNarrowed() const
{
    return m_by->current() > 0 || m_when->current() > AnyTime;
}

void FindPanel::clearFilters()
{
    m_by->setCurrent(0);
    m_when->setCurrent(AnyTime);
    m_between->hide();
}

void FindPanel::show(QList<FindRow> rows, bool keep)
{
    const int before = m_list->currentIndex().row();
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setRows(std::move(rows));
    m_instead->hide();
    m_list->show();
    choose(keep && before >= 0 ? m_model->choosable(before, 1) : m_model->choosable(0, 1));
    if (keep)
        m_list->verticalScrollBar()->setValue(scrolled);
}

void FindPanel::showInstead(const QString& title, const QString& detail, const QString& action)
{
    m_model->setRows({});
    m_list->hide();
    m_empty->setWords(title, detail);
    m_empty->setAction(action);
    m_instead->show();
    emit currentChanged();
}

void FindPanel::showHint()
{
    showInstead(
        tr("Find anything"),
        tr("A name, an NHS number or a date of birth; words of a note or a letter; a service; something to do."), {});
}

void FindPanel::showNothing(const QString& typed)
{
    if (isNarrowed())
        return showInstead(tr("Nothing was written with these words by them, then"),
                           tr("People, services and commands are left out while a writer or days are chosen."),
                           tr("Look everywhere"));
    showInstead(tr("Nothing found for “%1”").arg(typed.size() > 40 ? typed.left(40) + QStringLiteral("…") : typed),
                tr("Fewer letters find more. Notes that are not shared with you are not searched."), {});
}

void FindPanel::showTrouble(const QString& words)
{
    showInstead(tr("The search could not be asked"), words, {});
}

void FindPanel::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (row >= 0)
        m_list->scrollTo(m_model->index(row == m_model->choosable(0, 1) ? 0 : row, 0));
    emit currentChanged();
}

void FindPanel::step(int by)
{
    const int now = m_list->currentIndex().row();
    const int next = m_model->choosable(now + by, by);
    if (next >= 0)
        choose(next);
}

void FindPanel::stepPage(int by)
{
    const int now = m_list->currentIndex().row();
    constexpr int rowsOfPage = 6;
    int next = qBound(0, now + by * rowsOfPage, m_model->rowCount() - 1);
    next = m_model->choosable(next, by) >= 0 ? m_model->choosable(next, by) : m_model->choosable(next, -by);
    if (next >= 0)
        choose(next);
}

const FindRow* FindPanel::current() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &m_model->rowAt(row);
}

QString FindPanel::currentWords() const
{
    const FindRow* row = current();
    return row ? spoken(*row) : QString{};
}

bool FindPanel::isEmpty() const
{
    return m_model->rowCount() == 0;
}

int FindPanel::wantedHeight(int most) const
{
    int height = m_filters->heightForWidth(width() - 2) + m_foot->sizeHint().height() + m_theme.px(34);
    if (isEmpty())
        height += m_instead->sizeHint().height();
    for (int row = 0; row < m_model->rowCount() && height < most; ++row)
        height += m_list->sizeHintForRow(row);
    return qMin(height, most);
}

void FindPanel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{m_theme.color(Color::lineStrong), 1});
    painter.setBrush(m_theme.color(Color::surface));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.size(Size::radiusCard),
                            m_theme.size(Size::radiusCard));
}

}  // namespace holdfast::ui
