#include "team/decline_sheet.h"

#include "async/desk.h"
#include "people/leg_look.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/reasons.h"

#include <QVBoxLayout>

namespace holdfast::ui {

DeclineSheet::DeclineSheet(Desk& desk, const Theme& theme, app::DeclineLook look, Instant now, QWidget& window)
    : DialogSheet{theme, tr("Second look at a decline"), 680, window},
      m_desk{desk},
      m_look{std::move(look)},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("declineSheet"));
    const app::UnconfirmedDecline& decline = m_look.decline;
    setSubtitle(text(decline.name), tr(", %1").arg(text(decline.serviceName)));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    showWhatWasSaid(now);
    showProposals();
    buildAnswer();
    column->addStretch(1);

    auto* open = addSecondary(tr("Open person"));
    connect(open, &Button::clicked, this, [this] {
        reject();
        if (!isVisible())
            emit personRequested(m_look.decline.person);
    });
    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &DeclineSheet::reject);
    m_primary = addPrimary(tr("Confirm"));
    m_primary->setObjectName(QStringLiteral("declineButton"));
    connect(m_primary, &Button::clicked, this, &DeclineSheet::save);
    refreshAnswer();
}

void DeclineSheet::showWhatWasSaid(Instant now)
{
    const app::UnconfirmedDecline& decline = m_look.decline;
    auto* card = new Card{theme()};
    auto* column = new QVBoxLayout{card};
    const int pad = theme().size(Size::cardPadding);
    column->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    column->setSpacing(theme().px(6));
    auto* tags = new QWidget;
    auto* flow = new FlowLayout{theme().px(6), theme().px(6), tags};
    flow->setContentsMargins({});
    flow->addWidget(new Tag{theme(), needLook(laneOf(decline.need))});
    flow->addWidget(new Tag{theme(), stateLook(TagState::bounced, words(decline.cls))});
    column->addWidget(tags);
    auto* said = new RunLabel{theme(), Type::body};
    said->setObjectName(QStringLiteral("declineWords"));
    said->setText(decline.words.empty() ? tr("No words were written down.") : quoted(text(decline.words)),
                  decline.words.empty() ? Color::ink3 : Color::ink, 600);
    column->addWidget(said);
    column->addWidget(new RunLabel{
        theme(),
        Type::dense,
        {{tr("Written down as %1: %2.").arg(text(decline.code.text()), text(m_look.label)), Color::ink, 500},
         {tr(" By %1, %2.").arg(text(decline.authorName), momentWords(decline.at, now)), Color::ink2}}});
    if (!m_look.protocol.empty())
        column->addWidget(new RunLabel{
            theme(), Type::dense, {{tr("The protocol: "), Color::ink2, 600}, {text(m_look.protocol), Color::ink2}}});
    if (!m_look.requiredStep.empty())
        column->addWidget(
            new RunLabel{theme(),
                         Type::dense,
                         {{tr("What must follow: "), Color::ink2, 600}, {text(m_look.requiredStep), Color::ink2}}});
    body()->layout()->addWidget(card);
}

void DeclineSheet::showProposals()
{
    if (m_look.decline.masked) {
        auto* masked = new Banner{theme(), Banner::Kind::caution};
        masked->setObjectName(QStringLiteral("maskedBanner"));
        masked->setIconName(QStringLiteral("eye"));
        masked->setText(tr("The words read like %1 (%2), which is never by itself a reason.")
                            .arg(text(m_look.decline.masked->code.text()), text(m_look.decline.masked->label)),
                        tr(" It is proposed and not set: you decide."));
        body()->layout()->addWidget(masked);
    }
    body()->layout()->addWidget(strongLabel(tr("What the words may mean"), Type::dense));
    if (m_look.candidates.empty()) {
        body()->layout()->addWidget(
            new RunLabel{theme(), Type::dense, {{tr("The words match no reason of the policy."), Color::ink3}}});
        return;
    }
    int rank = 0;
    for (const engine::CodeCandidate& candidate : m_look.candidates) {
        QStringList matched;
        for (const std::string& word : candidate.matched)
            matched << quoted(text(word));
        auto* line = new RunLabel{
            theme(),
            Type::dense,
            {{tr("%1. %2: %3").arg(++rank).arg(text(candidate.code.text()), text(candidate.label)), Color::ink, 500},
             {tr(". %1. From %2.").arg(words(candidate.cls), matched.join(QStringLiteral(", "))), Color::ink2}}};
        line->setObjectName(QStringLiteral("declineCandidate"));
        body()->layout()->addWidget(line);
    }
    body()->layout()->addWidget(
        new RunLabel{theme(), Type::small, {{tr("Read with the policy %1.").arg(text(m_look.policy)), Color::ink3}}});
}

void DeclineSheet::buildAnswer()
{
    m_class = new Choice{tr("What the answer was")};
    m_class->setObjectName(QStringLiteral("declineClass"));
    for (const auto cls : {BounceClass::never, BounceClass::handover, BounceClass::soft})
        m_class->addChoice(cls == m_look.decline.cls ? tr("%1, as written down").arg(words(cls)) : words(cls),
                           text(nameOf(cls)));
    m_class->setValueQuietly(text(nameOf(m_look.decline.cls)));
    m_reason = new GrowingText{theme(), tr("Why"), 2, 6};
    m_reason->setObjectName(QStringLiteral("declineReason"));
    body()->layout()->addWidget(new FieldBox{theme(), tr("What the answer was"), m_class});
    m_reasonField = new FieldBox{theme(), tr("Why"), m_reason, tr("Both readings stay in the person's history")};
    body()->layout()->addWidget(m_reasonField);
    connect(m_class, &QComboBox::currentIndexChanged, this, [this] {
        setUnsaved(true);
        refreshAnswer();
    });
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
}

BounceClass DeclineSheet::chosen() const
{
    return named<BounceClass>(m_class->value().toString().toStdString()).value_or(m_look.decline.cls);
}

void DeclineSheet::refreshAnswer()
{
    m_primary->setText(chosen() == m_look.decline.cls ? tr("Confirm") : tr("Reclassify"));
}

void DeclineSheet::save()
{
    const bool reclassified = chosen() != m_look.decline.cls;
    QString reason = m_reason->toPlainText().trimmed();
    m_reasonField->setError(reclassified && reason.isEmpty() ? tr("Say why it is read another way") : QString{});
    if (m_reasonField->hasError())
        return m_reason->setFocus();
    if (reason.isEmpty())
        reason = tr("Read again and confirmed as it was written down");
    app::RecordInput input;
    input.person = m_look.decline.person;
    input.seenVersion = m_look.version;
    input.command = m_command;
    input.at = m_desk.clock().now();
    input.body = event::SecondLook{m_look.decline.event, chosen(), reason.toStdString(), m_desk.session().worker.id};
    m_primary->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.cases.record(session, input); },
        [this, reclassified](const Result<app::RecordOutcome>& outcome) {
            m_primary->setBusy(false);
            if (!outcome)
                return explain(outcome.error());
            setUnsaved(false);
            emit looked(m_look.decline.person, *outcome, reclassified);
            accept();
        });
}

void DeclineSheet::explain(const Error& error)
{
    if (error.code == ErrorCode::conflict)
        m_problem->setText(tr("Something was recorded for this person meanwhile."),
                           tr(" Close this and open it again to see it. What you wrote is still here."));
    else
        m_problem->setText(refusalWords(error));
    m_problem->show();
}

}  // namespace holdfast::ui
