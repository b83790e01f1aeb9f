#include "person/next_card.h"

#include "app/agreed_lines.h"
#include "domain/calendar.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

QString serviceOf(const CaseLens& lens, const engine::NextAction& action)
{
    if (!action.about.empty())
        return serviceName(action.about, lens.file.names);
    if (action.need == NeedScope::both)
        return {};
    const Need need = action.need == NeedScope::mentalHealth ? Need::mentalHealth : Need::substanceUse;
    const auto& leg = lens.file.now.needs[need].leg;
    return leg ? serviceName(leg->service, lens.file.names) : QString{};
}

TagLook scopeLook(NeedScope scope)
{
    TagLook look = scope == NeedScope::both           ? jointLook()
                   : scope == NeedScope::mentalHealth ? needLook(Lane::mentalHealth)
                                                      : needLook(Lane::substanceUse);
    look.density = TagLook::Density::compact;
    return look;
}

/// One visit sees to a person's safety, whichever needs raised it: the follow-up that is due first stands for the rest.
std::vector<engine::NextAction> shownActions(const std::vector<engine::NextAction>& actions)
{
    std::vector<engine::NextAction> shown;
    for (const auto& action : actions) {
        const auto same = std::ranges::find_if(shown, [&](const auto& other) {
            return action.what == "safety_follow_up" && other.what == action.what && other.owner == action.owner;
        });
        if (same == shown.end())
            shown.push_back(action);
        else if (same->need != action.need)
            same->need = NeedScope::both;
    }
    return shown;
}

}  // namespace

void NextCard::showAll()
{
    m_rest->show();
    if (m_more)
        m_more->hide();
}

QString whyOf(const engine::Snapshot& now, const RuleId& rule)
{
    const auto found = std::find_if(now.why.begin(), now.why.end(), [&](const auto& why) { return why.rule == rule; });
    return found == now.why.end() ? QString{} : text(found->sentence);
}

NextCard::NextCard(const Theme& theme, const CaseLens& lens, int most, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("nextCard"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, theme.px(12), 0, theme.px(4));
    column->setSpacing(0);
    const int padding = theme.size(Size::cardPadding);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(padding, 0, padding, theme.px(8));
    head->addWidget(strongLabel(tr("What happens next"), Type::h2), 1);
    const auto actions = shownActions(lens.file.now.nextActions);
    const auto count = actions.size();
    head->addWidget(plainLabel(count == 1 ? tr("1 thing") : tr("%1 things").arg(count), Type::small, Color::ink3));
    column->addLayout(head);
    if (auto* shown = marks(lens))
        column->addWidget(shown);
    m_rest = new QWidget;
    auto* rest = new QVBoxLayout{m_rest};
    rest->setContentsMargins({});
    rest->setSpacing(0);
    const auto late = std::ranges::count_if(actions, [&](const auto& action) { return action.due < lens.now; });
    const auto shown = static_cast<std::size_t>(std::max<std::ptrdiff_t>(most, late));
    for (std::size_t i = 0; i < count; ++i) {
        QVBoxLayout* into = i < shown ? column : rest;
        into->addWidget(new Line{theme});
        into->addWidget(row(lens, actions[i]));
    }
    column->addWidget(m_rest);
    m_rest->hide();
    if (count > shown) {
        m_more = new Button{theme, tr("Show all %1").arg(count), ButtonKind::link, QStringLiteral("chev-d")};
        m_more->setObjectName(QStringLiteral("allNext"));
        connect(m_more, &QPushButton::clicked, this, &NextCard::allRequested);
        auto* more = new QHBoxLayout;
        more->setContentsMargins(padding, 0, padding, theme.px(8));
        more->addWidget(m_more, 0, Qt::AlignLeft);
        column->addLayout(more);
    }
    if (lens.file.now.nextActions.empty()) {
        auto* nothing =
            new RunLabel{theme, Type::dense, {{tr("Nothing is outstanding. No need is open."), Color::ink2, 400}}};
        nothing->setContentsMargins(padding, 0, padding, 0);
        auto* box = new QHBoxLayout;
        box->setContentsMargins(padding, 0, padding, theme.px(12));
        box->addWidget(nothing);
        column->addLayout(box);
    }
    column->addStretch();
}

