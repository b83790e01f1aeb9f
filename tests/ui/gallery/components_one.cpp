#include "gallery.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/clasp.h"
#include "widgets/lane_card.h"
#include "widgets/segmented_control.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui::gallery {
namespace {

LaneCardData lane(Lane side, TagState state, const QString& holder, const QString& person, const QString& icon,
                  Role role, const QString& next, const QString& detail)
{
    LaneCardData data;
    data.lane = side;
    data.state = state;
    data.holder = holder;
    data.person = person;
    data.nextIcon = icon;
    data.nextRole = role;
    data.next = next;
    data.nextDetail = detail;
    return data;
}

QLayout* lanes(const Theme& theme)
{
    const LaneCardData cards[]{
        lane(Lane::mentalHealth, TagState::accepted, QStringLiteral("Wrenfield CMHT"), QStringLiteral("Samir Haddad"),
             QStringLiteral("calendar"), Role::joint, QStringLiteral("Thu 27 Nov, 17:30"),
             QStringLiteral("Trauma therapy assessment")),
        lane(Lane::mentalHealth, TagState::waiting, QStringLiteral("Talking Therapies"),
             QStringLiteral("Reply due Fri 21 Nov"), QStringLiteral("timer"), Role::wait,
             QStringLiteral("3 working days left"), QStringLiteral("Lantern keeps seeing him")),
        lane(Lane::mentalHealth, TagState::overdue, QStringLiteral("Wrenfield CMHT"),
             QStringLiteral("Reply was due Fri 14 Nov"), QStringLiteral("clock"), Role::late,
             QStringLiteral("2 days overdue"), QStringLiteral("Escalation level 1 of 3")),
        lane(Lane::substanceUse, TagState::bounced, QStringLiteral("Lantern"),
             QStringLiteral("\u201CNot drinking enough\u201D"), QStringLiteral("letter"), Role::bounce,
             QStringLiteral("Challenge sent today"), QStringLiteral("Hold stays on")),
        lane(Lane::substanceUse, TagState::asked, QStringLiteral("No need found"), QStringLiteral("Asked on 12 Nov"),
             QStringLiteral("calendar"), Role::joint, QStringLiteral("Ask again 12 Feb"),
             QStringLiteral("Lane stays visible")),
    };
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    for (const LaneCardData& data : cards) {
        auto* card = new LaneCard{theme, data.lane};
        card->setDensity(LaneCard::Density::compact);
        card->setData(data);
        row->addWidget(card, 1);
    }
    return row;
}

QLayout* clasps(const Theme& theme)
{
    const ClaspData states[]{
        {ClaspData::State::held,
         Lane::substanceUse,
         QStringLiteral("Held together"),
         QStringLiteral("since 2 June"),
         QStringLiteral("Samir Haddad"),
         {}},
        {ClaspData::State::open,
         Lane::substanceUse,
         QStringLiteral("Held, one open"),
         QStringLiteral("D&A reply due Fri"),
         QStringLiteral("Samir Haddad"),
         {}},
        {ClaspData::State::open,
         Lane::mentalHealth,
         QStringLiteral("Held, one open"),
         QStringLiteral("MH reply due Fri"),
         QStringLiteral("Samir Haddad"),
         {}},
        {ClaspData::State::late,
         Lane::substanceUse,
         QStringLiteral("Reply late"),
         QStringLiteral("2 days overdue"),
         QStringLiteral("Samir Haddad"),
         {}},
        {ClaspData::State::challenged,
         Lane::substanceUse,
         QStringLiteral("Challenged"),
         QStringLiteral("letter sent today"),
         QStringLiteral("Samir Haddad"),
         {}},
        {ClaspData::State::ended,
         Lane::substanceUse,
         QStringLiteral("Hold ended"),
         QStringLiteral("agreed by both"),
         QStringLiteral("and by Dani"),
         {}},
    };
    auto* row = new QHBoxLayout;
    for (const ClaspData& data : states) {
        auto* clasp = new Clasp{theme};
        clasp->setFixedSize(theme.px(200), theme.px(156));
        clasp->setData(data);
        row->addWidget(clasp);
        if (&data != &states[std::size(states) - 1])
            row->addStretch();
    }
    return row;
}

QLayout* buttons(const Theme& theme)
{
    auto* flow = new FlowLayout;
    flow->addWidget(new Button{theme, QStringLiteral("Primary"), ButtonKind::primary});
    flow->addWidget(new Button{theme, QStringLiteral("Secondary")});
    flow->addWidget(new Button{theme, QStringLiteral("Quiet"), ButtonKind::quiet});
    flow->addWidget(new Button{theme, QStringLiteral("Urgent"), ButtonKind::urgent});
    auto* notYet = new Button{theme, QStringLiteral("Not yet")};
    notYet->setEnabled(false);
    flow->addWidget(notYet);
    auto* saving = new Button{theme, QStringLiteral("Saving"), ButtonKind::primary, QStringLiteral("edit")};
    saving->setBusy(true);
    flow->addWidget(saving);
    flow->addWidget(
        new Button{theme, QStringLiteral("Plan a date"), ButtonKind::secondary, QStringLiteral("calendar")});
    auto* opens = new Button{theme, QStringLiteral("New"), ButtonKind::secondary, QStringLiteral("plus")};
    opens->setOpens(true);
    flow->addWidget(opens);
    flow->addWidget(new Button{theme, {}, ButtonKind::secondary, QStringLiteral("phone")});
    flow->addWidget(new Button{theme, QStringLiteral("Add date"), ButtonKind::link});
    flow->addWidget(new Button{theme, QStringLiteral("Hold together and refer"), ButtonKind::primary,
                               QStringLiteral("clasp"), ButtonSize::dialog});
    flow->addWidget(new Button{theme, QStringLiteral("Save note"), ButtonKind::primary, {}, ButtonSize::small});
    return flow;
}

QLayout* tags(const Theme& theme)
{
    auto* flow = new FlowLayout;
    flow->addWidget(new Tag{theme, needLook(Lane::mentalHealth, QStringLiteral("Trauma"))});
    flow->addWidget(new Tag{theme, needLook(Lane::substanceUse, QStringLiteral("Alcohol"))});
    flow->addWidget(new Tag{theme, jointLook(QStringLiteral("Held"))});
    flow->addWidget(new Tag{theme, neutralLook(QStringLiteral("she/her"))});
    for (const TagState state : {TagState::held, TagState::waiting, TagState::accepted, TagState::bounced,
                                 TagState::overdue, TagState::crisis, TagState::done, TagState::asked})
        flow->addWidget(new Tag{theme, stateLook(state)});
    TagLook badge = needLook(Lane::substanceUse);
    badge.density = TagLook::Density::compact;
    flow->addWidget(new Tag{theme, badge});
    flow->addWidget(new NeedCell{theme, QStringLiteral("In crisis"), QStringLiteral("Alcohol")});
    flow->addWidget(new Avatar{theme, QStringLiteral("Priya Raman"), Role::da});
    flow->addWidget(new Avatar{theme, QStringLiteral("Samir Haddad"), Role::mh, 24});
    flow->addWidget(new Avatar{theme, QStringLiteral("Danielle Okafor"), Role::joint, 56, Avatar::Shape::square});
    return flow;
}

QLayout* choices(const Theme& theme)
{
    auto* flow = new FlowLayout;
    flow->addWidget(
        new SegmentedControl{theme,
                             QStringLiteral("Whose work"),
                             {QStringLiteral("Mine"), QStringLiteral("My team"), QStringLiteral("Everyone")}});
    auto* period = new FilterButton{theme, QStringLiteral("Age")};
    period->setChoices({QStringLiteral("All adults"), QStringLiteral("Under 18")});
    flow->addWidget(period);
    auto* travel = new ToggleChip{theme, QStringLiteral("Travel"), QStringLiteral("bus"), ToggleChip::Off::plus};
    travel->setDetail(QStringLiteral("55 min, two buses"));
    travel->setChecked(true);
    flow->addWidget(travel);
    flow->addWidget(new ToggleChip{theme, QStringLiteral("Cost"), QStringLiteral("work"), ToggleChip::Off::plus});
    flow->addWidget(new ToggleChip{theme, QStringLiteral("MH"), QStringLiteral("mh")});
    flow->addWidget(new KeyHint{QStringLiteral("Ctrl K")});
    flow->addWidget(new ChoiceCard{theme, QStringLiteral("Accepted"), QStringLiteral("ok")});
    auto* declined = new ChoiceCard{theme, QStringLiteral("Declined"), QStringLiteral("bounce"), {}, Role::bounce};
    declined->setChecked(true);
    flow->addWidget(declined);
    return flow;
}

LanesRow* person(const Theme& theme)
{
    auto* row = new LanesRow{theme};
    LaneCardData mh = lane(Lane::mentalHealth, TagState::accepted, QStringLiteral("Wrenfield CMHT"),
                           QStringLiteral("Samir Haddad, care coordinator"), QStringLiteral("calendar"), Role::joint,
                           QStringLiteral("Thu 27 Nov, 17:30"), QStringLiteral("Trauma therapy assessment"));
    mh.stateText = QStringLiteral("Accepted");
    mh.stateDay = QStringLiteral("9 Jun");
    mh.caption = QStringLiteral("Held by");
    mh.canRing = true;
    mh.measures = {{QStringLiteral("PHQ-9"), QStringLiteral("14"), QStringLiteral("was 19 in June")},
                   {QStringLiteral("Waiting"), QStringLiteral("Week 11"), QStringLiteral("of about 18")}};
    row->lane(Lane::mentalHealth).setData(mh);
    LaneCardData da = mh;
    da.stateText = QStringLiteral("Accepted");
    da.stateDay = QStringLiteral("4 Jun");
    da.holder = QStringLiteral("Lantern Drug & Alcohol");
    da.person = QStringLiteral("Priya Raman, keyworker (you)");
    da.next = QStringLiteral("Fri 21 Nov, 17:45");
    da.nextDetail = QStringLiteral("One-to-one, reduction plan");
    da.measures = {{QStringLiteral("AUDIT"), QStringLiteral("19"), QStringLiteral("was 27 in June")},
                   {QStringLiteral("Alcohol-free days"), QStringLiteral("4"), QStringLiteral("in the last 7")}};
    row->lane(Lane::substanceUse).setData(da);
    row->clasp().setData({ClaspData::State::held, Lane::substanceUse, QStringLiteral("Held together"),
                          QStringLiteral("since 2 June, day 169"), QStringLiteral("Samir Haddad"),
                          QStringLiteral("Neither service can close this alone")});
    return row;
}

}  // namespace

