#include "story/story_line.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {

QString storyFacts(const app::StoryBrief& brief)
{
    QStringList facts{StoryLine::tr("Version %1").arg(brief.number),
                      brief.readBy == 1 ? StoryLine::tr("confirmed by one worker")
                                        : StoryLine::tr("confirmed by %1 workers").arg(brief.readBy),
                      brief.workersSoFar == 1 ? StoryLine::tr("one worker so far")
                                              : StoryLine::tr("%1 workers so far").arg(brief.workersSoFar)};
    if (brief.toldAgain > 0)
        facts << (brief.toldAgain == 1 ? StoryLine::tr("told again once")
                                       : StoryLine::tr("told again %1 times").arg(brief.toldAgain));
    return facts.join(QStringLiteral(" · "));
}

StoryLine::StoryLine(const Theme& theme, QWidget* parent) : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("storyLine"));
    setRole(Role::joint, Spine::left, true);
    auto* across = new QHBoxLayout{this};
    across->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8));
    across->setSpacing(theme.px(12));
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(2));
    m_words = new RunLabel{theme, Type::dense};
    m_words->setObjectName(QStringLiteral("storyWords"));
    m_facts = new RunLabel{theme, Type::small};
    m_facts->setObjectName(QStringLiteral("storyFacts"));
    column->addWidget(m_words);
    column->addWidget(m_facts);
    across->addLayout(column, 1);
    m_open = new Button{theme, tr("Read it"), ButtonKind::secondary, QStringLiteral("quote"), ButtonSize::small};
    m_open->setObjectName(QStringLiteral("storyOpen"));
    connect(m_open, &QAbstractButton::clicked, this, &StoryLine::openRequested);
    across->addWidget(m_open, 0, Qt::AlignVCenter);
    hide();
}

void StoryLine::show(const std::optional<app::StoryBrief>& brief)
{
    setVisible(brief.has_value());
    if (!brief)
        return;
    if (brief->number == 0) {
        m_words->setText(tr("Nobody has written down their story yet."));
        m_facts->setText(tr("Written once, in their own words, they need not tell it again."), Color::ink2);
        m_open->setText(tr("Write it"));
        return;
    }
    m_words->setText(brief->words.empty() ? tr("Their story has no words for workers yet.")
                                          : tr("“%1”").arg(text(brief->words)));
    const QString facts = storyFacts(*brief);
    m_facts->setText(brief->owed ? tr("%1 · You have not confirmed that you read it.").arg(facts) : facts, Color::ink2);
    m_open->setText(brief->owed ? tr("Read and confirm") : tr("Read it"));
}

}  // namespace holdfast::ui