QWidget* NextCard::marks(const CaseLens& lens)
{
    if (lens.file.now.flags.empty())
        return nullptr;
    auto* line = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(6), m_theme.px(6), line};
    const int padding = m_theme.size(Size::cardPadding);
    flow->setContentsMargins(padding, 0, padding, m_theme.px(10));
    for (const auto& flag : lens.file.now.flags) {
        const bool red = flag == "safety" || flag == "silence";
        const bool berry = flag == "tennis" || flag == "loop";
        TagLook look = stateLook(red     ? TagState::overdue
                                 : berry ? TagState::bounced
                                         : TagState::waiting,
                                 flagWords(flag));
        if (flag == "safety")
            look.icon = QStringLiteral("crisis");
        if (flag == "eighteen")
            look.icon = QStringLiteral("step18");
        flow->addWidget(new Tag{m_theme, look});
        auto* why = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("info"), ButtonSize::small};
        why->setObjectName(QStringLiteral("flagWhy"));
        why->setAccessibleName(tr("Why: %1").arg(look.text));
        why->setToolTip(plainToolTip(why->accessibleName()));
        connect(why, &QPushButton::clicked, this, [this, flag, title = look.text] {
            WhyQuestion question;
            question.about = WhyQuestion::About::flag;
            question.title = title;
            question.what = flag;
            emit whyRequested(question);
        });
        flow->addWidget(why);
    }
    return line;
}

QWidget* NextCard::row(const CaseLens& lens, const engine::NextAction& action)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    const int padding = m_theme.size(Size::cardPadding);
    column->setContentsMargins(padding, m_theme.px(10), padding, m_theme.px(10));
    column->setSpacing(m_theme.px(3));
    const bool late = action.due < lens.now;

    auto* top = new QHBoxLayout;
    top->setSpacing(m_theme.px(8));
    top->addWidget(new Tag{m_theme, scopeLook(action.need)});
    top->addWidget(strongLabel(momentWords(action.due, lens.now), Type::small, late ? Color::late : Color::ink));
    top->addStretch();
    if (late)
        top->addWidget(new IconLabel{m_theme, QStringLiteral("clock"), Color::late, 12});
    auto* left =
        new ElidedLabel{relativeWords(action.due, lens.now, lens.days), Type::small, late ? Color::late : Color::ink3};
    if (late)
        left->setProperty("weight", QStringLiteral("strong"));
    top->addWidget(left);
    column->addLayout(top);

    const QString what = actionWords(action.what, serviceOf(lens, action));
    column->addWidget(new RunLabel{m_theme, Type::dense, {{what, Color::ink, 600}}});
    QString who = ownerWords(action.owner, lens.file.names, lens.me);
    if (const QString level = levelWords(action.escalationLevel); !level.isEmpty())
        who = sentence(who) + QLatin1Char(' ') + level;
    column->addWidget(new RunLabel{m_theme, Type::small, {{who, Color::ink2, 500}}});
    if (const QString why = withNames(whyOf(lens.file.now, action.rule).toStdString(), lens.file.names); !why.isEmpty())
        column->addWidget(new RunLabel{m_theme, Type::small, {{why, Color::ink3, 400}}});

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(6));
    if (isKnownAction(action.what) && action.what != "bereavement") {
        auto* button = new Button{m_theme, actionVerb(action.what), ButtonKind::secondary, {}, ButtonSize::small};
        button->setAccessibleName(tr("%1: %2").arg(actionVerb(action.what), what));
        connect(button, &QPushButton::clicked, this,
                [this, code = text(action.what), scope = static_cast<int>(action.need),
                 service = text(action.about.text())] { emit actionRequested(code, scope, service); });
        buttons->addWidget(button);
    }
    auto* why = new Button{m_theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small};
    why->setObjectName(QStringLiteral("actionWhy"));
    why->setAccessibleName(tr("Why: %1").arg(what));
    if (action.rule == RuleId{app::agreedLineRule})
        why->hide();  // somebody agreed to do it; shown it would be a window of its own until it has a parent
    connect(why, &QPushButton::clicked, this,
            [this, question = whyOfAction(action, serviceOf(lens, action))] { emit whyRequested(question); });
    buttons->addWidget(why);
    buttons->addStretch();
    column->addSpacing(m_theme.px(3));
    column->addLayout(buttons);
    return box;
}

}  // namespace holdfast::ui
