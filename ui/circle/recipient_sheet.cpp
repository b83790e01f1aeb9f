#include "circle/recipient_sheet.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "words/codes.h"
#include "words/share_words.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 560;

QString titleOf(const app::RecipientLine& line)
{
    if (!line.to.with)
        return RecipientSheet::tr("The person: it is theirs");
    return line.carerName.empty() ? words(*line.to.with) : text(line.carerName);
}

QString allowedWords(const app::RecipientLine& line)
{
    if (!line.to.with)
        return RecipientSheet::tr("What is about somebody else is left out.");
    switch (line.verdict.basis) {
    case ShareBasis::directCare: return RecipientSheet::tr("May be shared: direct care.");
    case ShareBasis::consent: return RecipientSheet::tr("May be shared: the person said yes.");
    case ShareBasis::exception: return RecipientSheet::tr("May be shared today, for the reason that was recorded.");
    case ShareBasis::generalOnly:
    case ShareBasis::none: break;
    }
    return RecipientSheet::tr("May be shared.");
}

}  // namespace

RecipientSheet::RecipientSheet(const Theme& theme, Desk& desk, const PersonId& person, std::vector<CarerTopic> topics,
                               const QString& verb, QWidget& window)
    : DialogSheet{theme, tr("Who is it for?"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_topics{std::move(topics)},
      m_verb{verb},
      m_command{desk.newCommand()},
      m_problem{new Banner{theme, Banner::Kind::stop}},
      m_with{new Choice{tr("Who is it for?")}},
      m_stands{new QVBoxLayout},
      m_outside{new QWidget},
      m_why{theme, desk, QStringLiteral("recipient"), tr("Kept with your name, for today")}
{
    setObjectName(QStringLiteral("recipientSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = addColumn(12);
    m_problem->hide();
    column->addWidget(m_problem);
    m_with->setObjectName(QStringLiteral("recipientWith"));
    column->addWidget(new FieldBox{theme, tr("Who is it for?"), m_with});
    column->addLayout(m_stands);
    auto* outside = new QVBoxLayout{m_outside};
    outside->setContentsMargins({});
    outside->setSpacing(theme.px(10));
    m_why.grounds->setCurrent(0);
    outside->addWidget(m_why.grounds, 0, Qt::AlignLeft);
    outside->addWidget(m_why.box);
    column->addWidget(m_outside);
    column->addStretch(1);
    addCancel(tr("Cancel"));
    m_go = addPrimary(verb);
    m_go->setObjectName(QStringLiteral("recipientGo"));
    m_go->setEnabled(false);
    connect(m_go, &QPushButton::clicked, this, &RecipientSheet::proceed);
    connect(m_with, &QComboBox::currentIndexChanged, this, &RecipientSheet::follow);
    follow();
    load();
}

void RecipientSheet::load()
{
    m_desk.ask(
        this,
        [person = m_person, topics = m_topics](UseCases& use, const app::Session& session) {
            return use.consents.recipients(session, person, topics);
        },
        [this](const Result<std::vector<app::RecipientLine>>& lines) {
            if (lines)
                return show(*lines);
            m_problem->setText(words(lines.error()));
            m_problem->show();
        });
}

void RecipientSheet::show(const std::vector<app::RecipientLine>& lines)
{
    m_lines = lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_with->addChoice(titleOf(lines[i]), static_cast<int>(i));
    m_with->setCurrentIndex(0);
    follow();
}

const app::RecipientLine* RecipientSheet::line() const
{
    const int at = m_with->currentIndex();
    return at >= 0 && static_cast<std::size_t>(at) < m_lines.size() ? &m_lines[static_cast<std::size_t>(at)] : nullptr;
}

void RecipientSheet::follow()
{
    const app::RecipientLine* now = line();
    clearLayout(*m_stands);
    m_problem->hide();
    const bool free = now == nullptr || !now->to.with || now->verdict.answer == ShareAnswer::allowed;
    // Where they only want to be asked, their yes of today is enough; against their word, or without it, a lead decides.
    const bool mayOverride = m_desk.may(app::Action::overrideConsent);
    m_mayAsk = !free && now->verdict.answer == ShareAnswer::askFirst;
    m_why.grounds->setVisible(m_mayAsk && mayOverride);
    m_outside->setVisible(m_mayAsk || (!free && mayOverride));
    m_go->setEnabled(now != nullptr && (free || m_mayAsk || mayOverride));
    m_go->setText(free ? m_verb : tr("Record the reason, and %1").arg(m_verb.left(1).toLower() + m_verb.mid(1)));
    if (now == nullptr)
        return;
    const auto kind = free                                           ? Banner::Kind::good
                      : now->verdict.answer == ShareAnswer::askFirst ? Banner::Kind::caution
                                                                     : Banner::Kind::stop;
    auto* stands = new Banner{theme(), kind};
    stands->setObjectName(QStringLiteral("recipientStands"));
    stands->setText(free ? allowedWords(*now) : shareRefusal(nameOf(now->verdict.reason)));
    m_stands->addWidget(stands);
}

void RecipientSheet::proceed()
{
    const app::RecipientLine* now = line();
    if (now == nullptr)
        return;
    if (m_outside->isVisibleTo(this))
        return shareOutside(*now);
    give(now->to);
}

void RecipientSheet::shareOutside(const app::RecipientLine& now)
{
    app::ExceptionInput input;
    input.person = m_person;
    input.with = *now.to.with;
    input.carer = now.to.carer;
    input.topics = m_topics;
    input.command = m_command;
    if (!m_why.into(input))
        return m_why.text->setFocus();
    if (!m_mayAsk)
        input.grounds = ExceptionGrounds::overridden;
    m_go->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.consents.shareOutside(session, input); },
        [this, to = now.to](const Result<ShareExceptionId>& made) {
            m_go->setBusy(false);
            if (made)
                return give(to);
            m_problem->setText(words(made.error()));
            m_problem->show();
        });
}

void RecipientSheet::give(const Recipient& to)
{
    emit chosen(to);
    accept();
}

}  // namespace holdfast::ui