QWidget* componentsOne(const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(32, 20, 32, 20);
    column->setSpacing(14);
    column->addWidget(plainLabel(QStringLiteral("Components 1: people, lanes and the clasp"), Type::h1));
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    top->addWidget(section(QStringLiteral("Buttons"), buttons(theme)), 1, Qt::AlignTop);
    top->addWidget(section(QStringLiteral("Need chips and state tags"), tags(theme)), 1, Qt::AlignTop);
    top->addWidget(section(QStringLiteral("Choices"), choices(theme)), 1, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(section(QStringLiteral("Lane card: accepted, waiting, overdue, bounced, asked"), lanes(theme)));
    column->addWidget(section(QStringLiteral("Clasp"), clasps(theme)));
    auto* both = new QHBoxLayout;
    both->setSpacing(16);
    both->addWidget(person(theme), 1, Qt::AlignTop);
    LanesRow* stacked = person(theme);
    stacked->lane(Lane::mentalHealth).setDensity(LaneCard::Density::withoutMeasures);
    stacked->lane(Lane::substanceUse).setDensity(LaneCard::Density::withoutMeasures);
    stacked->setStacked(true);
    stacked->setFixedWidth(theme.px(430));
    both->addWidget(stacked, 0, Qt::AlignTop);
    column->addLayout(both, 1);
    return page;
}

}  // namespace holdfast::ui::gallery
