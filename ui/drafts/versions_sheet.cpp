#include "drafts/versions_sheet.h"

#include "async/desk.h"
#include "drafts/difference_view.h"
#include "drafts/kept_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 900;
constexpr int listWidth = 250;
constexpr int sheetHeight = 380;
enum How : int { since, whole };

}  // namespace

VersionsSheet::VersionsSheet(const Theme& theme, Desk& desk, const PersonId& person, std::string kind, QWidget& window)
    : DialogSheet{theme, tr("Earlier versions"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_kind{std::move(kind)}
{
    setObjectName(QStringLiteral("versionsSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSubtitle(draftKindWords(m_kind), tr(". A version for each half minute of writing, kept for 30 days."));
    auto* across = new QHBoxLayout{body()};
    across->setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(16));
    across->setSpacing(theme.px(16));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Versions, the newest first"));
    m_list->setObjectName(QStringLiteral("versionList"));
    m_list->setWordWrap(true);
    m_list->setSpacing(theme.px(3));
    keepWidth(*m_list, theme, listWidth);
    m_list->setMinimumHeight(theme.px(sheetHeight));
    across->addWidget(m_list);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(8));
    m_how = new SegmentedControl{theme, tr("What to show"), {tr("What has changed since"), tr("The words of then")}};
    column->addWidget(m_how, 0, Qt::AlignLeft);
    m_legend = new RunLabel{theme, Type::small};
    column->addWidget(m_legend);
    m_view = new DifferenceView{theme};
    column->addWidget(m_view, 1);
    across->addLayout(column, 1);

    addCancel(tr("Close"));
    m_putBack = addPrimary(tr("Put this back"), QStringLiteral("undo"));
    m_putBack->setEnabled(false);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsSheet::choose);
    connect(m_how, &SegmentedControl::chosen, this, [this] { choose(m_list->currentRow()); });
    connect(m_putBack, &QAbstractButton::clicked, this, &VersionsSheet::putChosenBack);
    load();
}

void VersionsSheet::load()
{
    m_legend->setText(tr("One moment"), Color::ink3);
    m_desk.ask(
        this,
        [person = m_person, kind = m_kind](UseCases& use, const app::Session& session) {
            return use.drafts.versions(session, person, kind);
        },
        [this](const Result<std::vector<app::DraftVersion>>& versions) {
            if (versions)
                show(*versions);
            else
                m_legend->setText(words(versions.error()), Color::late);
        });
}

void VersionsSheet::show(const std::vector<app::DraftVersion>& versions)
{
    m_versions = versions;
    m_list->clear();
    const Instant now = m_desk.clock().now();
    for (const app::DraftVersion& version : m_versions) {
        const QString when = dayAndClockWords(version.at, now);
        m_list->addItem(version.isNow ? tr("%1\n%2, as it is now").arg(when, text(version.worker))
                                      : tr("%1\n%2").arg(when, text(version.worker)));
    }
    if (m_versions.empty())
        m_legend->setText(tr("Nothing has been typed here in the last 30 days."), Color::ink3);
    else
        m_list->setCurrentRow(m_versions.size() > 1 ? 1 : 0);
}

void VersionsSheet::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_versions.size()))
        return m_putBack->setEnabled(false);
    const app::DraftVersion& chosen = m_versions[static_cast<std::size_t>(row)];
    const auto now = std::ranges::find_if(m_versions, &app::DraftVersion::isNow);
    m_putBack->setEnabled(!chosen.isNow);
    if (m_how->current() == whole || now == m_versions.end()) {
        m_legend->setText(tr("As it was then."), Color::ink3);
        m_view->showWhole(chosen.passages);
        return;
    }
    m_legend->setText(tr("Struck through: stood there then. Underlined: written since."), Color::ink3);
    m_view->show(chosen.passages, now->passages);
}

void VersionsSheet::putChosenBack()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_versions.size()))
        return;
    m_putBack->setBusy(true);
    m_desk.ask(
        this,
        [person = m_person, kind = m_kind, seq = m_versions[static_cast<std::size_t>(row)].seq](
            UseCases& use, const app::Session& session) { return use.drafts.putBack(session, person, kind, seq); },
        [this](const Result<std::int64_t>& before) {
            m_putBack->setBusy(false);
            if (!before)
                return m_legend->setText(words(before.error()), Color::late);
            emit putBack(static_cast<qint64>(*before));
            accept();
        });
}

void undoPutBack(Desk& desk, QObject* receiver, const PersonId& person, const std::string& kind, qint64 before,
                 std::function<void()> done)
{
    desk.ask(
        receiver,
        [person, kind, before](UseCases& use, const app::Session& session) {
            return use.drafts.putBack(session, person, kind, before);
        },
        [done = std::move(done)](const Result<std::int64_t>&) { done(); });
}

}  // namespace holdfast::ui
