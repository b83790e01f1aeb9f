#include "circle/consent_card.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/answer_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/share_words.h"

#include <QBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr std::size_t exceptionsShown = 5;

TagLook lookOf(const app::ConsentLine& line)
{
    const QString words = standingWords(line.standing, line.with);
    TagLook look = neutralLook(words);
    look.shape = TagLook::Shape::state;
    switch (line.standing) {
    case ConsentStanding::given:
        look.role = Role::ok;
        look.icon = QStringLiteral("ok");
        break;
    case ConsentStanding::refused:
    case ConsentStanding::withdrawn:
        look.role = Role::late;
        look.icon = QStringLiteral("xcircle");
        break;
    case ConsentStanding::expired:
        look.role = Role::late;
        look.icon = QStringLiteral("hourglass");
        break;
    case ConsentStanding::notAsked:
        look.role = line.verdict.basis == ShareBasis::directCare ? Role::ok : Role::wait;
        look.icon = line.verdict.basis == ShareBasis::directCare ? QStringLiteral("ok") : QStringLiteral("speak");
        break;
    }
    return look;
}

QString topicLine(const Consent& consent, TopicAnswer answer)
{
    std::vector<CarerTopic> topics;
    for (const auto& [topic, each] : consent.topics)
        if (each == answer)
            topics.push_back(topic);
    return listed(topics);
}

}  // namespace

ConsentCard::ConsentCard(const Theme& theme, const Circle& circle, const std::set<std::size_t>& opened, bool mayRecord,
                         QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_circle{circle}
{
    setObjectName(QStringLiteral("consentCard"));
    auto* column = new QVBoxLayout{this};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.px(10));
    for (std::size_t i = 0; i < circle.consents.lines.size(); ++i) {
        if (i > 0)
            column->addWidget(new Line{theme});
        addLine(*column, i, opened.contains(i), mayRecord);
    }
    addExceptions(*column);
}

QString ConsentCard::nameOf(const app::ConsentLine& line) const
{
    if (line.with != ShareKind::carer)
        return words(line.with);
    const auto& carers = m_circle.carers.carers;
    const auto found = std::ranges::find(carers, line.carer, [](const app::CarerView& each) { return each.carer.id; });
    return found == carers.end() ? words(line.with) : carerTitle(*found);
}

QString ConsentCard::workerName(const WorkerId& id) const
{
    const auto found = m_circle.consents.names.workers.find(id);
    return found == m_circle.consents.names.workers.end() ? text(id.text()) : text(found->second);
}

void ConsentCard::addLine(QVBoxLayout& column, std::size_t index, bool open, bool mayRecord)
{
    const app::ConsentLine& line = m_circle.consents.lines[index];
    const QString name = nameOf(line);
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    head->addWidget(new RunLabel{m_theme, Type::body, {{name, Color::ink, 600}}}, 1);
    head->addWidget(new Tag{m_theme, lookOf(line)}, 0, Qt::AlignTop);
    if (mayRecord) {
        auto* answer = new Button{
            m_theme, line.now ? tr("New answer") : tr("Record"), ButtonKind::secondary, {}, ButtonSize::small};
        answer->setObjectName(QStringLiteral("recordConsent%1").arg(index));
        answer->setAccessibleName(tr("Record an answer: %1").arg(name));
        connect(answer, &QPushButton::clicked, this, [this, index] { emit answerRequested(index); });
        head->addWidget(answer, 0, Qt::AlignTop);
    }
    column.addLayout(head);
    const GroundWords ground = groundWords(line.with);
    column.addWidget(new RunLabel{
        m_theme,
        Type::small,
        {{ground.words + QLatin1Char(' '), Color::ink2}, {words(ground.certainty) + QLatin1Char('.'), Color::ink3}}});
    if (line.now) {
        if (!line.now->words.empty())
            column.addWidget(
                new RunLabel{m_theme, Type::dense, {{tr("\u201c%1\u201d").arg(text(line.now->words)), Color::ink}}});
        if (const QString kept = line.with == ShareKind::carer ? QString{} : topicLine(*line.now, TopicAnswer::no);
            !kept.isEmpty())
            column.addWidget(new RunLabel{m_theme, Type::dense, {{tr("Kept back: %1").arg(kept), Color::late, 600}}});
        const bool due = line.due != ConsentDue::none;
        column.addWidget(
            new RunLabel{m_theme,
                         Type::small,
                         {{consentFacts(*line.now, m_circle.consents.names, m_circle.consents.today), Color::ink2},
                          {line.due == ConsentDue::over ? tr("  Ask again now.")
                           : due                        ? tr("  Ask again soon.")
                                                        : QString{},
                           Color::late, 600}}});
    }
    if (line.now || !line.earlier.empty()) {
        auto* earlier =
            new Button{m_theme,
                       open ? tr("Hide what was recorded")
                            : tr("All that was recorded (%1)").arg(line.earlier.size() + (line.now ? 1 : 0)),
                       ButtonKind::link,
                       {},
                       ButtonSize::small};
        earlier->setObjectName(QStringLiteral("earlierConsent%1").arg(index));
        connect(earlier, &QPushButton::clicked, this, [this, index] { emit earlierToggled(index); });
        column.addWidget(earlier, 0, Qt::AlignLeft);
        if (open)
            addEarlier(column, line, mayRecord);
    }
}

