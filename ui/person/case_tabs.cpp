#include "person/case_tabs.h"

#include "domain/calendar.h"
#include "letters/letter_actions.h"
#include "people/leg_look.h"
#include "person/case_actions.h"
#include "person/history_row.h"
#include "person/ladder_list.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace holdfast::ui {
namespace {

void dress(QScrollArea& area)
{
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

/// The page inside a tab: padded, and not stretched over a very wide window.
QVBoxLayout* freshPage(QScrollArea& area, const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    const int side = theme.size(Size::pagePadding);
    column->setContentsMargins(side, theme.px(16), side, theme.px(16));
    column->setSpacing(theme.px(16));
    area.setWidget(page);
    return column;
}

HistoryRow* rowFor(const Theme& theme, CaseActions& actions, const CaseLens& lens, const app::HistoryEntry& entry)
{
    auto* row = new HistoryRow{
        theme,
        viewOf(lens, entry),
        {actions.may(RecordKind::secondLook), actions.may(RecordKind::enteredInError), actions.letters().mayAttach()}};
    const PersonId person = lens.file.person.id;
    const EventId event = entry.event.id;
    QObject::connect(row, &HistoryRow::secondLookRequested, &actions, [&actions, person, event] {
        actions.record(person, RecordKind::secondLook, std::nullopt, event);
    });
    QObject::connect(row, &HistoryRow::errorRequested, &actions, [&actions, person, event] {
        actions.record(person, RecordKind::enteredInError, std::nullopt, event);
    });
    WhyQuestion question;
    question.about = WhyQuestion::About::event;
    question.title = describe(entry.event, lens.file.names).title;
    question.event = event;
    QObject::connect(row, &HistoryRow::whyRequested, &actions,
                     [&actions, person, question] { actions.why(person, question); });
    QObject::connect(row, &HistoryRow::attachRequested, &actions,
                     [&actions, person, event] { actions.letters().papers().choose(person, event); });
    QObject::connect(row, &HistoryRow::paperActivated, &actions, [&actions, person](const QString& id) {
        actions.letters().papers().open(person, DocumentId{id.toStdString()});
    });
    return row;
}

/// Which need a referral, a reply or a challenge is about; nothing for anything else.
std::optional<bool> concerns(const Event& event, Need need)
{
    if (const auto* sent = std::get_if<event::ReferralSent>(&event.body))
        return std::any_of(sent->legs.begin(), sent->legs.end(), [&](const auto& leg) { return leg.need == need; });
    if (const auto* response = std::get_if<event::Response>(&event.body))
        return response->need == need;
    if (const auto* challenge = std::get_if<event::ChallengeSent>(&event.body))
        return challenge->need == need;
    if (const auto* answer = std::get_if<event::ChallengeAnswered>(&event.body))
        return answer->need == need;
    if (const auto* withdrawn = std::get_if<event::ChallengeWithdrawn>(&event.body))
        return withdrawn->need == need;
    if (const auto* handedOn = std::get_if<event::StepHandedOn>(&event.body))
        return handedOn->need == need;
    if (const auto* handover = std::get_if<event::HandoverAccepted>(&event.body))
        return handover->need == need;
    if (const auto* attempt = std::get_if<event::Attempt>(&event.body))
        return attempt->need == need;
    return std::nullopt;
}

}  // namespace

HistoryTab::HistoryTab(const Theme& theme, CaseActions& actions, QWidget* parent)
    : QScrollArea{parent}, m_theme{theme}, m_actions{actions}
{
    dress(*this);
    setAccessibleName(tr("History"));
}

void HistoryTab::show(const CaseLens& lens)
{
    const int scrolled = verticalScrollBar()->value();
    m_rows.clear();
    auto* column = freshPage(*this, m_theme);
    if (lens.file.history.empty()) {
        column->addWidget(new EmptyState{m_theme, QStringLiteral("note"), tr("Nothing has been recorded yet"),
                                         tr("Start with the joint assessment.")},
                          0, Qt::AlignHCenter);
        column->addStretch();
        return;
    }
    auto* card = new Card{m_theme};
    auto* rows = new QVBoxLayout{card};
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (auto entry = lens.file.history.rbegin(); entry != lens.file.history.rend(); ++entry) {
        if (rows->count() > 0)
            rows->addWidget(new Line{m_theme});
        auto* row = rowFor(m_theme, m_actions, lens, *entry);
        row->setFocusPolicy(Qt::ClickFocus);
        rows->addWidget(row);
        m_rows.insert(text(entry->event.id.text()), row);
    }
    column->addWidget(card);
    column->addStretch();
    verticalScrollBar()->setValue(scrolled);
    if (!m_wanted.empty())
        goTo(EventId{m_wanted});
}

void HistoryTab::goTo(const EventId& event)
{
    if (auto* row = m_rows.value(text(event.text()))) {
        widget()->adjustSize();
        ensureWidgetVisible(row);
        row->setFocus(Qt::TabFocusReason);
        m_wanted = {};
    } else {
        m_wanted = event;
    }
}

RepliesTab::RepliesTab(const Theme& theme, CaseActions& actions, QWidget* parent)
    : QScrollArea{parent}, m_theme{theme}, m_actions{actions}
{
    dress(*this);
    setAccessibleName(tr("Referral and replies"));
}

int RepliesTab::countOf(const app::CaseFile& file)
{
    int count = 0;
    for (const auto& entry : file.history)
        if (std::holds_alternative<event::Response>(entry.event.body) ||
            std::holds_alternative<event::ChallengeAnswered>(entry.event.body))
            ++count;
    return count;
}

void RepliesTab::show(const CaseLens& lens)
{
    const int scrolled = verticalScrollBar()->value();
    auto* column = freshPage(*this, m_theme);
    if (auto* ladders = ladderList(m_theme, m_actions, lens))
        column->addWidget(ladders);
    auto* pair = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 420, 2};
    pair->setLayout(columns);
    for (const Need need : allNeeds)
        columns->addWidget(needCard(lens, need));
    column->addWidget(pair);
    column->addStretch();
    verticalScrollBar()->setValue(scrolled);
}

