#include "today/today_row.h"

#include "theme/theme.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace holdfast::ui {
namespace {

ElidedLabel* elided(const QString& text, Type type, Color tone, const char* weight)
{
    auto* label = new ElidedLabel{text, type, tone};
    label->setProperty("weight", QString::fromLatin1(weight));
    return label;
}

QVBoxLayout* columnIn(QWidget* widget)
{
    auto* column = new QVBoxLayout{widget};
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

}  // namespace

TodayRow::TodayRow(const Theme& theme, const WorkView& view, WindowClass windowClass, QWidget* parent)
    : WorkRow{theme, parent}, m_button{new Button{theme, view.button, view.kind}}
{
    setObjectName(QStringLiteral("todayRow"));
    setAccessibleName(view.accessibleName);
    m_button->setAccessibleName(tr("%1, %2").arg(view.button, view.name));
    connect(m_button, &QPushButton::clicked, this, &TodayRow::actionRequested);
    m_why = new Button{theme, {}, ButtonKind::quiet, QStringLiteral("info"), ButtonSize::small};
    m_why->setObjectName(QStringLiteral("rowWhy"));
    m_why->setAccessibleName(tr("Why: %1").arg(view.what));
    m_why->setToolTip(tr("Why?"));
    connect(m_why, &QPushButton::clicked, this, &TodayRow::whyRequested);
    if (!view.hasRule)
        m_why->hide();  // never shown before it has a parent: it would be a window of its own
    if (windowClass == WindowClass::narrow)
        layAsCard(view);
    else
        layInColumns(view, windowClass == WindowClass::wide);
    setTabOrder(this, m_button);
    setTabOrder(m_button, m_why);
}

QWidget* TodayRow::person(const WorkView& view, bool inOneLine)
{
    auto* box = new QWidget;
    if (inOneLine) {
        auto* row = new QHBoxLayout{box};
        row->setContentsMargins({});
        row->setSpacing(theme().px(8));
        row->addWidget(strongLabel(view.name, Type::dense));
        row->addWidget(plainLabel(view.about, Type::small, Color::ink3));
        row->addStretch();
        return box;
    }
    auto* column = columnIn(box);
    column->addWidget(elided(view.name, Type::dense, Color::ink, "strong"));
    column->addWidget(elided(view.about, Type::small, Color::ink3, "regular"));
    return box;
}

QWidget* TodayRow::sentence(const WorkView& view, bool wraps)
{
    auto* box = new QWidget;
    auto* column = columnIn(box);
    if (wraps) {
        column->addWidget(new RunLabel{theme(), Type::dense, {{view.what, Color::ink, 500}}});
        column->addWidget(new RunLabel{theme(), Type::small, {{view.why, Color::ink3, 400}}});
    } else {
        column->addWidget(elided(view.what, Type::dense, Color::ink, "medium"));
        column->addWidget(elided(view.why, Type::small, Color::ink3, "regular"));
    }
    return box;
}

QWidget* TodayRow::deadline(const WorkView& view, Qt::Alignment side)
{
    auto* box = new QWidget;
    auto* column = columnIn(box);
    auto* date = strongLabel(view.due, Type::small);
    date->setAlignment(side);
    column->addWidget(date);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(4));
    if (side == Qt::AlignRight)
        row->addStretch();
    if (view.late)
        row->addWidget(new IconLabel{theme(), QStringLiteral("clock"), Color::late, 12});
    auto* relative = view.late ? strongLabel(view.relative, Type::small, Color::late)
                               : plainLabel(view.relative, Type::small, Color::ink3);
    row->addWidget(relative);
    if (side == Qt::AlignLeft)
        row->addStretch();
    column->addLayout(row);
    return box;
}

void TodayRow::layInColumns(const WorkView& view, bool wide)
{
    const auto px = [this](int drawn) { return theme().px(drawn); };
    setFixedHeight(wide ? px(57) : theme().size(Size::rowToday));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(px(14), 0, px(8), 0);
    row->setSpacing(wide ? px(16) : px(10));
    const auto add = [&](QWidget* widget, int drawnWidth) {
        widget->setFixedWidth(px(drawnWidth));
        row->addWidget(widget, 0, Qt::AlignVCenter);
    };
    add(person(view, false), wide ? 168 : 120);
    add(new NeedCell{theme(), view.mentalHealth, view.substanceUse}, wide ? 180 : 150);
    row->addWidget(sentence(view, false), 1, Qt::AlignVCenter);
    add(deadline(view, Qt::AlignLeft), wide ? 132 : 118);
    row->addWidget(m_why, 0, Qt::AlignVCenter);
    add(m_button, wide ? 140 : 116);
}

void TodayRow::layAsCard(const WorkView& view)
{
    const auto px = [this](int drawn) { return theme().px(drawn); };
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(px(12), px(10), px(12), px(10));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(0, 1);
    grid->addWidget(person(view, true), 0, 0);
    grid->addWidget(deadline(view, Qt::AlignRight), 0, 1);
    grid->addWidget(sentence(view, true), 1, 0, 1, 2);
    auto* needs = new NeedCell{theme(), view.mentalHealth, view.substanceUse};
    needs->setInOneLine(true);
    grid->addWidget(needs, 2, 0);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_why);
    buttons->addWidget(m_button);
    grid->addLayout(buttons, 2, 1);
}

}  // namespace holdfast::ui
