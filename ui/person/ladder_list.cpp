#include "person/ladder_list.h"

#include "letters/letter_actions.h"
#include "person/case_actions.h"
#include "person/ladder_card.h"
#include "person/why_view.h"
#include "theme/theme.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

/// "See to their safety today, by Today 14:30"; empty when nothing is asked for.
QString safetyWords(const CaseLens& lens)
{
    for (const engine::NextAction& action : lens.file.now.nextActions)
        if (action.what == "safety_follow_up")
            return LadderCard::tr("%1, by %2, %3.")
                .arg(actionWords(action.what), momentWords(action.due, lens.now),
                     ownerWords(action.owner, lens.file.names, lens.me));
    return {};
}

void connectCard(LadderCard& card, CaseActions& actions, const PersonId& person, const engine::Ladder& ladder)
{
    const Need need = ladder.need;
    const auto record = [&](void (LadderCard::*asked)(), RecordKind kind) {
        QObject::connect(&card, asked, &actions,
                         [&actions, person, need, kind] { actions.record(person, kind, need); });
    };
    record(&LadderCard::sentRequested, RecordKind::challengeSent);
    record(&LadderCard::answerRequested, RecordKind::challengeAnswered);
    record(&LadderCard::withdrawRequested, RecordKind::challengeWithdrawn);
    record(&LadderCard::meetingRequested, RecordKind::mdt);
    record(&LadderCard::handOnRequested, RecordKind::stepHandedOn);
    record(&LadderCard::safetyRequested, RecordKind::contact);
    QObject::connect(&card, &LadderCard::letterRequested, &actions, [&actions, person, need] {
        actions.letters().writeAsked(person, letters::LetterKind::challenge, need);
    });
}

}  // namespace

QWidget* ladderList(const Theme& theme, CaseActions& actions, const CaseLens& lens)
{
    if (lens.file.ladders.empty())
        return nullptr;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(theme.px(12));
    auto* head = new RunLabel{theme, Type::dense};
    head->setObjectName(QStringLiteral("challengeSummary"));
    head->setText(challengeSummary(lens), Color::ink2, 500);
    column->addWidget(head);
    const LadderCard::May may{actions.may(RecordKind::challengeSent), actions.may(RecordKind::stepHandedOn),
                              actions.letters().mayWrite()};
    const QString safety = safetyWords(lens);
    for (const bool open : {true, false})
        for (const engine::Ladder& ladder : lens.file.ladders) {
            if (ladder.open != open)
                continue;
            const LadderView view = viewOf(lens, ladder);
            auto* card = new LadderCard{theme, view, may, safety};
            connectCard(*card, actions, lens.file.person.id, ladder);
            WhyQuestion question;
            question.about = WhyQuestion::About::action;
            question.title = view.title;
            question.need = ladder.need;
            question.what = view.current;
            question.rule = RuleId{"challenge.ladder"};
            QObject::connect(card, &LadderCard::whyRequested, &actions,
                             [&actions, person = lens.file.person.id, question] { actions.why(person, question); });
            column->addWidget(card);
        }
    return box;
}

}  // namespace holdfast::ui
