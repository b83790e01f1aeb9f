#include "person/person_header.h"

#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QBoxLayout>

namespace holdfast::ui {

PersonHeader::PersonHeader(const Theme& theme, QWidget* buttons, QWidget* tabs, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_buttons{buttons}, m_tabs{tabs}, m_column{new QVBoxLayout{this}}
{
    setProperty("band", true);
    m_buttons->setParent(this);
    m_tabs->setParent(this);
    m_column->setSpacing(0);
}

QWidget* PersonHeader::names(const PersonHeaderView& view)
{
    auto* line = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(4), line};
    auto* name = plainLabel(view.name, Type::h1s);
    name->setObjectName(QStringLiteral("personName"));
    flow->addWidget(name);
    if (!view.likesToBeCalled.isEmpty()) {
        auto* called =
            new RunLabel{m_theme,
                         Type::body,
                         {{tr("likes to be called "), Color::ink2, 400}, {view.likesToBeCalled, Color::ink, 600}}};
        called->setWordWrap(false);
        flow->addWidget(called);
    }
    if (!view.pronouns.isEmpty())
        flow->addWidget(new Tag{m_theme, neutralLook(view.pronouns)});
    flow->addWidget(new Tag{m_theme, view.hold});
    return line;
}

QWidget* PersonHeader::facts(const PersonHeaderView& view)
{
    auto* line = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(20), m_theme.px(2), line};
    const auto add = [&](QList<TextRun> runs, const QString& icon = {}) {
        auto* fact = new QWidget;
        auto* row = new QHBoxLayout{fact};
        row->setContentsMargins({});
        row->setSpacing(m_theme.px(6));
        if (!icon.isEmpty())
            row->addWidget(new IconLabel{m_theme, icon, Color::ink2, 16});
        auto* label = new RunLabel{m_theme, Type::dense, std::move(runs)};
        label->setWordWrap(false);
        row->addWidget(label);
        flow->addWidget(fact);
    };
    if (!view.born.isEmpty())
        add({{view.age, Color::ink, 600},
             {view.age.isEmpty() ? view.born : QLatin1Char(' ') + view.born, Color::ink2, 400}});
    add({{tr("NHS number "), Color::ink2, 400}, {view.nhsNumber, Color::ink, view.hasNumber ? 600 : 400}});
    if (!view.contactWish.isEmpty())
        add({{view.contactWish, Color::ink2, 400}}, QStringLiteral("phone"));
    return line;
}

QWidget* PersonHeader::strip(const std::vector<AlertView>& alerts)
{
    auto* line = new QWidget;
    line->setObjectName(QStringLiteral("alertStrip"));
    line->setAccessibleName(tr("Alerts"));
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), line};
    for (const auto& alert : alerts) {
        auto* card = new Card{m_theme};
        card->setRole(alert.safety ? Role::late : Role::neutral, Card::Spine::none, alert.safety);
        auto* row = new QHBoxLayout{card};
        row->setContentsMargins(m_theme.px(8), m_theme.px(5), m_theme.px(10), m_theme.px(5));
        row->setSpacing(m_theme.px(6));
        row->addWidget(new IconLabel{m_theme, alert.icon, alert.safety ? Color::late : Color::ink2, 14});
        QList<TextRun> runs{{alert.strong, alert.safety ? Color::late : Color::ink, 600}};
        if (!alert.rest.isEmpty())
            runs << TextRun{QStringLiteral("  ") + alert.rest, alert.safety ? Color::ink : Color::ink2, 400};
        auto* label = new RunLabel{m_theme, Type::small, runs};
        label->setWordWrap(false);
        row->addWidget(label);
        flow->addWidget(card);
    }
    return line;
}

void PersonHeader::show(const PersonHeaderView& view, const std::vector<AlertView>& alerts, WindowClass windowClass)
{
    const bool narrow = windowClass == WindowClass::narrow;
    const bool tight = narrow || windowClass == WindowClass::small;
    const int side = narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    m_buttons->setParent(this);
    m_tabs->setParent(this);
    delete m_content;
    m_content = new QWidget{this};  // a window of its own would take buttons and tabs out of the order of Tab
    auto* column = new QVBoxLayout{m_content};
    column->setContentsMargins(side, m_theme.px(tight ? 12 : 16), side, 0);
    column->setSpacing(m_theme.px(tight ? 8 : 12));
    auto* top = new QHBoxLayout;
    top->setSpacing(m_theme.px(16));
    auto* avatar = new Avatar{m_theme, view.name, Role::joint, narrow ? 40 : 56, Avatar::Shape::square};
    top->addWidget(avatar, 0, Qt::AlignTop);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(m_theme.px(2));
    middle->addWidget(names(view));
    middle->addWidget(facts(view));
    middle->addStretch();
    top->addLayout(middle, 1);
    if (!narrow)
        top->addWidget(m_buttons, 0, Qt::AlignTop);
    column->addLayout(top);
    // Beside the name in one row; below it they flow on.
    m_buttons->setMinimumWidth(narrow ? 0 : m_buttons->sizeHint().width());
    if (narrow)
        column->addWidget(m_buttons);
    m_buttons->show();
    if (!alerts.empty())
        column->addWidget(strip(alerts));
    column->addWidget(m_tabs);
    m_tabs->show();
    m_column->setContentsMargins({});
    m_column->addWidget(m_content);
    m_content->show();
}

}  // namespace holdfast::ui
