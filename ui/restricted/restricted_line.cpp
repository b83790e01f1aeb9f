#include "restricted/restricted_line.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QHBoxLayout>
#include <QPainter>

namespace holdfast::ui {
namespace {

constexpr auto lookEvery = std::chrono::seconds{5};

}  // namespace

RestrictedLine::RestrictedLine(const Theme& theme, Desk& desk, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("restrictedLine"));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8));
    row->setSpacing(theme.px(8));
    m_icon = new IconLabel{theme, QStringLiteral("lock"), Color::ink2, 16};
    row->addWidget(m_icon, 0, Qt::AlignTop);
    m_text = new RunLabel{theme, Type::dense};
    m_text->setObjectName(QStringLiteral("restrictedWords"));
    row->addWidget(m_text, 1);
    m_who = new Button{theme, tr("Who may see it"), ButtonKind::link};
    m_who->setObjectName(QStringLiteral("whoMaySee"));
    row->addWidget(m_who, 0, Qt::AlignTop);
    m_end = new Button{theme, tr("End now"), ButtonKind::secondary};
    m_end->setObjectName(QStringLiteral("endEmergency"));
    row->addWidget(m_end, 0, Qt::AlignTop);
    connect(m_who, &Button::clicked, this, &RestrictedLine::whoRequested);
    connect(m_end, &Button::clicked, this, &RestrictedLine::endNow);
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &RestrictedLine::look);
    hide();
}

void RestrictedLine::ask(const PersonId& person)
{
    m_person = person;
    m_desk.ask(
        this, [person](UseCases& use, const app::Session& session) { return use.restrictions.brief(session, person); },
        [this, person](const Result<app::RestrictionBrief>& brief) {
            if (person == m_person && brief)
                show(*brief);
        });
}

void RestrictedLine::show(const app::RestrictionBrief& brief)
{
    m_brief = brief;
    setVisible(brief.restricted);
    m_end->setVisible(brief.emergency.has_value());
    if (!brief.restricted)
        return m_timer.stop();
    QList<TextRun> runs;
    if (brief.emergency) {
        runs.append(
            {tr("You opened this restricted record in an emergency, until %1. ").arg(timeWords(brief.emergency->until)),
             Color::ink, 600});
        runs.append({tr("A supervisor will read why: %1").arg(text(brief.emergency->reason)), Color::ink2});
        m_timer.start();
    } else {
        runs.append({tr("Restricted record. "), Color::ink, 600});
        runs.append({tr("%n people may see it, and you are one of them.", nullptr, brief.named), Color::ink2});
        m_timer.stop();
    }
    if (brief.maybeTwice)
        runs.append(
            {tr(" Somebody alike is on record too, perhaps added by a worker who cannot see this record: look under "
                "Record, Join with another record."),
             Color::ink, 600});
    m_text->setRuns(runs);
    update();
}

void RestrictedLine::forget()
{
    m_person = {};
    show(app::RestrictionBrief{});
}

void RestrictedLine::look()
{
    if (!m_brief.emergency || m_brief.emergency->isOpenAt(m_desk.clock().now()))
        return;
    forget();
    emit ended();
}

void RestrictedLine::endNow()
{
    if (!m_brief.emergency)
        return;
    m_desk.ask(
        this,
        [id = m_brief.emergency->id](UseCases& use, const app::Session& session) {
            return use.restrictions.giveBack(session, id);
        },
        [this](const Result<Done>& done) {
            if (!done)
                return emit failed(words(done.error()));
            forget();
            emit ended();
        });
}

void RestrictedLine::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.color(m_brief.emergency ? Color::waitTint : Color::sunken));
}

}  // namespace holdfast::ui
