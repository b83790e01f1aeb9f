#include "circle/circle_tab.h"

#include "async/desk.h"
#include "circle/calls_card.h"
#include "circle/carer_card.h"
#include "circle/consent_card.h"
#include "letters/compose.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace holdfast::ui {

CircleTab::CircleTab(Theme& theme, Desk& desk, QWidget* parent)
    : PersonTab{parent}, m_theme{theme}, m_desk{desk}, m_scroll{new QScrollArea}
{
    setObjectName(QStringLiteral("circleTab"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Consent and carers"));
    column->addWidget(m_scroll);
}

CircleTab::~CircleTab() = default;

QString CircleTab::title() const
{
    return tr("Consent and carers");
}

void CircleTab::show(const app::CaseFile& file)
{
    m_file = file;
    reload();
}

void CircleTab::leave()
{
    ++m_generation;
    m_file.reset();
    m_circle = {};
    m_loaded = false;
    m_allCalls = false;
    m_opened.clear();
    m_kept.clear();
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater();
}

void CircleTab::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    if (m_loaded)
        render();
}

QList<QWidget*> CircleTab::regions() const
{
    QList<QWidget*> stops;
    for (const char* name : {"carersColumn", "consentColumn"})
        if (auto* stop = findChild<QWidget*>(QString::fromLatin1(name)))
            stops << stop;
    return stops.isEmpty() ? QList<QWidget*>{m_scroll} : stops;
}

void CircleTab::reload()
{
    if (!m_file || !m_desk.may(app::Action::viewConsent) || !m_desk.may(app::Action::viewCarers))
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id](UseCases& use, const app::Session& session) -> Result<Circle> {
            auto consents = use.consents.list(session, person);
            if (!consents)
                return std::move(consents).error();
            auto carers = use.carers.list(session, person);
            if (!carers)
                return std::move(carers).error();
            return Circle{*std::move(consents), *std::move(carers)};
        },
        [this, asked = ++m_generation](const Result<Circle>& circle) {
            if (asked != m_generation)
                return;
            if (!circle)
                return emit failed(words(circle.error()));
            m_circle = *circle;
            m_loaded = true;
            render();
            emit titleChanged();
            emit loaded();
            if (!m_kept.empty())
                openKept(std::exchange(m_kept, {}));
        });
}

void CircleTab::render()
{
    const int before = m_scroll->verticalScrollBar()->value();
    auto* page = new QWidget;
    const bool narrow = m_class == WindowClass::narrow || m_class == WindowClass::small;
    auto* columns = new QBoxLayout{narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, page};
    const int side = m_class == WindowClass::narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    columns->setContentsMargins(side, m_theme.px(16), side, m_theme.px(16));
    columns->setSpacing(m_theme.px(16));
    for (const bool carers : {true, false}) {
        auto* box = new QWidget;
        box->setObjectName(carers ? QStringLiteral("carersColumn") : QStringLiteral("consentColumn"));
        box->setAccessibleName(carers ? tr("Carers") : tr("Consent"));
        auto* column = new QVBoxLayout{box};
        column->setContentsMargins({});
        column->setSpacing(m_theme.px(12));
        carers ? addCarers(*column) : addConsents(*column);
        column->addStretch(1);
        columns->addWidget(box, 1);
    }
    m_scroll->setWidget(page);
    m_scroll->verticalScrollBar()->setValue(before);
}

