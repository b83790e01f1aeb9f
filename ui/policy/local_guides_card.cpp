#include "policy/local_guides_card.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/sheet_keeper.h"
#include "policy/local_guide_sheet.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QHBoxLayout>
#include <QTableWidget>

#include <algorithm>

namespace holdfast::ui {

QString inUseWords(const LocalGuide& guide, Date today)
{
    const QString from = editDay(guide.from);
    if (guide.withdrawnOn && *guide.withdrawnOn <= guide.from)
        return LocalGuidesCard::tr("Withdrawn before it began");
    if (guide.withdrawnOn) {
        const QString last = editDay(*guide.withdrawnOn - std::chrono::days{1});
        return *guide.withdrawnOn <= today ? LocalGuidesCard::tr("%1 to %2").arg(from, last)
                                           : LocalGuidesCard::tr("In use until %1").arg(last);
    }
    return guide.from > today ? LocalGuidesCard::tr("In use from %1").arg(from)
                              : LocalGuidesCard::tr("In use since %1").arg(from);
}

LocalGuidesCard::LocalGuidesCard(Desk& desk, const Theme& theme, QWidget* parent)
    : Card{theme, parent}, m_desk{desk}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(12));
    column->addWidget(strongLabel(tr("Your own protocols and leaflets"), Type::h2));
    column->addWidget(new RunLabel{
        theme,
        Type::dense,
        {{tr("Whoever records whether the joint protocol was applied chooses from those in use that day. What was "
             "recorded goes on naming the version of its day."),
          Color::ink2}}});
    m_empty = new EmptyState{theme, QStringLiteral("guidance"), tr("No protocol or leaflet is on the list yet"), {}};
    m_empty->setObjectName(QStringLiteral("noLocalGuides"));
    connect(m_empty, &EmptyState::actionTriggered, this, &LocalGuidesCard::add);
    m_empty->hide();
    column->addWidget(m_empty);
    m_table = new QTableWidget{0, 5};
    m_table->setObjectName(QStringLiteral("localGuideTable"));
    m_table->setAccessibleName(tr("Your own protocols and leaflets"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Version"), tr("What it is"), tr("For"), tr("In use")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*m_table, theme);
    new TableColumns{*m_table, theme, {{0, 0}, {1, 120}, {2, 100, 900}, {3, 240, 700}, {4, 220}}};
    m_table->setMinimumHeight(theme.px(200));
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LocalGuidesCard::offer);
    connect(m_table, &QTableWidget::activated, this, &LocalGuidesCard::addVersion);
    column->addWidget(m_table);
    column->addWidget(m_buttons = buildButtons());
}

QWidget* LocalGuidesCard::buildButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout{buttons};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(8));
    m_add = new Button{m_theme, tr("Add a protocol or leaflet"), ButtonKind::secondary, QStringLiteral("plus")};
    m_add->setObjectName(QStringLiteral("addLocalGuide"));
    connect(m_add, &Button::clicked, this, &LocalGuidesCard::add);
    m_version = new Button{m_theme, tr("New version"), ButtonKind::secondary, QStringLiteral("edit")};
    m_version->setObjectName(QStringLiteral("newLocalGuideVersion"));
    connect(m_version, &Button::clicked, this, &LocalGuidesCard::addVersion);
    m_withdraw = new Button{m_theme, tr("Withdraw"), ButtonKind::secondary};
    m_withdraw->setObjectName(QStringLiteral("withdrawLocalGuide"));
    connect(m_withdraw, &Button::clicked, this, &LocalGuidesCard::withdrawOrBringBack);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_version);
    row->addWidget(m_withdraw);
    return buttons;
}

void LocalGuidesCard::refresh()
{
    m_desk.ask(
        this,
        [](UseCases& use, const app::Session& session) -> Result<Shown> {
            auto guides = use.localGuides.list(session);
            if (!guides)
                return std::move(guides).error();
            auto services = use.directory.list(session, true);
            if (!services)
                return std::move(services).error();
            return Shown{*std::move(guides), *std::move(services)};
        },
        [this](const Result<Shown>& shown) {
            if (shown)
                show(*shown);
            else
                emit failed(words(shown.error()));
        });
}

