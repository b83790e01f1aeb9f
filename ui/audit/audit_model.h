// Entries of the audit as rows, the newest first, a page at a time.
#pragma once

#include "app/audit_log.h"
#include "widgets/paged_model.h"

namespace holdfast::ui {

class AuditModel final : public PagedModel<app::AuditLine, app::AuditPage> {
    Q_OBJECT

public:
    enum Column { When, Who, Role, Done, About, More, Number, ColumnTotal };

    AuditModel(Fetch fetch, std::function<Instant()> now, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const app::AuditLine& line, int column) const;

    std::function<Instant()> m_now;
};

/// Who it was, as a reader knows them.
QString whoWords(const app::AuditLine& line);

}  // namespace holdfast::ui
