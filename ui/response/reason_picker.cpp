#include "response/reason_picker.h"

#include "words/answer_words.h"
#include "words/codes.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QWheelEvent>

#include <array>

namespace holdfast::ui {

ReasonPicker::ReasonPicker(const Policy& policy, QWidget* parent)
    : QComboBox{parent}, m_policy{policy}, m_items{new QStandardItemModel{this}}
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(14);
    setAccessibleName(tr("Reason they gave"));
    lineEdit()->setPlaceholderText(tr("Type to search, or open the list"));
    setModel(m_items);

    QStringList labels;
    for (const auto& reason : policy.reasons)
        labels.append(text(reason.label));
    auto* completer = new QCompleter{labels, this};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(10);
    setCompleter(completer);
    rebuild();
    connect(this, &QComboBox::editTextChanged, this, &ReasonPicker::readText);
}

void ReasonPicker::setNeed(Need need)
{
    if (m_need == need)
        return;
    m_need = need;
    rebuild();
}

void ReasonPicker::rebuild()
{
    const QSignalBlocker quiet{this};
    const QString typed = currentText();
    m_items->clear();
    const bool mental = m_need == Need::mentalHealth;
    const std::array sides{mental ? Side::mentalHealth : Side::substanceUse, Side::both,     Side::crisis,
                           mental ? Side::substanceUse : Side::mentalHealth, Side::referrer, Side::person};
    for (const auto side : sides) {
        bool headed = false;
        for (const auto& reason : m_policy.reasons) {
            if (reason.side != side)
                continue;
            if (!headed) {
                auto* head = new QStandardItem{sideWords(side)};
                head->setFlags(Qt::NoItemFlags);
                QFont strong = font();
                strong.setWeight(QFont::DemiBold);
                head->setFont(strong);
                m_items->appendRow(head);
                headed = true;
            }
            auto* item = new QStandardItem{text(reason.label)};
            item->setData(text(reason.code.text()), Qt::UserRole);
            m_items->appendRow(item);
        }
    }
    setCurrentIndex(-1);
    setEditText(typed);
}

std::optional<ReasonCode> ReasonPicker::reason() const
{
    return m_reason;
}

void ReasonPicker::setReason(const std::optional<ReasonCode>& code)
{
    const auto* reason = code ? m_policy.reason(*code) : nullptr;
    setEditText(reason != nullptr ? text(reason->label) : QString{});
}

bool ReasonPicker::isUnknownText() const
{
    return !m_reason && !currentText().trimmed().isEmpty();
}

void ReasonPicker::readText(const QString& typed)
{
    std::optional<ReasonCode> found;
    for (const auto& reason : m_policy.reasons)
        if (text(reason.label).compare(typed.trimmed(), Qt::CaseInsensitive) == 0)
            found = reason.code;
    if (found == m_reason)
        return;
    m_reason = found;
    emit reasonChanged();
}

void ReasonPicker::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

}  // namespace holdfast::ui
