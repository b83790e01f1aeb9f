#include "settings/settings_page.h"

#include "app/access.h"
#include "async/desk.h"
#include "domain/policy.h"
#include "drafts/sheet_keeper.h"
#include "kindwords/guidance_sheet.h"
#include "kindwords/kind_words_watch.h"
#include "kindwords/word_list_sheet.h"
#include "letters/letterhead_card.h"
#include "settings/accounts_card.h"
#include "settings/worker_sheet.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/report_widgets.h"
#include "widgets/segmented_control.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::array textSizes{100, 125, 150, 200};

QVBoxLayout* columnIn(Card* card, const Theme& theme, const QString& title)
{
    auto* column = new QVBoxLayout{card};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(12));
    column->addWidget(strongLabel(title, Type::h2));
    return column;
}

}  // namespace

SettingsPage::SettingsPage(Desk& desk, Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("settingsPage"));
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    outer->addWidget(scroll);
    auto* content = new QWidget;
    scroll->setWidget(content);
    auto* column = new QVBoxLayout{content};
    const int pad = theme.size(Size::pagePadding);
    column->setContentsMargins(pad, theme.px(16), pad, theme.px(16));
    column->setSpacing(theme.px(16));
    column->addWidget(plainLabel(tr("Settings"), Type::h1));

    m_pairs = {pair(buildWho(), buildReading()), pair(buildStore(), buildWords())};
    for (QBoxLayout* each : m_pairs)
        column->addLayout(each);
    m_letterhead = new LetterheadCard{theme, desk};
    connect(m_letterhead, &LetterheadCard::done, this, &SettingsPage::done);
    column->addWidget(m_letterhead);
    m_accounts = new AccountsCard{desk, theme};
    m_accounts->hide();
    connect(m_accounts, &AccountsCard::done, this, &SettingsPage::done);
    column->addWidget(m_accounts);
    m_teamCard = buildTeam();
    column->addWidget(m_teamCard, 1);
    connect(&theme, &Theme::themeChanged, this, &SettingsPage::showLook);
    showLook();
}

QBoxLayout* SettingsPage::pair(QWidget* left, QWidget* right) const
{
    auto* across = new QBoxLayout{QBoxLayout::LeftToRight};
    across->setSpacing(m_theme.px(16));
    across->addWidget(left, 1);
    across->addWidget(right, 1);
    return across;
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangePairs();
}

void SettingsPage::arrangePairs()
{
    constexpr int drawnForTwo = 900;
    const bool under = width() < m_theme.px(drawnForTwo);
    const auto direction = under ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QBoxLayout* each : m_pairs) {
        if (each->direction() == direction)
            continue;  // a stretch that is set lays out anew, also where it is the same
        each->setDirection(direction);
        for (int i = 0; i < each->count(); ++i)
            each->setStretch(i, under ? 0 : 1);  // equally wide, but each as tall as what is in it
    }
}

QWidget* SettingsPage::buildReading()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("How it looks"));
    m_appearance =
        new SegmentedControl{m_theme, tr("Light or dark"), {tr("As this computer"), tr("Light"), tr("Dark")}};
    m_appearance->setObjectName(QStringLiteral("appearanceChoice"));
    connect(m_appearance, &SegmentedControl::chosen, this, [this](int index) {
        m_theme.setAppearance(static_cast<Appearance>(index));
        m_settings.setValue(appearanceSetting, nameOf(m_theme.appearance()));
    });
    column->addWidget(m_appearance, 0, Qt::AlignLeft);
    column->addWidget(plainLabel(tr("What you print stays light"), Type::small, Color::ink3));
    column->addWidget(strongLabel(tr("Text size"), Type::h3));
    QStringList names;
    for (const int size : textSizes)
        names.append(tr("%1%").arg(size));
    m_size = new SegmentedControl{m_theme, tr("Text size"), names};
    connect(m_size, &SegmentedControl::chosen, this,
            [this](int index) { m_theme.setTextSize(textSizes.at(static_cast<std::size_t>(index))); });
    m_size->setObjectName(QStringLiteral("textSizeChoice"));
    column->addWidget(m_size, 0, Qt::AlignLeft);
    column->addWidget(plainLabel(tr("Ctrl and + or - change it anywhere"), Type::small, Color::ink3));
    column->addStretch(1);
    return card;
}

