#include "backups/backup_plan_card.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTime>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes usualTime = 18h;

QString timeOfDay(std::chrono::minutes at)
{
    return QTime{0, 0}.addSecs(static_cast<int>(at.count()) * 60).toString(QStringLiteral("HH:mm"));
}

}  // namespace

BackupPlanCard::BackupPlanCard(const Theme& theme, QWidget* parent) : Card{theme, parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(10));
    column->addWidget(strongLabel(tr("Where and when"), Type::h2));

    auto* where = new QHBoxLayout;
    where->setSpacing(theme.px(12));
    m_folder = new ElidedLabel{tr("No folder chosen yet"), Type::body};
    m_folder->setObjectName(QStringLiteral("backupFolder"));
    where->addWidget(m_folder, 1);
    m_choose = new Button{theme, tr("Choose a folder"), ButtonKind::secondary, QStringLiteral("folder")};
    m_choose->setObjectName(QStringLiteral("chooseBackupFolder"));
    connect(m_choose, &Button::clicked, this, &BackupPlanCard::askFolder);
    where->addWidget(m_choose);
    column->addLayout(where);
    auto* advice = new RunLabel{theme, Type::small};
    advice->setText(
        tr("Best on another disk or a share that only your team reaches: this computer can be stolen or break."),
        Color::ink2);
    column->addWidget(advice);

    auto* when = new QHBoxLayout;
    when->setSpacing(theme.px(12));
    m_daily = new QCheckBox{tr("Make one every day at")};
    m_daily->setObjectName(QStringLiteral("backupDaily"));
    when->addWidget(m_daily);
    m_time = new QLineEdit;
    m_time->setObjectName(QStringLiteral("backupTime"));
    m_time->setAccessibleName(tr("Time of day"));
    keepWidth(*m_time, theme, 90);
    when->addWidget(m_time);
    when->addStretch(1);
    auto* box = new QWidget;
    box->setLayout(when);
    when->setContentsMargins(0, 0, 0, 0);
    m_timeField = new FieldBox{theme,
                               {},
                               box,
                               tr("While Holdfast is open, whoever has it open. One that was missed is made when it is "
                                  "opened again. Kept are the newest of each of 7 days, 5 weeks and 12 months")};
    column->addWidget(m_timeField);
    connect(m_daily, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.dailyAt = on ? std::optional{m_plan.dailyAt.value_or(usualTime)} : std::nullopt;
        showTime();
        emit changed(m_plan);
    });
    connect(m_time, &QLineEdit::editingFinished, this, &BackupPlanCard::timeTyped);
    show(app::BackupPlan{});
}

void BackupPlanCard::show(const app::BackupPlan& plan)
{
    m_plan = plan;
    m_folder->setText(plan.folder.empty() ? tr("No folder chosen yet") : text(plan.folder));
    m_daily->setEnabled(!plan.folder.empty());
    const QSignalBlocker quiet{m_daily};
    m_daily->setChecked(plan.dailyAt.has_value());
    showTime();
}

void BackupPlanCard::showTime()
{
    m_timeField->setError({});
    m_time->setEnabled(m_plan.dailyAt.has_value());
    if (!m_time->hasFocus())
        m_time->setText(timeOfDay(m_plan.dailyAt.value_or(usualTime)));
}

void BackupPlanCard::timeTyped()
{
    const auto minutes = readTime(m_time->text());
    m_timeField->setError(minutes ? QString{} : tr("Type a time of day, like 18:00"));
    if (!minutes || m_plan.dailyAt == std::chrono::minutes{*minutes})
        return;
    m_plan.dailyAt = std::chrono::minutes{*minutes};
    emit changed(m_plan);
}

void BackupPlanCard::askFolder()
{
    auto* dialog = new QFileDialog{window(), tr("Choose a folder for backups"), text(m_plan.folder), {}};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupPlanCard::chooseFolder);
    dialog->open();
}

void BackupPlanCard::chooseFolder(const QString& folder)
{
    m_plan.folder = folder.toStdString();
    show(m_plan);
    emit changed(m_plan);
}

QWidget* BackupPlanCard::firstFocus() const
{
    return m_choose;
}

}  // namespace holdfast::ui
