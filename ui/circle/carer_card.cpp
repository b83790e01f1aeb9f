#include "circle/carer_card.h"

#include "circle/topic_list.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/share_words.h"

#include <QBoxLayout>

namespace holdfast::ui {

CarerCard::CarerCard(const Theme& theme, const app::CarerView& carer, const app::CarerList& all, Date today,
                     const Offers& offers, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_carer{carer}, m_today{today}
{
    setObjectName(QStringLiteral("carerCard"));
    setAccessibleName(tr("Carer: %1").arg(carerTitle(carer)));
    auto* column = new QVBoxLayout{this};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.px(10));
    addHead(*column);
    addOwed(*column, all);
    addConsent(*column);
    addOwnNeeds(*column);
    addButtons(*column, offers);
}

QWidget* CarerCard::line(const QString& icon, const QString& strong, const QString& rest, Color tone)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    row->setSpacing(m_theme.px(8));
    row->addWidget(new IconLabel{m_theme, icon, tone, 16}, 0, Qt::AlignTop);
    QList<TextRun> runs{{strong, Color::ink, 600}};
    if (!rest.isEmpty())
        runs << TextRun{(strong.isEmpty() ? QString{} : QStringLiteral("  ")) + rest, Color::ink2};
    row->addWidget(new RunLabel{m_theme, Type::dense, runs}, 1);
    return box;
}

void CarerCard::addHead(QVBoxLayout& column)
{
    const Carer& carer = m_carer.carer;
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(10));
    head->addWidget(new Avatar{m_theme, text(carer.name), Role::wait, 40}, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(m_theme.px(2));
    auto* first = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(4), first};
    flow->addWidget(strongLabel(text(carer.name), Type::h3));
    flow->addWidget(plainLabel(text(m_carer.link.relationship), Type::body, Color::ink2));
    if (m_carer.young)
        flow->addWidget(new Tag{m_theme, stateLook(TagState::asked, tr("Young carer"))});
    if (m_carer.link.emergency)
        flow->addWidget(new Tag{m_theme, neutralLook(tr("Emergency contact"))});
    if (m_carer.link.endedOn)
        flow->addWidget(new Tag{
            m_theme, neutralLook(tr("Cares no longer, since %1").arg(shortDayWords(*m_carer.link.endedOn, m_today)))});
    names->addWidget(first);
    QStringList facts;
    if (!carer.likedName.empty())
        facts << tr("likes to be called %1").arg(text(carer.likedName));
    if (m_carer.link.knows != PersonKnows::notAsked)
        facts << (m_carer.link.knows == PersonKnows::yes ? tr("the person knows that we speak")
                                                         : tr("the person does not know that we speak"));
    if (m_carer.others > 0)
        facts << (m_carer.others == 1 ? tr("cares for one other") : tr("cares for %1 others").arg(m_carer.others));
    if (!facts.isEmpty())
        names->addWidget(new RunLabel{m_theme, Type::dense, {{facts.join(QStringLiteral(" \u00b7 ")), Color::ink2}}});
    head->addLayout(names, 1);
    column.addLayout(head);
    const SafeContact& safe = carer.contact;
    QStringList ways;
    for (const std::string& way : {safe.phone, safe.email, safe.preference})
        if (!way.empty())
            ways << text(way);
    ways << (safe.mayText ? tr("texts are fine") : tr("no texts"))
         << (safe.mayLeaveVoicemail ? tr("voicemail is safe") : tr("no voicemail"))
         << (safe.mayWrite ? tr("letters are fine") : tr("no letters"));
    column.addWidget(line(QStringLiteral("phone"), {}, ways.join(QStringLiteral(" \u00b7 "))));
    if (safe.discreetOnly)
        column.addWidget(
            line(QStringLiteral("eyeoff"), tr("Discreet contact only"), tr("name no service"), Color::late));
    if (m_carer.young && !carer.lookedAfterBy.empty())
        column.addWidget(line(QStringLiteral("baby"), tr("Looked after by"), text(carer.lookedAfterBy)));
}

void CarerCard::addOwed(QVBoxLayout& column, const app::CarerList& all)
{
    for (const app::CallLine& each : all.calls) {
        if (!each.call.isOwed() || each.call.carer != m_carer.carer.id)
            continue;
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.px(8));
        const auto whom = all.names.workers.find(each.call.owed->whom);
        const bool late = each.call.owed->by < m_today;
        row->addWidget(line(QStringLiteral("hourglass"), owedWords(*each.call.owed, m_today),
                            whom == all.names.workers.end() ? QString{} : text(whom->second),
                            late ? Color::late : Color::wait),
                       1);
        auto* done =
            new Button{m_theme, tr("Rung back"), ButtonKind::secondary, QStringLiteral("check"), ButtonSize::small};
        done->setObjectName(QStringLiteral("rungBack"));
        connect(done, &QPushButton::clicked, this, [this, id = each.call.id] { emit calledBack(id); });
        row->addWidget(done, 0, Qt::AlignTop);
        column.addLayout(row);
    }
}

void CarerCard::addConsent(QVBoxLayout& column)
{
    column.addWidget(line(QStringLiteral("ok"), listeningWords(),
                          tr("What they tell us is always heard, whatever we may say back."), Color::ok));
    column.addWidget(new TopicList{m_theme, m_carer, TopicList::Use::look});
    if (!m_carer.consent)
        return;
    const Consent& consent = *m_carer.consent;
    QString facts = tr("%1, %2").arg(words(consent.decision), shortDayWords(consent.on, m_today));
    if (consent.reviewBy)
        facts += tr(", review by %1").arg(shortDayWords(*consent.reviewBy, m_today));
    if (m_carer.standing == ConsentStanding::expired)
        facts += tr(", has run out");
    column.addWidget(line(QStringLiteral("quote"), tr("\u201c%1\u201d").arg(text(consent.words)), facts,
                          m_carer.due == ConsentDue::none ? Color::ink2 : Color::late));
}

void CarerCard::addOwnNeeds(QVBoxLayout& column)
{
    column.addWidget(new Line{m_theme});
    if (!m_carer.carer.ownNeeds.empty())
        column.addWidget(line(QStringLiteral("carer"), tr("For themselves"), text(m_carer.carer.ownNeeds)));
    const auto due = assessmentOfferDue(m_carer.carer);
    const bool late = due && *due < m_today;
    column.addWidget(line(QStringLiteral("note"), tr("Carer's assessment"), assessmentWords(m_carer.carer, m_today),
                          late ? Color::late : Color::ink2));
}

void CarerCard::addButtons(QVBoxLayout& column, const Offers& offers)
{
    auto* box = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), box};
    const auto add = [&](const QString& words, const char* icon, auto signal) {
        auto* button = new Button{m_theme, words, ButtonKind::secondary, QString::fromLatin1(icon), ButtonSize::small};
        button->setAccessibleName(tr("%1: %2").arg(words, carerName(m_carer)));
        connect(button, &QPushButton::clicked, this, [this, signal] { emit(this->*signal)(m_carer.carer.id); });
        flow->addWidget(button);
    };
    if (offers.calls && !m_carer.link.endedOn)
        add(tr("Log a call"), "phone", &CarerCard::callRequested);
    if (offers.consent)
        add(tr("What may be told"), "consent", &CarerCard::consentRequested);
    if (offers.letters && !m_carer.link.endedOn)
        add(tr("Write a letter"), "letter", &CarerCard::letterRequested);
    if (offers.edits)
        add(tr("Edit"), "edit", &CarerCard::editRequested);
    column.addWidget(box);
}

}  // namespace holdfast::ui