QWidget* RepliesTab::needCard(const CaseLens& lens, Need need)
{
    const auto& now = lens.file.now.needs[need];
    auto* card = new Card{m_theme};
    card->setRole(roleOf(laneOf(need)), need == Need::mentalHealth ? Card::Spine::left : Card::Spine::right);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(4), m_theme.px(12), m_theme.px(4), m_theme.px(8));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(m_theme.px(12), 0, m_theme.px(12), m_theme.px(8));
    head->addWidget(strongLabel(words(need), Type::h2), 1);
    const std::optional<LegState> leg = now.leg ? std::optional{now.leg->state} : std::nullopt;
    const bool silent = now.leg && now.leg->silentFrom && *now.leg->silentFrom <= lens.now;
    head->addWidget(
        new Tag{m_theme, stateLook(legTagState(now.status, leg, silent), legTagText(now.status, leg, silent))});
    auto* why = new Button{m_theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small};
    why->setObjectName(QStringLiteral("needWhy"));
    why->setAccessibleName(tr("Why: %1").arg(words(need)));
    connect(why, &QPushButton::clicked, &m_actions,
            [this, person = lens.file.person.id, need] { m_actions.why(person, whyOfNeed(need)); });
    head->addSpacing(m_theme.px(8));
    head->addWidget(why);
    column->addLayout(head);
    if (now.leg) {
        const QString service = serviceName(now.leg->service, lens.file.names);
        const QString line = now.leg->sentAt
                                 ? tr("With %1, sent %2").arg(service, momentWords(*now.leg->sentAt, lens.now))
                                 : tr("With %1, not sent yet").arg(service);
        auto* label = new RunLabel{m_theme, Type::dense, {{line, Color::ink2, 400}}};
        auto* box = new QHBoxLayout;
        box->setContentsMargins(m_theme.px(12), 0, m_theme.px(12), m_theme.px(8));
        box->addWidget(label);
        column->addLayout(box);
    }
    bool any = false;
    for (auto entry = lens.file.history.rbegin(); entry != lens.file.history.rend(); ++entry) {
        if (!concerns(entry->event, need).value_or(false))
            continue;
        any = true;
        column->addWidget(new Line{m_theme});
        column->addWidget(rowFor(m_theme, m_actions, lens, *entry));
    }
    if (!any) {
        auto* none = new QHBoxLayout;
        none->setContentsMargins(m_theme.px(12), 0, m_theme.px(12), m_theme.px(8));
        none->addWidget(
            new RunLabel{m_theme, Type::dense, {{tr("Nothing has been sent for this need."), Color::ink3, 400}}});
        column->addLayout(none);
    }
    column->addStretch();
    return card;
}

}  // namespace holdfast::ui
