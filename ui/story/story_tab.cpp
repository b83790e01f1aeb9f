#include "story/story_tab.h"

#include "async/desk.h"
#include "domain/note_text.h"
#include "kindwords/guidance_sheet.h"
#include "story/story_parts.h"
#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace holdfast::ui {
namespace {

constexpr int sideDrawn = 360;

}  // namespace

StoryTab::StoryTab(Theme& theme, Desk& desk, QWidget* parent) : PersonTab{parent}, m_theme{theme}, m_desk{desk}
{
    setAccessibleName(tr("Story"));
    build();
    connect(&theme, &Theme::themeChanged, this, &StoryTab::render);
}

QString StoryTab::title() const
{
    return m_story && m_story->owed ? tr("Story  new") : tr("Story");
}

void StoryTab::build()
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* content = new QWidget;
    scroll->setWidget(content);
    auto* column = pageColumn(m_theme, content);
    m_trouble = retryBanner(m_theme, this, &StoryTab::reload);
    column->addWidget(m_trouble);
    m_owed = new Banner{m_theme, Banner::Kind::caution};
    m_owed->setObjectName(QStringLiteral("storyOwed"));
    m_owed->setIconName(QStringLiteral("eye"));
    m_owed->setAction(tr("I have read it"));
    m_owed->hide();
    connect(m_owed, &Banner::actionTriggered, this, &StoryTab::confirm);
    column->addWidget(m_owed);
    buildButtons(*column);
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight};
    m_columns->setSpacing(m_theme.px(16));
    m_main = new QWidget;
    m_main->setObjectName(QStringLiteral("storyMain"));
    m_mainColumn = new QVBoxLayout{m_main};
    m_side = new QWidget;
    m_sideColumn = new QVBoxLayout{m_side};
    for (QVBoxLayout* part : {m_mainColumn, m_sideColumn}) {
        part->setContentsMargins(0, 0, 0, 0);
        part->setSpacing(m_theme.px(12));
    }
    m_columns->addWidget(m_main, 1);
    m_columns->addWidget(m_side);
    column->addLayout(m_columns, 1);
    column->addStretch();
}