void ConsentCard::addEarlier(QVBoxLayout& column, const app::ConsentLine& line, bool mayRecord)
{
    const Date today = m_circle.consents.today;
    const auto add = [&](const ConsentRecord& record, bool counts) {
        const Consent& consent = record.consent;
        const bool wrong = record.inError.has_value();
        QList<TextRun> runs{{tr("%1, %2").arg(words(consent.decision), shortDayWords(consent.on, today)),
                             wrong ? Color::ink3 : Color::ink, 600}};
        if (counts)
            runs << TextRun{tr("  counts now"), Color::ok, 600};
        if (!consent.words.empty())
            runs << TextRun{tr("  \u201c%1\u201d").arg(text(consent.words)), wrong ? Color::ink3 : Color::ink};
        runs << TextRun{
            tr("  %1, %2. %3").arg(words(consent.how).toLower(), workerName(consent.worker), words(consent.capacity)),
            Color::ink2};
        if (!consent.capacityWords.empty())
            runs << TextRun{QStringLiteral(": ") + text(consent.capacityWords), Color::ink2};
        if (wrong)
            runs << TextRun{tr("  Entered in error by %1: %2")
                                .arg(workerName(record.inError->worker), text(record.inError->reason)),
                            Color::late, 600};
        auto* row = new QHBoxLayout;
        row->setContentsMargins(m_theme.px(16), 0, 0, 0);
        row->addWidget(new RunLabel{m_theme, Type::dense, runs}, 1);
        if (mayRecord && !wrong) {
            auto* error = new Button{m_theme, tr("Entered in error"), ButtonKind::quiet, {}, ButtonSize::small};
            connect(error, &QPushButton::clicked, this, [this, id = consent.id] { emit wrongRequested(id); });
            row->addWidget(error, 0, Qt::AlignTop);
        }
        column.addLayout(row);
    };
    if (line.now)
        add({*line.now, {}}, true);
    for (const ConsentRecord& record : line.earlier)
        add(record, false);
}

void ConsentCard::addExceptions(QVBoxLayout& column)
{
    const auto& exceptions = m_circle.consents.exceptions;
    if (exceptions.empty())
        return;
    column.addWidget(new Line{m_theme});
    column.addWidget(strongLabel(tr("Shared outside the consent"), Type::h3));
    for (std::size_t i = 0; i < std::min(exceptionsShown, exceptions.size()); ++i) {
        const ShareException& each = exceptions[i];
        app::ConsentLine line;
        line.with = each.with;
        line.carer = each.carer;
        const QString ground = each.grounds == ExceptionGrounds::asked ? tr("asked that day") : tr("overridden");
        column.addWidget(new RunLabel{
            m_theme,
            Type::dense,
            {{tr("%1, %2").arg(shortDayWords(each.on, m_circle.consents.today), nameOf(line)), Color::ink, 600},
             {tr("  %1. %2: %3, %4").arg(listed(each.topics), ground, text(each.reason), workerName(each.worker)),
              Color::ink2}}});
    }
    if (exceptions.size() > exceptionsShown)
        column.addWidget(
            plainLabel(tr("And %1 earlier.").arg(exceptions.size() - exceptionsShown), Type::small, Color::ink3));
}

}  // namespace holdfast::ui