void CircleTab::addCarers(QVBoxLayout& column)
{
    const bool edits = m_desk.may(app::Action::editCarer);
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    head->addWidget(strongLabel(tr("Carers"), Type::h2), 1);
    const auto& carers = m_circle.carers.carers;
    if (edits && !carers.empty()) {
        auto* add =
            new Button{m_theme, tr("Add a carer"), ButtonKind::secondary, QStringLiteral("plus"), ButtonSize::small};
        add->setObjectName(QStringLiteral("addCarer"));
        connect(add, &QPushButton::clicked, this, &CircleTab::addCarer);
        head->addWidget(add);
    }
    column.addLayout(head);
    if (carers.empty()) {
        auto* empty = new EmptyState{m_theme, QStringLiteral("carer"), tr("Nobody is on record as a carer"),
                                     tr("Whoever rings or comes along can be heard, agreed or not. Put them on record, "
                                        "and what they may be told stands here."),
                                     edits ? tr("Add a carer") : QString{}};
        connect(empty, &EmptyState::actionTriggered, this, &CircleTab::addCarer);
        column.addWidget(empty);
    }
    const CarerCard::Offers offers{m_desk.may(app::Action::recordCarerCall), edits,
                                   m_desk.may(app::Action::recordConsent), m_desk.may(app::Action::writeLetter)};
    for (const app::CarerView& view : carers) {
        auto* card = new CarerCard{m_theme, view, m_circle.carers, m_circle.carers.today, offers};
        connect(card, &CarerCard::callRequested, this, &CircleTab::logCall);
        connect(card, &CarerCard::editRequested, this, &CircleTab::editCarer);
        connect(card, &CarerCard::consentRequested, this, [this](const CarerId& id) {
            const auto& lines = m_circle.consents.lines;
            const auto found = std::ranges::find(lines, id, &app::ConsentLine::carer);
            if (found != lines.end())
                openConsent(*found);
        });
        connect(card, &CarerCard::letterRequested, this, [this](const CarerId& id) {
            letters::Request request;
            request.kind = letters::LetterKind::toCarer;
            request.carer.id = id;
            emit letterRequested(request);
        });
        connect(card, &CarerCard::calledBack, this, [this](const CarerCallId& id) { setCalledBack(id, true); });
        column.addWidget(card);
    }
    if (!m_circle.carers.calls.empty()) {
        auto* calls = new CallsCard{m_theme, m_circle.carers, m_desk.clock().now(), m_allCalls};
        connect(calls, &CallsCard::noteActivated, this, &CircleTab::noteActivated);
        connect(calls, &CallsCard::allRequested, this, [this] {
            m_allCalls = true;
            render();
        });
        column.addWidget(calls);
    }
}

void CircleTab::addConsents(QVBoxLayout& column)
{
    const bool records = m_desk.may(app::Action::recordConsent);
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    head->addWidget(strongLabel(tr("Consent"), Type::h2), 1);
    if (records) {
        auto* outside = new Button{m_theme, tr("Share outside it"), ButtonKind::secondary, QStringLiteral("key"),
                                   ButtonSize::small};
        outside->setObjectName(QStringLiteral("shareOutside"));
        connect(outside, &QPushButton::clicked, this, &CircleTab::openOutside);
        head->addWidget(outside);
    }
    column.addLayout(head);
    if (const QString kept = keptBackWords(m_circle); !kept.isEmpty()) {
        auto* banner = new Banner{m_theme, Banner::Kind::stop};
        banner->setIconName(QStringLiteral("eyeoff"));
        banner->setObjectName(QStringLiteral("keptBack"));
        banner->setText(tr("Part is kept back between the services:"), kept);
        column.addWidget(banner);
    }
    auto* card = new ConsentCard{m_theme, m_circle, m_opened, records};
    connect(card, &ConsentCard::answerRequested, this, &CircleTab::recordConsent);
    connect(card, &ConsentCard::wrongRequested, this, &CircleTab::enterInError);
    // Drawn again once the click is over: the button that was pressed goes with the old card.
    connect(
        card, &ConsentCard::earlierToggled, this,
        [this](std::size_t line) {
            if (!m_opened.erase(line))
                m_opened.insert(line);
            render();
        },
        Qt::QueuedConnection);
    column.addWidget(card);
}

const app::CarerView* CircleTab::carer(const CarerId& id) const
{
    const auto& carers = m_circle.carers.carers;
    const auto found = std::ranges::find(carers, id, [](const app::CarerView& each) { return each.carer.id; });
    return found == carers.end() ? nullptr : &*found;
}

}  // namespace holdfast::ui
