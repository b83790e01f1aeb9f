#include "gallery.h"
#include "theme/style.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "widgets/steps.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui::gallery {
namespace {

QLineEdit* line(const QString& text, const QString& placeholder = {})
{
    auto* edit = new QLineEdit{text};
    edit->setPlaceholderText(placeholder);
    return edit;
}

QLayout* fields(const Theme& theme)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const auto add = [&](int row, int column, FieldBox* box) {
        grid->addWidget(box, row, column, Qt::AlignTop);
        return box;
    };
    add(0, 0,
        new FieldBox{theme, QStringLiteral("Reply received"), line(QStringLiteral("18 Nov 2025, 10:31")),
                     QStringLiteral("Day, month, year and time")});
    auto* lead = line(QStringLiteral("Samir Haddad"));
    add(0, 1, new FieldBox{theme, QStringLiteral("Named lead"), lead, QStringLiteral("Focus: 2 px ring, 2 px gap")});
    lead->setFocus(Qt::TabFocusReason);
    add(1, 0, new FieldBox{theme, QStringLiteral("Safety plan reviewed"), line({}, QStringLiteral("Day, month, year"))})
        ->setError(QStringLiteral("Enter the review date"));
    add(1, 1, new FieldBox{theme, QStringLiteral("NHS number"), line(QStringLiteral("999 186 0961"))})
        ->setError(QStringLiteral("Check this number. It does not add up"));
    auto* readOnly = line(QStringLiteral("Dates and plans only"));
    readOnly->setReadOnly(true);
    readOnly->addAction(theme.icon(QStringLiteral("lock")), QLineEdit::LeadingPosition);
    add(2, 0, new FieldBox{theme, QStringLiteral("Carer may know"), readOnly});
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("Must be abstinent first"), QStringLiteral("Too complex")});
    add(2, 1, new FieldBox{theme, QStringLiteral("Reason they gave"), combo});
    auto* date = new QDateEdit{QDate{2025, 11, 18}};
    date->setCalendarPopup(true);
    add(3, 0, new FieldBox{theme, QStringLiteral("Review on"), date});
    auto* words = new QPlainTextEdit{QStringLiteral("Declined: must be abstinent 3 months.")};
    words->setFixedHeight(theme.px(56));
    add(3, 1, new FieldBox{theme, QStringLiteral("Their words"), words});
    auto* checks = new QHBoxLayout;
    auto* on = new QCheckBox{QStringLiteral("Text Marcus today")};
    on->setChecked(true);
    checks->addWidget(on);
    checks->addWidget(new QCheckBox{QStringLiteral("Not now")});
    auto* radio = new QRadioButton{QStringLiteral("By phone")};
    radio->setChecked(true);
    checks->addWidget(radio);
    checks->addWidget(new QRadioButton{QStringLiteral("By letter")});
    checks->addStretch();
    grid->addLayout(checks, 4, 0, 1, 2);
    return grid;
}

QLayout* banners(const Theme& theme)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* stop = new Banner{theme, Banner::Kind::stop};
    stop->setText(QStringLiteral("This refusal is not allowed by the protocol."), QStringLiteral("The hold stays on."));
    stop->setAction(QStringLiteral("Challenge"));
    auto* caution = new Banner{theme, Banner::Kind::caution};
    caution->setIconName(QStringLiteral("hourglass"));
    caution->setText(QStringLiteral("Consent review is due by 2 Dec."),
                     QStringLiteral("Ask Dani what still feels right."));
    caution->setAction(QStringLiteral("Plan it"));
    auto* good = new Banner{theme, Banner::Kind::good};
    good->setText(QStringLiteral("Both services have accepted."), QStringLiteral("Joint review set for 2 Dec."));
    good->setAction(QStringLiteral("See plan"));
    column->addWidget(stop);
    column->addWidget(caution);
    column->addWidget(good);
    return column;
}

QLayout* toasts(const Theme& theme)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(new Toast{theme, Toast::Kind::done, QStringLiteral("Note saved. Both services can see it."),
                                QStringLiteral("Undo")});
    column->addWidget(new Toast{theme, Toast::Kind::failed,
                                QStringLiteral("Letter not sent. The printer is not answering."),
                                QStringLiteral("Try again")});
    return column;
}

