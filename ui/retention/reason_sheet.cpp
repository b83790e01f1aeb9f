#include "retention/reason_sheet.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int reasonWidth = 560;
constexpr int reasonLines = 3;
constexpr int dayWidth = 180;

}  // namespace

ReasonSheet::ReasonSheet(const Theme& theme, const Words& words, Date today, const std::optional<Date>& until,
                         QWidget& window)
    : DialogSheet{theme, words.title, reasonWidth, window}
{
    setObjectName(QStringLiteral("retentionReasonSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (!words.about.isEmpty())
        setSubtitle(words.about);
    QVBoxLayout* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(new RunLabel{theme, Type::dense, {{words.intro, Color::ink2}}});
    if (until) {
        m_day = new DayEdit{theme, tr("Keep until"), today};
        m_day->setObjectName(QStringLiteral("keepUntil"));
        m_day->setDayQuietly(until);
        keepWidth(*m_day, theme, dayWidth);
        m_dayField = new FieldBox{theme, tr("Keep until"), m_day, tr("From that day on it is on the list again")};
        column->addWidget(m_dayField);
        connect(m_day, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    }
    m_reason = new GrowingText{theme, tr("Why"), reasonLines, reasonLines * 2};
    m_reason->setObjectName(QStringLiteral("retentionReason"));
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    m_reasonField = new FieldBox{theme, tr("Why"), m_reason, words.hint};
    column->addWidget(m_reasonField);
    footer()->addStretch(1);
    addCancel(tr("Cancel"));
    m_done = addPrimary(words.primary, words.icon);
    m_done->setObjectName(QStringLiteral("retentionDone"));
    connect(m_done, &Button::clicked, this, &ReasonSheet::submit);
}

void ReasonSheet::submit()
{
    m_reasonField->setError({});
    if (m_dayField != nullptr) {
        m_dayField->setError({});
        if (!m_day->day())
            return m_dayField->setError(tr("Write a day like 3 May 2031"));
    }
    m_done->setBusy(true);
    emit decided(m_reason->toPlainText().trimmed().toStdString(), m_day == nullptr ? std::nullopt : m_day->day());
}

void ReasonSheet::finish()
{
    setUnsaved(false);
    accept();
}

void ReasonSheet::explain(const Error& error, const QString& said)
{
    m_done->setBusy(false);
    if (error.where == "reason") {
        m_reasonField->setError(tr("Write why, in a sentence of at most 1,000 letters"));
        return m_reason->setFocus();
    }
    if (error.where == "until" && m_dayField != nullptr) {
        m_dayField->setError(tr("Choose a day after today, within 100 years"));
        return m_day->setFocus();
    }
    m_problem->setText(said);
    m_problem->show();
}

}  // namespace holdfast::ui
