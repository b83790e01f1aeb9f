// All the reasons a service may give, found by typing, grouped by who says them. What the protocol makes of a reason is
// not shown before it is chosen.
#pragma once

#include "domain/policy.h"

#include <QComboBox>

#include <optional>

class QStandardItemModel;

namespace holdfast::ui {

class ReasonPicker final : public QComboBox {
    Q_OBJECT

public:
    ReasonPicker(const Policy& policy, QWidget* parent = nullptr);

    /// Puts the reasons of the answering side first.
    void setNeed(Need need);
    std::optional<ReasonCode> reason() const;
    void setReason(const std::optional<ReasonCode>& code);  ///< emits reasonChanged()
    /// What is typed is no reason of the list.
    bool isUnknownText() const;

signals:
    void reasonChanged();

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    void rebuild();
    void readText(const QString& text);

    const Policy& m_policy;
    QStandardItemModel* m_items;
    Need m_need = Need::mentalHealth;
    std::optional<ReasonCode> m_reason;
};

}  // namespace holdfast::ui