QLayout* table(const Theme& theme)
{
    auto* view = new QTableWidget{4, 4};
    dressTable(*view, theme);
    view->setHorizontalHeaderLabels(
        {QStringLiteral("Person"), QStringLiteral("MH"), QStringLiteral("D&A"), QStringLiteral("Next date")});
    const TagState mh[]{TagState::accepted, TagState::overdue, TagState::accepted, TagState::bounced};
    const char* names[]{"Bev Lockwood", "Callum Prentice", "Dani Okafor", "Gareth Pugh"};
    QFont bold;
    bold.setBold(true);
    for (int row = 0; row < 4; ++row) {
        auto* name = new QTableWidgetItem{QString::fromUtf8(names[row])};
        name->setFont(bold);
        view->setItem(row, 0, name);
        for (const int column : {1, 2}) {
            const TagState state = column == 1 ? mh[row] : TagState::accepted;
            auto* cell = new QTableWidgetItem{stateLook(state).text};
            cell->setData(cellKindRole, static_cast<int>(state));
            view->setItem(row, column, cell);
        }
        auto* due = new QTableWidgetItem{row == 1 ? QStringLiteral("1 day overdue") : QStringLiteral("Fri 21 Nov")};
        if (row == 1) {
            due->setData(cellToneRole, static_cast<int>(Color::late));
            due->setFont(bold);
        }
        view->setItem(row, 3, due);
    }
    view->setItemDelegateForColumn(1, new TagDelegate{theme, view});
    view->setItemDelegateForColumn(2, new TagDelegate{theme, view});
    view->selectRow(2);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->setFixedHeight(theme.px(30) + 4 * theme.size(Size::rowTable));
    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    inside->setContentsMargins(1, 4, 1, 4);
    inside->addWidget(view);
    auto* column = new QVBoxLayout;
    column->addWidget(card);
    return column;
}

QLayout* steps(const Theme& theme)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* jump = new JumpList{theme};
    jump->setSteps({QStringLiteral("What matters"), QStringLiteral("Two needs"), QStringLiteral("Risk"),
                    QStringLiteral("Barriers"), QStringLiteral("Route")});
    jump->setState(0, JumpList::State::done);
    jump->setState(1, JumpList::State::done);
    jump->setState(2, JumpList::State::error, QStringLiteral("1 answer needed"));
    jump->setState(4, JumpList::State::now);
    column->addWidget(jump);
    column->addSpacing(8);
    column->addWidget(
        new StepRow{theme,
                    {QStringLiteral("clasp"), QStringLiteral("Now: the hold stays on"),
                     QStringLiteral("Nothing closes. Samir Haddad is still accountable."), true, false, true},
                    new Tag{theme, stateLook(TagState::held)}});
    column->addWidget(
        new StepRow{theme,
                    {QStringLiteral("letter"), QStringLiteral("Today: challenge letter to the team manager"),
                     QStringLiteral("Draft ready for Alison Firth."), false, false, false},
                    new Button{theme, QStringLiteral("Preview"), ButtonKind::link}});
    column->addWidget(
        new StepRow{theme,
                    {QStringLiteral("timer"), QStringLiteral("Fri 21 Nov, 17:00: goes to both service leads"),
                     QStringLiteral("If there is no new reply by then."), false, true, false}});
    column->addWidget(new ClockRing{theme, 3});
    return column;
}

}  // namespace

QWidget* componentsTwo(const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(32, 20, 32, 20);
    column->addWidget(plainLabel(QStringLiteral("Components 2: forms, messages and finding things"), Type::h1));
    auto* both = new QHBoxLayout;
    both->setSpacing(24);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(section(QStringLiteral("Form field"), fields(theme)));
    left->addWidget(section(QStringLiteral("Banner: stop, caution, good news"), banners(theme)));
    left->addWidget(section(QStringLiteral("Toast: done, failed"), toasts(theme)));
    left->addWidget(new EmptyState{theme, QStringLiteral("checkin"), QStringLiteral("Nothing needs you right now"),
                                   QStringLiteral("23 people are held by you. Next clock: tomorrow 12:00."),
                                   QStringLiteral("See who you hold")});
    left->addStretch();
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(section(QStringLiteral("Table: selected, state tags"), table(theme)));
    right->addWidget(section(QStringLiteral("Jump list and clock line"), steps(theme)));
    right->addStretch();
    both->addLayout(left, 1);
    both->addLayout(right, 1);
    column->addLayout(both, 1);
    return page;
}

}  // namespace holdfast::ui::gallery
