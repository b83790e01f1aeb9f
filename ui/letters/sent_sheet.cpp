#include "letters/sent_sheet.h"

#include "async/desk.h"
#include "circle/circle_words.h"
#include "domain/calendar.h"
#include "letters/letter_words.h"
#include "letters/sending.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 560;

}  // namespace

SentSheet::SentSheet(Theme& theme, Desk& desk, const LetterSight& sight, std::optional<Service> service,
                     QWidget& window, std::vector<app::CarerView> carers)
    : DialogSheet{theme, tr("Record as sent"), sheetWidth, window},
      m_desk{desk},
      m_sight{sight},
      m_service{std::move(service)},
      m_carers{std::move(carers)},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("sentSheet"));
    setSubtitle(letterTitle(sight.kind(), sight.recipient()));
    auto* column = addColumn(12);
    m_stop = new Banner{theme, Banner::Kind::stop};
    m_stop->hide();
    m_warn = new Banner{theme, Banner::Kind::caution};
    m_warn->hide();
    column->addWidget(m_stop);
    column->addWidget(m_warn);

    addCopies(*column);
    m_method = new Choice{tr("How it left")};
    m_method->setObjectName(QStringLiteral("sentMethod"));
    for (const LetterMethod method : {LetterMethod::post, LetterMethod::emailByHand, LetterMethod::handedOver,
                                      LetterMethod::portal, LetterMethod::fax})
        m_method->addChoice(words(method), static_cast<int>(method));
    const bool toPerson = letters::audienceOf(sight.kind()) == letters::Audience::person;
    const bool mayPost =
        letters::adviseSending(sight.file.person, sight.file.now.died, sight.kind(), LetterMethod::post).risk !=
        letters::SendRisk::refuse;
    m_method->setValueQuietly(static_cast<int>(toPerson && !mayPost ? LetterMethod::handedOver : LetterMethod::post));
    connect(m_method, &QComboBox::currentIndexChanged, this, &SentSheet::methodChanged);
    column->addWidget(new FieldBox{theme, tr("How it left"), m_method, tr("Holdfast sends nothing itself")});

    m_address = new GrowingText{theme, tr("Where to"), 2, 5};
    m_address->setObjectName(QStringLiteral("sentAddress"));
    m_addressBox = new FieldBox{theme, tr("Where to"), m_address};
    column->addWidget(m_addressBox);

    const Instant now = desk.clock().now();
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    m_day = new DayEdit{theme, tr("Day it left"), londonDate(now)};
    m_day->setDayQuietly(londonDate(now));
    m_time = new QLineEdit{timeWords(now)};
    m_dayBox = new FieldBox{theme, tr("Day it left"), m_day};
    m_timeBox = new FieldBox{theme, tr("Time"), m_time, tr("24 hours, like 17:30")};
    row->addWidget(m_dayBox, 2, Qt::AlignTop);
    row->addWidget(m_timeBox, 1, Qt::AlignTop);
    column->addLayout(row);
    for (QLineEdit* editor : {static_cast<QLineEdit*>(m_day), m_time})
        connect(editor, &QLineEdit::textChanged, this, [this] { m_now = false; });

    m_seen = new QCheckBox{tr("I have read this, and it is safe to record it so")};
    m_seen->setObjectName(QStringLiteral("warningSeen"));
    column->addWidget(m_seen);
    column->addStretch();
    addCancel(tr("Cancel"));
    m_primary = addPrimary(tr("Record as sent"));
    connect(m_primary, &QPushButton::clicked, this, &SentSheet::record);
    connect(m_seen, &QCheckBox::toggled, this, &SentSheet::methodChanged);
    methodChanged();
}

/// A copy is offered to those carers only who may hear all that a letter to the person says.
void SentSheet::addCopies(QVBoxLayout& column)
{
    if (m_sight.kind() != letters::LetterKind::toPerson || m_carers.empty())
        return;
    m_copy = new Choice{tr("To whom")};
    m_copy->setObjectName(QStringLiteral("sentCopy"));
    m_copy->addChoice(tr("To %1").arg(m_sight.recipient()), QString{});
    for (const app::CarerView& view : m_carers) {
        const bool all = std::ranges::all_of(letters::topicsOfLetter, [&](CarerTopic topic) {
            return view.mayTell.at(topic).answer == ShareAnswer::allowed;
        });
        if (all && !view.link.endedOn)
            m_copy->addChoice(tr("A copy to %1").arg(carerTitle(view)), text(view.carer.id.text()));
    }
    m_copy->setValueQuietly(QString{});
    const bool some = m_copy->count() > 1;
    column.addWidget(new FieldBox{theme(), tr("To whom"), m_copy,
                                  some
                                      ? QString{}
                                      : tr("No carer may hear all that this letter says, so none gets a copy. A letter "
                                           "of their own says what they may hear.")});
    connect(m_copy, &QComboBox::currentIndexChanged, this, &SentSheet::methodChanged);
}