QWidget* SettingsPage::buildStore()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("This store"));
    const app::StoreFacts& store = m_desk.store();
    auto* kind = new RunLabel{m_theme, Type::dense};
    kind->setText(store.practice ? tr("Practice store: everybody in it is made up, and it is not encrypted.")
                  : store.server ? tr("On your team's server.")
                  : store.encrypted
                      ? tr("Encrypted on this computer. Only the passphrase or the recovery key opens it.")
                      : tr("Not encrypted."));
    column->addWidget(kind);
    m_policy = new RunLabel{m_theme, Type::dense};
    column->addWidget(m_policy);
    auto* open = new Button{m_theme, tr("Open the policy"), ButtonKind::secondary, QStringLiteral("guidance")};
    open->setObjectName(QStringLiteral("openPolicy"));
    connect(open, &Button::clicked, this, &SettingsPage::policyRequested);
    m_audit = new Button{m_theme, tr("Open the audit"), ButtonKind::secondary, QStringLiteral("eye")};
    m_audit->setObjectName(QStringLiteral("openAudit"));
    connect(m_audit, &Button::clicked, this, &SettingsPage::auditRequested);
    m_backups = new Button{m_theme, tr("Backups"), ButtonKind::secondary, QStringLiteral("disk")};
    m_backups->setObjectName(QStringLiteral("openBackups"));
    connect(m_backups, &Button::clicked, this, &SettingsPage::backupsRequested);
    m_retention = new Button{m_theme, tr("Retention"), ButtonKind::secondary, QStringLiteral("clock")};
    m_retention->setObjectName(QStringLiteral("openRetention"));
    connect(m_retention, &Button::clicked, this, &SettingsPage::retentionRequested);
    m_notice = new RunLabel{m_theme, Type::dense};
    m_notice->setObjectName(QStringLiteral("settingsNotice"));
    m_notice->hide();
    column->addWidget(m_notice);
    m_waiting = new RunLabel{m_theme, Type::dense};
    m_waiting->setObjectName(QStringLiteral("settingsWaiting"));
    m_waiting->hide();
    column->addWidget(m_waiting);
    auto* row = new FlowLayout{m_theme.px(8), m_theme.px(8)};
    row->addWidget(open);
    row->addWidget(m_audit);
    row->addWidget(m_backups);
    row->addWidget(m_retention);
    column->addLayout(row);
    showPolicy();
    return card;
}

QWidget* SettingsPage::buildWords()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("Words"));
    auto* on = new QCheckBox{tr("Underline words that may hurt while I write")};
    on->setObjectName(QStringLiteral("kindWordsOn"));
    on->setChecked(m_settings.value(kindWordsSetting, true).toBool());
    connect(on, &QCheckBox::toggled, this, [this](bool checked) {
        m_settings.setValue(kindWordsSetting, checked);
        emit kindWordsChanged();
    });
    column->addWidget(on);
    auto* hint = new RunLabel{m_theme, Type::small};
    hint->setText(
        tr("It is advice and stops nothing. In a text F7 goes to the next one. What stands in quotation marks "
           "is left alone."),
        Color::ink2);
    column->addWidget(hint);
    auto* row = new FlowLayout{m_theme.px(8), m_theme.px(8)};
    auto* list = new Button{m_theme, tr("Your team's list"), ButtonKind::secondary, QStringLiteral("edit")};
    list->setObjectName(QStringLiteral("openWordList"));
    connect(list, &Button::clicked, this, &SettingsPage::openWordList);
    row->addWidget(list);
    auto* cards = new Button{m_theme, tr("Guidance cards"), ButtonKind::secondary, QStringLiteral("guidance")};
    cards->setObjectName(QStringLiteral("openGuidance"));
    connect(cards, &Button::clicked, this,
            [this] { openGuidance(m_theme, GuidancePlace::person, NeedScope::both, *this); });
    row->addWidget(cards);
    column->addLayout(row);
    column->addStretch(1);
    return card;
}

void SettingsPage::openWordList()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.kindWords.list(session); },
        [this](const Result<app::KindWordList>& list) {
            if (!list) {
                emit failed(words(list.error()));
                return;
            }
            auto* sheet = new WordListSheet{m_theme, m_desk, *list, *window()};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &WordListSheet::changed, this, &SettingsPage::kindWordsChanged);
            new SheetKeeper{m_theme, m_desk, *sheet, "words"};
            sheet->open();
        });
}

void SettingsPage::showPolicy()
{
    const Policy& policy = m_desk.policy();
    m_audit->setVisible(m_desk.may(app::Action::viewAudit));
    m_backups->setVisible(m_desk.may(app::Action::backUpStore));
    m_retention->setVisible(m_desk.may(app::Action::confirmDisposal));
    m_policy->setText(tr("Decisions follow the policy %1, version %2.").arg(text(policy.title), text(policy.version)),
                      Color::ink2);
}

void SettingsPage::setNotice(const QString& strong, const QString& rest)
{
    m_notice->setRuns({{strong, Color::late, 600}, {rest, Color::ink}});
    m_notice->setVisible(!strong.isEmpty());
}

