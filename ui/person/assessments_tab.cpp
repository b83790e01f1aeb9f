#include "person/assessments_tab.h"

#include "domain/calendar.h"
#include "people/leg_look.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/assessment_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace holdfast::ui {
namespace {

using ItemAnswers = QList<std::pair<QString, QString>>;

void add(ItemAnswers& answers, const QString& label, const std::string& value)
{
    if (!value.empty())
        answers.append({label, text(value)});
}

void addScore(ItemAnswers& answers, const Instrument& instrument, const std::vector<std::optional<int>>& items, Sex sex)
{
    if (!checkAnswers(instrument, items))
        return;
    const InstrumentScore result = score(instrument, items, sex);
    const QString label = text(instrument.id.text());
    if (!result.total) {
        answers.append({label, AssessmentsTab::tr("%1 answers missing").arg(result.missing)});
        return;
    }
    QString value = AssessmentsTab::tr("%1 of %2").arg(*result.total).arg(instrument.maximum);
    if (!result.reading.band.empty())
        value += QStringLiteral(", ") + text(result.reading.band);
    answers.append({label, value});
}

void addNeed(ItemAnswers& answers, const record::AssessmentForm& form, Need need)
{
    answers.append({AssessmentsTab::tr("Found"), words(form.status[need])});
    if (form.severity[need])
        answers.append({AssessmentsTab::tr("How much"), words(*form.severity[need])});
    if (need == Need::mentalHealth) {
        QStringList conditions;
        for (const auto& condition : form.conditions)
            conditions << plainWords(condition);
        add(answers, AssessmentsTab::tr("What about"), conditions.join(QStringLiteral(", ")).toStdString());
        return;
    }
    for (const auto& use : form.substances) {
        QStringList parts{text(use.pattern), text(use.amount), text(use.route)};
        if (!use.lastUsed.empty())
            parts << AssessmentsTab::tr("last %1").arg(text(use.lastUsed));
        parts.removeAll(QString{});
        answers.append({plainWords(use.substance),
                        parts.isEmpty() ? AssessmentsTab::tr("Named") : parts.join(QStringLiteral(", "))});
    }
    add(answers, AssessmentsTab::tr("What it does for them"), form.whatUseDoes);
}

void addSafety(ItemAnswers& answers, const record::AssessmentForm& form)
{
    for (const auto& each : safetyWords()) {
        const auto& fact = factOf(form.safety, each.fact);
        if (fact)
            answers.append({each.label, *fact ? AssessmentsTab::tr("Yes") : AssessmentsTab::tr("Asked, and no")});
    }
    for (const auto& [fact, note] : form.safetyNotes)
        add(answers, AssessmentsTab::tr("%1, what was said").arg(plainWords(fact)), note);
    add(answers, AssessmentsTab::tr("Adults and children"), form.adultsAndChildren);
    if (form.safetyPlanReviewed)
        answers.append({AssessmentsTab::tr("Safety plan reviewed"), editDay(form.safetyPlanReviewed)});
}

void addTogether(ItemAnswers& answers, const record::AssessmentForm& form)
{
    add(answers, AssessmentsTab::tr("What matters"), form.whatMatters);
    add(answers, AssessmentsTab::tr("Who took part"), form.present);
    addSafety(answers, form);
    if (form.cameFirst != record::CameFirst::notAsked)
        answers.append({AssessmentsTab::tr("Which came first"), words(form.cameFirst)});
    add(answers, AssessmentsTab::tr("Life events"), form.lifeEvents);
    for (const auto& [label, prompt] : {std::pair{AssessmentsTab::tr("Trauma"), form.trauma},
                                        std::pair{AssessmentsTab::tr("Domestic abuse"), form.domesticAbuse}})
        if (prompt.asked)
            answers.append({label, prompt.answer.empty() ? AssessmentsTab::tr("Asked") : text(prompt.answer)});
    add(answers, AssessmentsTab::tr("Culture, family and faith"), form.culture);
    add(answers, AssessmentsTab::tr("Being judged before"), form.stigma);
    if (form.disclosure != record::Disclosure::notAsked)
        answers.append({AssessmentsTab::tr("Talks best"), words(form.disclosure)});
    if (form.livedExperience != record::Wish::notAsked)
        answers.append({AssessmentsTab::tr("Worker with lived experience"), words(form.livedExperience)});
    add(answers, AssessmentsTab::tr("Comes along"), form.companion);
    if (form.readiness != record::Readiness::notAsked)
        answers.append({AssessmentsTab::tr("Readiness"), words(form.readiness)});
    for (const auto& barrier : form.barriers) {
        QString label = plainWords(barrier.code);
        for (const auto& known : barrierWords())
            if (known.code == barrier.code)
                label = known.label;
        answers.append({AssessmentsTab::tr("In the way: %1").arg(label),
                        barrier.plan.empty() ? AssessmentsTab::tr("No plan yet") : text(barrier.plan)});
    }
    for (const auto& each : equalityWords())
        if (const auto said = form.equality.find(each.key); said != form.equality.end())
            add(answers, each.label, said->second);
}

QWidget* answerGrid(const Theme& theme, const ItemAnswers& answers)
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout{box};
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [label, value] : answers) {
        auto* question = new RunLabel{theme, Type::small, {{label, Color::ink3, 400}}};
        question->setFixedWidth(theme.px(140));
        auto* answer = new RunLabel{theme, Type::dense, {{value, Color::ink, 400}}};
        answer->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
        grid->addWidget(question, row, 0, Qt::AlignTop);
        grid->addWidget(answer, row, 1, Qt::AlignTop);
        ++row;
    }
    return box;
}