/// Who it goes to, when that is a carer.
const app::CarerView* SentSheet::carer() const
{
    const auto is = [&](const app::CarerView& view) {
        if (m_sight.kind() == letters::LetterKind::toCarer)
            return text(view.carer.name) == m_sight.recipient();
        return m_copy && text(view.carer.id.text()) == m_copy->value().toString();
    };
    const auto found = std::ranges::find_if(m_carers, is);
    return found == m_carers.end() ? nullptr : &*found;
}

LetterMethod SentSheet::method() const
{
    return static_cast<LetterMethod>(m_method->value().toInt());
}

std::string SentSheet::usualAddress(LetterMethod method) const
{
    const Person& person = m_sight.file.person;
    if (const app::CarerView* to = carer()) {
        if (method == LetterMethod::post)
            return to->carer.contact.mayWrite ? to->carer.address : std::string{};
        return method == LetterMethod::emailByHand  ? to->carer.contact.email
               : method == LetterMethod::handedOver ? to->carer.name
                                                    : std::string{};
    }
    const bool toPerson = letters::audienceOf(m_sight.kind()) == letters::Audience::person;
    switch (method) {
    case LetterMethod::post: return toPerson ? person.address : m_service ? m_service->address : std::string{};
    case LetterMethod::emailByHand:
        return toPerson ? person.contact.email : m_service ? m_service->email : std::string{};
    case LetterMethod::handedOver: return toPerson ? displayName(person) : std::string{};
    case LetterMethod::fax:
    case LetterMethod::portal: return {};
    }
    return {};
}

void SentSheet::methodChanged()
{
    m_addressBox->setLabel(addressLabel(method()));
    m_addressBox->setError({});
    if (m_address->toPlainText() == m_offered) {
        m_offered = text(usualAddress(method()));
        m_address->setTextQuietly(m_offered);
    }
    const bool copies = m_copy && carer() != nullptr;
    const auto advice = letters::adviseSending(m_sight.file.person, m_sight.file.now.died,
                                               copies ? letters::LetterKind::toCarer : m_sight.kind(), method());
    QStringList reasons;
    for (const std::string& reason : advice.reasons)
        reasons << safeContactWords(reason);
    const bool refused = advice.risk == letters::SendRisk::refuse;
    const bool warned = advice.risk == letters::SendRisk::warn;
    m_stop->setVisible(refused);
    m_warn->setVisible(warned);
    if (refused)
        m_stop->setText(tr("Not this way."), reasons.join(QLatin1Char(' ')));
    if (warned) {
        if (!m_sight.file.person.safetyAlerts.empty() && letters::namesThePerson(m_sight.kind()))
            reasons << text(m_sight.file.person.safetyAlerts);
        m_warn->setText(tr("Before it leaves:"), reasons.join(QLatin1Char(' ')));
    }
    m_seen->setVisible(warned);
    m_primary->setEnabled(!refused && (!warned || m_seen->isChecked()));
}

std::optional<Instant> SentSheet::when() const
{
    if (m_now)
        return m_desk.clock().now();
    const auto minutes = readTime(m_time->text());
    if (!m_day->day() || !minutes)
        return std::nullopt;
    return londonInstant(*m_day->day(), std::chrono::minutes{*minutes});
}

void SentSheet::record()
{
    m_dayBox->setError(m_day->day() ? QString{} : tr("Enter the day it left"));
    m_timeBox->setError(readTime(m_time->text()) ? QString{} : tr("Enter the time, like 17:30"));
    const QString address = m_address->toPlainText().trimmed();
    m_addressBox->setError(address.isEmpty() && method() != LetterMethod::handedOver ? tr("Enter where it went")
                                                                                     : QString{});
    const auto at = when();
    if (at && *at > m_desk.clock().now())
        m_dayBox->setError(tr("This is still to come. Enter when it left"));
    if (m_dayBox->hasError() || m_timeBox->hasError() || m_addressBox->hasError() || !at)
        return;
    app::SentInput input;
    input.person = m_sight.file.person.id;
    input.seenVersion = m_sight.file.version;
    input.command = m_command;
    input.document = m_sight.line.document;
    input.at = *at;
    input.method = method();
    input.address = address.toStdString();
    if (const app::CarerView* to = m_copy ? carer() : nullptr)
        input.copyTo = to->carer.id;
    input.warningSeen = m_seen->isVisible() && m_seen->isChecked();
    m_primary->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.letters.markSent(session, input); },
        [this](const Result<app::RecordOutcome>& outcome) {
            m_primary->setBusy(false);
            answered(outcome);
        });
}

void SentSheet::answered(const Result<app::RecordOutcome>& outcome)
{
    if (outcome) {
        setUnsaved(false);
        emit recorded(*outcome);
        return accept();
    }
    if (outcome.error().where == "/at")
        return m_dayBox->setError(tr("It cannot have left before it was made final, or in the future"));
    m_stop->setText(letterErrorWords(outcome.error()));
    m_stop->show();
}

}  // namespace holdfast::ui