void SettingsPage::setWaiting(const QString& strong, const QString& rest)
{
    m_waiting->setRuns({{strong, Color::late, 600}, {rest, Color::ink}});
    m_waiting->setVisible(!strong.isEmpty());
}

QWidget* SettingsPage::buildTeam()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("Team"));
    m_team = new QTableWidget{0, 5};
    m_team->setObjectName(QStringLiteral("teamTable"));
    m_team->setAccessibleName(tr("Workers"));
    m_team->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("Service"), tr("Team"), tr("Here now")});
    m_team->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dressTable(*m_team, m_theme);
    new TableColumns{*m_team, m_theme, {{0, 200}, {1, 140}, {2, 0}, {3, 160, 700}, {4, 100, 560}}};
    m_team->setMinimumHeight(m_theme.px(280));
    column->addWidget(m_team, 1);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_edit = new Button{m_theme, tr("Edit"), ButtonKind::secondary, QStringLiteral("edit")};
    m_edit->setEnabled(false);
    const auto editChosen = [this] {
        if (!m_edit->isVisibleTo(this))
            return;
        if (const int row = m_team->currentRow(); row >= 0)
            edit(m_workers.at(static_cast<std::size_t>(row)));
    };
    connect(m_edit, &Button::clicked, this, editChosen);
    connect(m_team, &QTableWidget::activated, this, editChosen);
    connect(m_team, &QTableWidget::itemSelectionChanged, this,
            [this] { m_edit->setEnabled(!m_team->selectedItems().isEmpty()); });
    buttons->addWidget(m_edit);
    m_add = new Button{m_theme, tr("Add a worker"), ButtonKind::primary, QStringLiteral("plus")};
    m_add->setObjectName(QStringLiteral("addWorkerButton"));
    connect(m_add, &Button::clicked, this, [this] {
        Worker worker;
        worker.service = m_desk.session().worker.service;
        edit(worker);
    });
    buttons->addWidget(m_add);
    column->addLayout(buttons);
    return card;
}

void SettingsPage::refresh()
{
    m_letterhead->refresh();
    showPolicy();
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [this](const Result<std::vector<Service>>& services) {
            if (services)
                m_services = *services;
            showWorkers();
        });
    refreshChoices();
    m_accounts->refresh();
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.workers.list(session); },
        [this](const Result<std::vector<Worker>>& workers) {
            // Who may not manage the team does not see it: an empty panel would be a riddle.
            m_teamCard->setVisible(workers.has_value());
            if (!workers)
                return;
            m_workers = *workers;
            m_accounts->setWorkers(m_workers);
            showWorkers();
        });
}

QString SettingsPage::serviceName(const ServiceId& id) const
{
    const auto service = std::ranges::find(m_services, id, &Service::id);
    return service == m_services.end() ? text(id.text()) : text(service->name);
}

void SettingsPage::showWorkers()
{
    const Worker& me = m_desk.session().worker;
    m_role->setText(tr("%1, %2").arg(words(me.role), serviceName(me.service)), Color::ink2);
    const bool mayEdit = app::authorise(me, app::Action::manageWorkers).has_value();
    m_edit->setVisible(mayEdit);
    m_add->setVisible(mayEdit);
    m_team->setRowCount(static_cast<int>(m_workers.size()));
    int row = 0;
    for (const Worker& worker : m_workers) {
        const QStringList cells{text(worker.name), words(worker.role), serviceName(worker.service), text(worker.team),
                                worker.active ? tr("Yes") : tr("Left")};
        for (int column = 0; column < cells.size(); ++column)
            m_team->setItem(row, column, new QTableWidgetItem{cells.at(column)});
        ++row;
    }
}

void SettingsPage::showLook()
{
    arrangePairs();
    const QSignalBlocker same{m_appearance};
    m_appearance->setCurrent(static_cast<int>(m_theme.appearance()));
    const auto found = std::ranges::find(textSizes, m_theme.textSize());
    const QSignalBlocker quiet{m_size};
    m_size->setCurrent(found == textSizes.end() ? 0 : static_cast<int>(found - textSizes.begin()));
}

void SettingsPage::edit(const Worker& worker)
{
    auto* sheet = new WorkerSheet{m_desk, m_theme, worker, m_services, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &WorkerSheet::saved, this, [this](const Worker& saved) {
        emit done(tr("Worker saved."));
        if (saved.id == m_desk.session().worker.id)
            useSession(app::Session{saved});
        else
            refresh();
    });
    new SheetKeeper{m_theme, m_desk, *sheet, "worker/" + worker.id.str()};
    sheet->open();
}

QWidget* SettingsPage::firstFocus()
{
    return m_who ? static_cast<QWidget*>(m_who) : m_ownPassphrase;
}

}  // namespace holdfast::ui