Card* signedCard(const Theme& theme, const CaseLens& lens, const app::Assessments::Signed& form)
{
    auto* card = new Card{theme};
    card->setObjectName(QStringLiteral("signedForm"));
    auto* column = new QVBoxLayout{card};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, theme.px(12), padding, padding);
    column->setSpacing(theme.px(12));
    auto* head = new QHBoxLayout;
    head->addWidget(strongLabel(momentWords(form.at, lens.now), Type::h2), 1);
    head->addWidget(plainLabel(AssessmentsTab::tr("Signed by %1").arg(workerName(form.worker, lens.file.names)),
                               Type::small, Color::ink3));
    column->addLayout(head);
    const Sex sex = lens.file.person.sex;
    auto* pair = new QWidget;
    auto* columns = new ColumnsLayout{theme, 320, 2};
    pair->setLayout(columns);
    for (const Need need : allNeeds) {
        auto* side = new QWidget;
        auto* inside = new QVBoxLayout{side};
        inside->setContentsMargins({});
        inside->addWidget(strongLabel(words(need), Type::h3, need == Need::mentalHealth ? Color::mh : Color::da));
        inside->addWidget(answerGrid(theme, answersOf(form.form, lens.instruments, sex, need)));
        inside->addStretch();
        columns->addWidget(side);
    }
    column->addWidget(pair);
    if (const auto together = answersOf(form.form, lens.instruments, sex, std::nullopt); !together.isEmpty()) {
        column->addWidget(new Line{theme});
        column->addWidget(strongLabel(AssessmentsTab::tr("Both together"), Type::h3, Color::joint));
        column->addWidget(answerGrid(theme, together));
    }
    return card;
}

}  // namespace

ItemAnswers answersOf(const record::AssessmentForm& form, const InstrumentSet& instruments, Sex sex,
                      std::optional<Need> column)
{
    ItemAnswers answers;
    if (!column) {
        addTogether(answers, form);
        return answers;
    }
    addNeed(answers, form, *column);
    for (const auto& [id, items] : form.answers)
        if (const Instrument* instrument = instruments.find(id); instrument && instrument->need == *column)
            addScore(answers, *instrument, items, sex);
    return answers;
}

AssessmentsTab::AssessmentsTab(const Theme& theme, QWidget* parent) : QScrollArea{parent}, m_theme{theme}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Assessments"));
}

void AssessmentsTab::show(const CaseLens& lens, const Data& record, bool mayAssess)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    const int side = m_theme.size(Size::pagePadding);
    column->setContentsMargins(side, m_theme.px(16), side, m_theme.px(16));
    column->setSpacing(m_theme.px(16));
    const bool hasDraft = record.draftSavedAt.has_value();
    const QString verb = hasDraft ? tr("Continue joint assessment") : tr("Start joint assessment");
    if (record.forms.empty()) {
        auto* empty = new EmptyState{m_theme, QStringLiteral("check"),
                                     hasDraft ? tr("A joint assessment is being filled in")
                                              : tr("No joint assessment has been signed yet"),
                                     hasDraft ? tr("Last saved %1.").arg(momentWords(*record.draftSavedAt, lens.now))
                                              : tr("Ask about both needs at once, then send one joint referral."),
                                     mayAssess ? verb : QString{}};
        connect(empty, &EmptyState::actionTriggered, this, &AssessmentsTab::assessRequested);
        column->addWidget(empty, 0, Qt::AlignHCenter);
    } else {
        auto* top = new QHBoxLayout;
        top->addWidget(plainLabel(hasDraft
                                      ? tr("A draft was saved %1.").arg(momentWords(*record.draftSavedAt, lens.now))
                                      : QString{},
                                  Type::dense, Color::ink2),
                       1);
        if (mayAssess) {
            auto* button = new Button{m_theme, verb};
            connect(button, &QPushButton::clicked, this, &AssessmentsTab::assessRequested);
            top->addWidget(button);
        }
        column->addLayout(top);
    }
    for (const auto& form : record.forms)
        column->addWidget(signedCard(m_theme, lens, form));
    column->addStretch();
    setWidget(page);
}

}  // namespace holdfast::ui