void LocalGuidesCard::show(const Shown& shown)
{
    const LocalGuide* before = chosen();
    const LocalGuideId kept = before == nullptr ? LocalGuideId{} : before->id;
    m_shown = shown;
    const bool mayKeep = m_desk.may(app::Action::keepLocalGuides);
    const bool none = shown.guides.empty();
    const Date today = londonDate(m_desk.clock().now());
    m_empty->setWords(tr("No protocol or leaflet is on the list yet"),
                      mayKeep ? tr("Add the ones your team works with, each with its version.")
                              : tr("Your supervisor keeps the list. Until then an entry takes any name."));
    m_empty->setAction(mayKeep ? tr("Add a protocol or leaflet") : QString{});
    m_empty->setVisible(none);
    m_table->setVisible(!none);
    m_buttons->setVisible(mayKeep && !none);
    m_table->setRowCount(static_cast<int>(shown.guides.size()));
    int row = 0;
    for (const LocalGuide& guide : shown.guides) {
        const QString kind = guide.kind == LocalGuideKind::protocol ? tr("Protocol") : tr("Leaflet");
        int column = 0;
        for (const QString& cell :
             {text(guide.name), text(guide.edition), kind, forWords(guide), inUseWords(guide, today)}) {
            auto* item = new QTableWidgetItem{cell};
            item->setToolTip(plainToolTip(cell));
            m_table->setItem(row, column++, item);
        }
        ++row;
    }
    m_table->clearSelection();
    select(kept);
    offer();
}

void LocalGuidesCard::select(const LocalGuideId& id)
{
    const auto at = std::ranges::find(m_shown.guides, id, &LocalGuide::id);
    if (at != m_shown.guides.end())
        m_table->selectRow(static_cast<int>(at - m_shown.guides.begin()));
}

QString LocalGuidesCard::forWords(const LocalGuide& guide) const
{
    QString whose = tr("Every service");
    if (guide.service) {
        const auto at = std::ranges::find(m_shown.services, *guide.service, &Service::id);
        whose = at == m_shown.services.end() ? text(guide.service->text()) : text(at->name);
    }
    return guide.need == NeedScope::both ? whose : tr("%1, %2").arg(whose, words(guide.need).toLower());
}

const LocalGuide* LocalGuidesCard::chosen() const
{
    const int row = m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_shown.guides.size()) ? &m_shown.guides[static_cast<std::size_t>(row)]
                                                                     : nullptr;
}

/// What can be done with the chosen version.
void LocalGuidesCard::offer()
{
    const LocalGuide* guide = chosen();
    const Date today = londonDate(m_desk.clock().now());
    const bool ended = guide != nullptr && guide->withdrawnOn && *guide->withdrawnOn <= std::max(today, guide->from);
    m_version->setEnabled(guide != nullptr);
    m_withdraw->setEnabled(guide != nullptr);
    m_withdraw->setText(ended ? tr("Bring back") : tr("Withdraw"));
}

void LocalGuidesCard::add()
{
    openSheet(nullptr);
}

void LocalGuidesCard::addVersion()
{
    if (const LocalGuide* guide = chosen(); guide != nullptr && m_desk.may(app::Action::keepLocalGuides))
        openSheet(guide);
}

void LocalGuidesCard::openSheet(const LocalGuide* before)
{
    auto* sheet = new LocalGuideSheet{m_desk, m_theme, m_shown.services, before, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &LocalGuideSheet::saved, this, [this](const LocalGuide& guide) {
        emit done(tr("%1 is on the list.").arg(text(designation(guide))));
        refresh();
    });
    new SheetKeeper{m_theme, m_desk, *sheet, "local_guide"};
    sheet->open();
}

void LocalGuidesCard::withdrawOrBringBack()
{
    const LocalGuide* guide = chosen();
    if (guide == nullptr)
        return;
    if (m_withdraw->text() != tr("Withdraw"))
        return change(*guide, false);
    confirmSheet(m_theme, *window(), tr("Withdraw this version?"),
                 tr("%1 is no longer offered from today. Entries that name it stay as they are, and it stays on this "
                    "list, from where it can be brought back.")
                     .arg(text(designation(*guide))),
                 tr("Withdraw"), tr("Keep it"), [this, guide = *guide] { change(guide, true); });
}

void LocalGuidesCard::change(const LocalGuide& guide, bool withdraw)
{
    m_withdraw->setBusy(true);
    m_desk.ask(
        this,
        [id = guide.id, version = guide.version, withdraw](UseCases& use, const app::Session& session) {
            return withdraw ? use.localGuides.withdraw(session, id, version)
                            : use.localGuides.bringBack(session, id, version);
        },
        [this, withdraw](const Result<LocalGuide>& changed) {
            m_withdraw->setBusy(false);
            refresh();
            if (!changed)
                return explain(changed.error());
            const QString name = text(designation(*changed));
            emit done(withdraw ? tr("%1 is withdrawn.").arg(name) : tr("%1 is in use again.").arg(name));
        });
}

void LocalGuidesCard::explain(const Error& error)
{
    emit failed(error.code == ErrorCode::conflict ? tr("Somebody changed this version first. Look at it again.")
                                                  : words(error));
}

}  // namespace holdfast::ui
