// Beside a story: what was promised, who has read it, when it was told again, its versions, and handing over.
#include "async/desk.h"
#include "domain/calendar.h"
#include "story/story_parts.h"
#include "story/story_tab.h"
#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/tag.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {

Card* StoryTab::promisesCard()
{
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyPromises"));
    auto* column = storyColumn(*card, m_theme, tr("What was promised"));
    const auto& promises = m_story->current.story.promises;
    if (promises.empty())
        column->addWidget(storyLine(m_theme, tr("Nothing that was written down."), Type::dense, Color::ink2));
    for (std::size_t i = 0; i < promises.size(); ++i)
        column->addWidget(promiseRow(i));
    auto* add = new Button{m_theme, tr("Add a promise"), ButtonKind::link, QStringLiteral("plus"), ButtonSize::small};
    add->setObjectName(QStringLiteral("promiseAdd"));
    connect(add, &QAbstractButton::clicked, this, &StoryTab::addPromise);
    column->addWidget(add, 0, Qt::AlignLeft);
    add->setVisible(m_desk.may(app::Action::writeStory));
    return card;
}

QWidget* StoryTab::promiseRow(std::size_t at)
{
    const StoryPromise& promise = m_story->current.story.promises[at];
    auto* row = new QWidget;
    auto* column = new QVBoxLayout{row};
    column->setContentsMargins(0, m_theme.px(4), 0, m_theme.px(4));
    column->setSpacing(m_theme.px(4));
    column->addWidget(storyLine(m_theme, promiseWords(promise)));
    auto* across = new QHBoxLayout;
    across->setSpacing(m_theme.px(8));
    const bool late =
        promise.state == PromiseState::open && promise.dueOn && *promise.dueOn < londonDate(m_desk.clock().now());
    TagLook look = stateLook(promise.state == PromiseState::kept ? TagState::done
                             : late                              ? TagState::overdue
                                                                 : TagState::waiting,
                             late ? tr("Open, and late") : words(promise.state));
    if (promise.state == PromiseState::notKept)
        look = stateLook(TagState::bounced, words(promise.state));
    across->addWidget(new Tag{m_theme, look});
    const auto add = [&](PromiseState state, const QString& name) {
        if (promise.state == state || !m_desk.may(app::Action::writeStory))
            return;
        auto* button = new Button{m_theme, words(state), ButtonKind::link, {}, ButtonSize::small};
        button->setObjectName(name + QString::number(at));
        button->setAccessibleName(tr("%1: %2").arg(words(state), text(promise.what)));
        connect(button, &QAbstractButton::clicked, this, [this, at, state] { settle(at, state); });
        across->addWidget(button);
    };
    add(PromiseState::kept, QStringLiteral("promiseKept"));
    add(PromiseState::notKept, QStringLiteral("promiseNotKept"));
    across->addStretch();
    column->addLayout(across);
    return row;
}

Card* StoryTab::readersCard()
{
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyReaders"));
    auto* column =
        storyColumn(*card, m_theme,
                    m_story->workersSoFar.size() == 1 ? tr("One worker so far")
                                                      : tr("%1 workers so far").arg(m_story->workersSoFar.size()));
    const Instant now = m_desk.clock().now();
    for (const WorkerId& worker : m_story->workersSoFar)
        if (readUpTo(m_story->readings, worker) == 0)
            column->addWidget(storyLine(m_theme,
                                        tr("%1: has not confirmed it").arg(workerNamed(worker, m_story->names)),
                                        Type::dense, Color::ink2));
    for (const StoryReading& reading : m_story->readings) {
        if (reading.number != readUpTo(m_story->readings, reading.worker))
            continue;
        const QString who = workerNamed(reading.worker, m_story->names);
        column->addWidget(storyLine(m_theme, reading.number == m_story->current.number
                                                 ? tr("%1: read it, %2").arg(who, recordedWords(reading.at, now))
                                                 : tr("%1: read version %2").arg(who).arg(reading.number)));
    }
    return card;
}

Card* StoryTab::retellingsCard()
{
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyRetellings"));
    const auto& retellings = m_story->retellings;
    auto* column = storyColumn(*card, m_theme,
                               retellings.empty()       ? tr("Told again: not once")
                               : retellings.size() == 1 ? tr("Told again once")
                                                        : tr("Told again %1 times").arg(retellings.size()));
    const Instant now = m_desk.clock().now();
    for (const Retelling& each : retellings)
        column->addWidget(storyLine(m_theme, tr("To %1, %2").arg(text(each.toWhom), recordedWords(each.at, now))));
    if (retellings.empty())
        column->addWidget(
            storyLine(m_theme, tr("Since it is here, nobody has made them tell it again."), Type::dense, Color::ink2));
    return card;
}

Card* StoryTab::versionsCard()
{
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyVersions"));
    auto* column = storyColumn(*card, m_theme, tr("Version %1").arg(m_story->current.number));
    const Instant now = m_desk.clock().now();
    const auto said = [&](const StoryVersion& version) {
        return tr("%1, %2").arg(workerNamed(version.author, m_story->names), recordedWords(version.writtenAt, now));
    };
    column->addWidget(storyLine(m_theme, tr("Written with %1").arg(said(m_story->current))));
    for (std::size_t i = 0; i < m_story->earlier.size(); ++i) {
        auto* open = new Button{m_theme,
                                tr("Version %1: %2").arg(m_story->earlier[i].number).arg(said(m_story->earlier[i])),
                                ButtonKind::link,
                                {},
                                ButtonSize::small};
        open->setObjectName(QStringLiteral("storyVersion") + QString::number(m_story->earlier[i].number));
        connect(open, &QAbstractButton::clicked, this, [this, i] { showVersion(i); });
        column->addWidget(open, 0, Qt::AlignLeft);
    }
    return card;
}

Card* StoryTab::handoversCard()
{
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyHandovers"));
    card->setRole(Role::neutral);
    auto* column = storyColumn(*card, m_theme, tr("Handing over"));
    const WorkerId& me = m_desk.session().worker.id;
    for (const app::HandoverLine& each : m_handovers.lines) {
        column->addWidget(storyLine(m_theme, handoverWords(each.record, m_handovers.names, me, m_desk.clock().now())));
        const bool waits = !each.record.answer && each.record.pack.to == me;
        auto* open = new Button{m_theme,
                                waits ? tr("Read it and agree") : tr("Read the pack"),
                                waits ? ButtonKind::primary : ButtonKind::link,
                                {},
                                ButtonSize::small};
        open->setObjectName(QStringLiteral("handoverOpen"));
        connect(open, &QAbstractButton::clicked, this, [this, each] { showHandover(each); });
        column->addWidget(open, 0, Qt::AlignLeft);
    }
    return card;
}

}  // namespace holdfast::ui
