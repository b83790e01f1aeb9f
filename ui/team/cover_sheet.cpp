#include "team/cover_sheet.h"

#include "async/desk.h"
#include "team/team_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {

CoverSheet::CoverSheet(Desk& desk, const Theme& theme, const std::vector<app::TeamMember>& members,
                       const WorkerId& chosen, Date today, QWidget& window)
    : DialogSheet{theme, tr("Arrange cover"), 640, window},
      m_desk{desk},
      m_members{members},
      m_today{today},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("coverSheet"));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    m_now = new Banner{theme, Banner::Kind::caution};
    m_now->setIconName(QStringLiteral("calendar"));
    m_now->setAction(tr("End this cover"));
    m_now->setObjectName(QStringLiteral("coverNow"));
    connect(m_now, &Banner::actionTriggered, this, &CoverSheet::endCover);
    column->addWidget(m_problem);
    column->addWidget(m_now);
    buildFields(today);
    column->addStretch(1);

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &CoverSheet::reject);
    m_primary = addPrimary(tr("Arrange cover"));
    m_primary->setObjectName(QStringLiteral("arrangeCoverButton"));
    connect(m_primary, &Button::clicked, this, &CoverSheet::save);
    m_away->setValueQuietly(text(chosen.text()));
    offerCovers();
}

void CoverSheet::buildFields(Date today)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(theme().px(12));
    static_cast<QVBoxLayout*>(body()->layout())->addLayout(grid);
    const auto field = [&](const QString& label, QWidget* editor, const QString& hint, int row, int at) {
        auto* box = new FieldBox{theme(), label, editor, hint};
        grid->addWidget(box, row, at, Qt::AlignTop);
        return box;
    };
    m_away = new Choice{tr("Who is away")};
    m_away->setObjectName(QStringLiteral("coverAway"));
    for (const app::TeamMember& member : m_members)
        if (member.worker.active)
            m_away->addChoice(text(member.worker.name), text(member.worker.id.text()));
    m_by = new Choice{tr("Who covers")};
    m_by->setObjectName(QStringLiteral("coverBy"));
    m_from = new DayEdit{theme(), tr("First day away"), today};
    m_from->setObjectName(QStringLiteral("coverFrom"));
    m_to = new DayEdit{theme(), tr("Last day away"), today};
    m_to->setObjectName(QStringLiteral("coverTo"));
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("coverNote"));
    m_note->setMaxLength(200);
    m_awayField = field(tr("Who is away"), m_away, {}, 0, 0);
    m_byField = field(tr("Who covers"), m_by, tr("Same service, and a role that includes what the other does"), 0, 1);
    m_fromField = field(tr("First day away"), m_from, tr("Day, month, year"), 1, 0);
    m_toField = field(tr("Last day away"), m_to, tr("Included"), 1, 1);
    auto* note = new FieldBox{theme(), tr("Note"), m_note,
                              tr("Nobody changes hands: the work is on the cover's Today as well on these days")};
    grid->addWidget(note, 2, 0, 1, 2);

    connect(m_away, &QComboBox::currentIndexChanged, this, [this] {
        setUnsaved(true);
        offerCovers();
    });
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    for (QLineEdit* line : {static_cast<QLineEdit*>(m_from), static_cast<QLineEdit*>(m_to), m_note})
        connect(line, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
}

const app::TeamMember* CoverSheet::away() const
{
    const WorkerId id{m_away->value().toString().toStdString()};
    const auto found = std::ranges::find(m_members, id, [](const app::TeamMember& member) { return member.worker.id; });
    return found == m_members.end() ? nullptr : &*found;
}

/// Those who may cover for the one who is away; and what is arranged for them already.
void CoverSheet::offerCovers()
{
    const QSignalBlocker quiet{m_by};
    m_by->clear();
    const app::TeamMember* member = away();
    m_now->setVisible(member != nullptr && member->away.has_value());
    if (member == nullptr)
        return;
    for (const app::TeamMember& other : m_members)
        if (other.worker.active && other.worker.id != member->worker.id &&
            other.worker.service == member->worker.service && other.worker.role >= member->worker.role)
            m_by->addChoice(text(other.worker.name), text(other.worker.id.text()));
    m_by->setPlaceholderText(m_by->count() == 0 ? tr("Nobody of this service may") : tr("Choose"));
    m_by->setCurrentIndex(m_by->count() == 1 ? 0 : -1);
    if (member->away)
        m_now->setText(text(member->worker.name) + QStringLiteral(": "), awayWords(*member, m_today));
}

void CoverSheet::save()
{
    m_problem->hide();
    const auto from = m_from->day();
    const auto to = m_to->day();
    m_awayField->setError(away() == nullptr ? tr("Choose who is away") : QString{});
    m_byField->setError(m_by->currentIndex() < 0 ? tr("Choose who covers") : QString{});
    m_fromField->setError(from ? QString{} : tr("Enter the first day, like 27 Nov 2026"));
    m_toField->setError(!to                   ? tr("Enter the last day, like 4 Dec 2026")
                        : *to < m_today       ? tr("This day has passed")
                        : from && *to < *from ? tr("Enter a day on or after the first")
                                              : QString{});
    if (FieldBox* wrong = firstWithError({m_awayField, m_byField, m_fromField, m_toField}))
        return wrong->editor()->setFocus();
    Cover cover;
    cover.worker = away()->worker.id;
    cover.by = WorkerId{m_by->value().toString().toStdString()};
    cover.from = *from;
    cover.to = *to;
    cover.note = m_note->text().trimmed().toStdString();
    m_primary->setBusy(true);
    m_desk.ask(
        this,
        [cover, command = m_command](UseCases& use, const app::Session& session) {
            return use.team.arrangeCover(session, cover, command);
        },
        [this](const Result<Cover>& done) {
            m_primary->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit arranged(*done);
            accept();
        });
}

void CoverSheet::endCover()
{
    const app::TeamMember* member = away();
    if (member == nullptr || !member->away)
        return;
    m_desk.ask(
        this,
        [id = member->away->id, version = member->away->version](UseCases& use, const app::Session& session) {
            return use.team.endCover(session, id, version);
        },
        [this](const Result<Cover>& done) {
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit ended(*done);
            accept();
        });
}

void CoverSheet::explain(const Error& error)
{
    m_problem->setText(teamRefusal(error));
    m_problem->show();
}

}  // namespace holdfast::ui
