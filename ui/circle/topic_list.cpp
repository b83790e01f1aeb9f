#include "circle/topic_list.h"

#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/share_words.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace holdfast::ui {
namespace {

constexpr int columnWidth = 190;

Role roleOf(ShareAnswer answer)
{
    switch (answer) {
    case ShareAnswer::allowed: return Role::ok;
    case ShareAnswer::askFirst: return Role::wait;
    case ShareAnswer::blocked: return Role::late;
    }
    return Role::neutral;
}

Color colorOf(ShareAnswer answer)
{
    switch (answer) {
    case ShareAnswer::allowed: return Color::ok;
    case ShareAnswer::askFirst: return Color::wait;
    case ShareAnswer::blocked: return Color::late;
    }
    return Color::ink;
}

}  // namespace

TopicList::TopicList(const Theme& theme, const app::CarerView& carer, Use use, QWidget* parent)
    : QWidget{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("topicList"));
    auto* columns = new ColumnsLayout{theme, columnWidth, 3, this};
    for (const ShareAnswer answer : {ShareAnswer::allowed, ShareAnswer::askFirst, ShareAnswer::blocked})
        columns->addWidget(columnFor(carer, answer, use));
}

QWidget* TopicList::columnFor(const app::CarerView& carer, ShareAnswer answer, Use use)
{
    auto* card = new Card{m_theme};
    card->setRole(roleOf(answer), Card::Spine::left, true);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(14), m_theme.px(8), m_theme.px(10), m_theme.px(10));
    column->setSpacing(m_theme.px(4));
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(6));
    head->addWidget(new IconLabel{m_theme, answerIcon(answer), colorOf(answer), 16});
    head->addWidget(strongLabel(answerWords(answer), Type::dense, colorOf(answer)), 1);
    column->addLayout(head);
    QStringList named;
    for (const auto& [topic, verdict] : carer.mayTell) {
        if (verdict.answer != answer)
            continue;
        m_answers[topic] = answer;
        named << shortWords(topic);
        if (use == Use::tick && answer != ShareAnswer::blocked) {
            auto* tick = new QCheckBox{shortWords(topic)};
            tick->setAccessibleName(tr("Told them: %1").arg(shortWords(topic)));
            connect(tick, &QCheckBox::toggled, this, &TopicList::changed);
            m_ticks[topic] = tick;
            column->addWidget(tick);
        } else {
            column->addWidget(plainLabel(shortWords(topic), Type::dense));
        }
    }
    if (named.isEmpty())
        column->addWidget(plainLabel(answer == ShareAnswer::blocked ? tr("Nothing is kept from them") : tr("Nothing"),
                                     Type::dense, Color::ink2));
    column->addStretch(1);
    card->setAccessibleName(
        tr("%1: %2").arg(answerWords(answer), named.isEmpty() ? tr("nothing") : named.join(QStringLiteral(", "))));
    return card;
}

std::vector<CarerTopic> TopicList::ticked() const
{
    std::vector<CarerTopic> topics;
    for (const auto& [topic, tick] : m_ticks)
        if (tick->isChecked())
            topics.push_back(topic);
    return topics;
}

bool TopicList::asksFirst() const
{
    for (const auto& [topic, tick] : m_ticks)
        if (tick->isChecked() && m_answers.at(topic) == ShareAnswer::askFirst)
            return true;
    return false;
}

}  // namespace holdfast::ui