void StoryTab::buildButtons(QVBoxLayout& column)
{
    m_actions = new QWidget;
    m_actions->setAccessibleName(tr("Story"));
    auto* row = new FlowLayout{m_theme.px(8), m_theme.px(8), m_actions};
    const auto add = [&](const QString& words, ButtonKind kind, const char* icon, const char* name, auto act) {
        auto* button = new Button{m_theme, words, kind, QLatin1String{icon}};
        button->setObjectName(QLatin1String{name});
        connect(button, &QAbstractButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_write = add(tr("Write it down"), ButtonKind::primary, "edit", "storyWrite", [this] { openSheet(); });
    add(tr("Passport"), ButtonKind::secondary, "letter", "storyPassport", [this] { openPassport(); });
    m_handOver = add(tr("Hand over"), ButtonKind::secondary, "people", "storyHandOver", [this] { handOver(); });
    add(tr("They had to tell it again"), ButtonKind::secondary, "plus", "storyAgain", [this] { countRetelling(); });
    add(tr("Guidance"), ButtonKind::quiet, "guidance", "storyGuidance",
        [this] { openGuidance(m_theme, GuidancePlace::person, NeedScope::both, *this); });
    column.addWidget(m_actions);
}

void StoryTab::show(const app::CaseFile& file)
{
    m_case = file;
    if (isVisible() || m_writeNext || !m_wanted.empty())
        reload();
    else
        m_story.reset();
}

void StoryTab::showEvent(QShowEvent* event)
{
    PersonTab::showEvent(event);
    if (!m_story)
        reload();
}

void StoryTab::leave()
{
    ++m_generation;
    m_case.reset();
    m_story.reset();
    m_handovers = {};
    m_wanted = {};
    m_writeNext = false;
    clearLayout(*m_mainColumn);
    clearLayout(*m_sideColumn);
    m_owed->hide();
}

void StoryTab::write()
{
    m_writeNext = true;
    if (m_case)
        reload();
}

void StoryTab::openHandover(const HandoverPackId& pack)
{
    m_wanted = pack;
    if (m_case)
        reload();
}

void StoryTab::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    arrangeColumns();
}

void StoryTab::arrangeColumns()
{
    const bool under = m_class == WindowClass::narrow;
    m_columns->setDirection(under ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(under ? 0 : m_theme.px(m_class == WindowClass::small ? 300 : sideDrawn));
    m_side->setMaximumWidth(under ? QWIDGETSIZE_MAX : m_theme.px(m_class == WindowClass::small ? 300 : sideDrawn));
}

QList<QWidget*> StoryTab::regions() const
{
    return {m_actions, m_main, m_side};
}

void StoryTab::reload()
{
    if (!m_case || !m_desk.may(app::Action::viewStory))
        return;
    struct Both {
        app::StoryFile story;
        app::HandoverLines handovers;
    };
    m_desk.ask(
        this,
        [person = m_case->person.id](UseCases& use, const app::Session& session) -> Result<Both> {
            auto story = use.stories.open(session, person);
            if (!story)
                return story.error();
            auto handovers = use.handovers.of(session, person);
            if (!handovers)
                return handovers.error();
            return Both{*std::move(story), *std::move(handovers)};
        },
        [this, generation = ++m_generation](const Result<Both>& both) {
            if (generation != m_generation)
                return;
            m_trouble->setVisible(!both);
            if (!both)
                return m_trouble->setText(storyErrorWords(both.error()));
            m_story = both->story;
            m_handovers = both->handovers;
            render();
            if (std::exchange(m_writeNext, false))
                openSheet();
            const HandoverPackId wanted = std::exchange(m_wanted, {});
            for (const app::HandoverLine& each : m_handovers.lines)
                if (each.record.pack.id == wanted)
                    showHandover(each);
        });
}

void StoryTab::render()
{
    arrangeColumns();
    if (!m_story)
        return;
    m_write->setText(m_story->current.number == 0 ? tr("Write it down") : tr("Change it"));
    m_write->setVisible(m_desk.may(app::Action::writeStory));
    const WorkerId& me = m_desk.session().worker.id;
    bool holds = false;
    for (const Need need : allNeeds)
        holds = holds || (m_case->now.needs[need].holder && m_case->now.needs[need].holder->worker == me);
    m_handOver->setVisible(holds);
    m_owed->setVisible(m_story->owed);
    m_owed->setText(tr("You have not confirmed that you read this."),
                    tr(" Read it, so that they need not tell it to you."));
    clearLayout(*m_mainColumn);
    clearLayout(*m_sideColumn);
    renderMain();
    renderSide();
    emit titleChanged();
}

void StoryTab::renderMain()
{
    const StoryVersion& now = m_story->current;
    if (now.number == 0) {
        auto* empty = new EmptyState{m_theme, QStringLiteral("quote"), tr("Nobody has written down their story yet"),
                                     tr("Write it with them, in their words. Then no new worker needs to ask for it.")};
        m_mainColumn->addWidget(empty);
        m_mainColumn->addStretch();
        return;
    }
    for (const StoryPart part : allStoryParts)
        if (!now.story[part].text.empty())
            m_mainColumn->addWidget(partCard(part));
    m_mainColumn->addStretch();
}

void StoryTab::renderSide()
{
    if (!m_handovers.lines.empty())
        m_sideColumn->addWidget(handoversCard());
    if (m_story->current.number > 0) {
        m_sideColumn->addWidget(promisesCard());
        m_sideColumn->addWidget(readersCard());
    }
    m_sideColumn->addWidget(retellingsCard());
    if (m_story->current.number > 0)
        m_sideColumn->addWidget(versionsCard());
    m_sideColumn->addStretch();
}

Card* StoryTab::partCard(StoryPart part)
{
    const StoryText& told = m_story->current.story[part];
    auto* card = new Card{m_theme};
    card->setObjectName(QStringLiteral("storyPart.") + text(nameOf(part)));
    card->setAccessibleName(words(part));
    const bool first = part == StoryPart::ownWords;
    card->setRole(first ? Role::joint : Role::neutral, first ? Card::Spine::left : Card::Spine::none, first);
    auto* column = storyColumn(*card, m_theme, words(part));
    for (const NotePassage& passage : passagesOf(told.text)) {
        // What is about somebody else is marked as it is in a note, and never leaves on paper.
        for (const QString& said : text(passage.text).split(u'\n', Qt::SkipEmptyParts)) {
            if (said.trimmed().isEmpty())
                continue;
            column->addWidget(passage.thirdParty
                                  ? storyLine(m_theme,
                                              tr("About somebody else, left out of prints: %1").arg(said.trimmed()),
                                              Type::dense, Color::wait)
                                  : storyLine(m_theme, said.trimmed(), first ? Type::body : Type::dense));
        }
    }
    QString sharing = words(told.sharing);
    sharing[0] = sharing[0].toLower();
    column->addWidget(storyLine(m_theme, tr("May be shared: %1").arg(sharing), Type::small, Color::ink3));
    return card;
}

}  // namespace holdfast::ui
