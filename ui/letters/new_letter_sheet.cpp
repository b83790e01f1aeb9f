#include "letters/new_letter_sheet.h"

#include "circle/circle_words.h"
#include "circle/topic_list.h"
#include "letters/letter_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 640;

}  // namespace

NewLetterSheet::NewLetterSheet(const Theme& theme, app::CaseFile file, std::vector<Service> services, QWidget& window,
                               std::vector<app::CarerView> carers)
    : DialogSheet{theme, tr("New letter"), sheetWidth, window},
      m_file{std::move(file)},
      m_services{std::move(services)},
      m_carers{std::move(carers)}
{
    std::erase_if(m_carers, [](const app::CarerView& view) { return view.link.endedOn.has_value(); });
    setObjectName(QStringLiteral("newLetterSheet"));
    setSubtitle(text(displayName(m_file.person)));
    auto* column = addColumn(12);
    m_kind = new Choice{tr("Which letter")};
    m_kind->setObjectName(QStringLiteral("letterKind"));
    for (const letters::LetterKind kind : letters::allLetterKinds) {
        if (m_file.now.died && letters::audienceOf(kind) != letters::Audience::partner)
            continue;
        m_kind->addChoice(words(kind), static_cast<int>(kind));
    }
    m_kind->setCurrentIndex(0);
    m_kindBox = new FieldBox{theme, tr("Which letter"), m_kind, QStringLiteral(" ")};
    column->addWidget(m_kindBox);
    m_service = new Choice{tr("To which service")};
    m_service->setObjectName(QStringLiteral("letterService"));
    m_serviceBox = new FieldBox{theme, tr("To which service"), m_service};
    column->addWidget(m_serviceBox);
    m_reply = new Choice{tr("About which answer")};
    m_reply->setObjectName(QStringLiteral("letterReply"));
    m_replyBox = new FieldBox{theme, tr("About which answer"), m_reply};
    column->addWidget(m_replyBox);
    addCarer(*column);
    m_variant = new Choice{tr("Form")};
    m_variant->setObjectName(QStringLiteral("letterForm"));
    column->addWidget(new FieldBox{theme, tr("Form"), m_variant, tr("It can be changed while it is a draft")});
    column->addStretch();

    addCancel(tr("Cancel"));
    connect(addPrimary(tr("Write it")), &QPushButton::clicked, this, &NewLetterSheet::accepted);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewLetterSheet::kindChanged);
    connect(m_service, &QComboBox::currentIndexChanged, this, &NewLetterSheet::fillReplies);
    kindChanged();
}

void NewLetterSheet::addCarer(QVBoxLayout& column)
{
    m_carer = new QWidget;
    auto* inside = new QVBoxLayout{m_carer};
    inside->setContentsMargins({});
    inside->setSpacing(theme().px(8));
    m_carerChoice = new Choice{tr("Which carer")};
    m_carerChoice->setObjectName(QStringLiteral("letterCarer"));
    for (const app::CarerView& view : m_carers)
        m_carerChoice->addChoice(carerTitle(view), text(view.carer.id.text()));
    m_carerBox = new FieldBox{theme(), tr("Which carer"), m_carerChoice,
                              tr("The letter says what the person agreed to, and no more. With nothing agreed it does "
                                 "not even say that we know them.")};
    inside->addWidget(m_carerBox);
    m_topics = new QVBoxLayout;
    inside->addLayout(m_topics);
    column.addWidget(m_carer);
    m_carerChoice->setCurrentIndex(m_carers.empty() ? -1 : 0);
    connect(m_carerChoice, &QComboBox::currentIndexChanged, this, &NewLetterSheet::carerChanged);
    carerChanged();
}

void NewLetterSheet::carerChanged()
{
    clearLayout(*m_topics);
    const int chosen = m_carerChoice->currentIndex();
    if (chosen >= 0)
        m_topics->addWidget(
            new TopicList{theme(), m_carers.at(static_cast<std::size_t>(chosen)), TopicList::Use::look});
}

letters::LetterKind NewLetterSheet::kind() const
{
    return static_cast<letters::LetterKind>(m_kind->value().toInt());
}

void NewLetterSheet::kindChanged()
{
    const letters::LetterKind now = kind();
    m_kindBox->setHint(explain(now));
    m_variant->clear();
    for (const letters::Variant variant : letters::variantsOf(now))
        m_variant->addChoice(words(variant), static_cast<int>(variant));
    m_variant->setCurrentIndex(0);
    m_carer->setVisible(now == letters::LetterKind::toCarer);
    m_serviceBox->setVisible(letters::isAboutOneService(now));
    fillServices();
}

/// Those the case speaks of first; any other may be chosen for a referral or a hand-over.
void NewLetterSheet::fillServices()
{
    const QSignalBlocker quiet{m_service};
    m_service->clear();
    std::vector<ServiceId> known;
    for (const auto& entry : m_file.history) {
        if (const auto* sent = std::get_if<event::ReferralSent>(&entry.event.body))
            for (const auto& leg : sent->legs)
                known.push_back(leg.service);
        if (const auto* answer = std::get_if<event::Response>(&entry.event.body))
            known.push_back(answer->service);
    }
    const auto isKnown = [&](const Service& each) { return std::ranges::find(known, each.id) != known.end(); };
    const bool any = kind() == letters::LetterKind::handover || kind() == letters::LetterKind::jointReferral;
    for (const bool first : {true, false})
        for (const Service& each : m_services)
            if (isKnown(each) == first && (first || any))
                m_service->addChoice(text(each.name), text(each.id.text()));
    m_service->setCurrentIndex(m_service->count() > 0 ? 0 : -1);
    fillReplies();
}

void NewLetterSheet::fillReplies()
{
    m_reply->clear();
    const bool challenge = kind() == letters::LetterKind::challenge;
    const std::string service = m_service->value().toString().toStdString();
    for (const engine::Bounce& bounce : m_file.now.bounces) {
        if (!bounce.refusal || (challenge && bounce.service != service))
            continue;
        if (challenge && bounce.cls == BounceClass::soft)
            continue;
        m_reply->addChoice(tr("%1, %2").arg(dueWords(bounce.at, m_file.now.at), words(bounce.need)),
                           text(bounce.event.text()));
    }
    if (!challenge)
        m_reply->addChoice(tr("None in particular"), QString{});
    m_reply->setCurrentIndex(m_reply->count() - 1);
    m_replyBox->setVisible(challenge || kind() == letters::LetterKind::handover ||
                           kind() == letters::LetterKind::toPerson);
}

std::optional<letters::Request> NewLetterSheet::request() const
{
    letters::Request request;
    request.kind = kind();
    request.variant = static_cast<letters::Variant>(m_variant->value().toInt());
    if (letters::isAboutOneService(request.kind)) {
        request.service = ServiceId{m_service->value().toString().toStdString()};
        if (request.service.empty())
            return std::nullopt;
    }
    if (!m_replyBox->isHidden())
        request.event = EventId{m_reply->value().toString().toStdString()};
    if (request.kind == letters::LetterKind::challenge && request.event.empty())
        return std::nullopt;
    for (const engine::Bounce& bounce : m_file.now.bounces)
        if (!request.event.empty() && bounce.event == request.event && letters::isAboutOneService(request.kind))
            request.need = bounce.need;
    if (request.kind == letters::LetterKind::toCarer) {
        request.carer.id = CarerId{m_carerChoice->value().toString().toStdString()};
        if (request.carer.id.empty())
            return std::nullopt;
    }
    return request;
}

void NewLetterSheet::accepted()
{
    m_serviceBox->setError(letters::isAboutOneService(kind()) && m_service->currentIndex() < 0
                               ? tr("No service has been asked or has answered yet")
                               : QString{});
    m_replyBox->setError(kind() == letters::LetterKind::challenge && m_reply->count() == 0
                             ? tr("This service has not refused")
                             : QString{});
    m_carerBox->setError(kind() == letters::LetterKind::toCarer && m_carerChoice->currentIndex() < 0
                             ? tr("No carer is on record. Add them under Consent and carers first")
                             : QString{});
    if (const auto wanted = request()) {
        emit chosen(*wanted);
        accept();
    }
}

}  // namespace holdfast::ui
