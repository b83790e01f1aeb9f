// One thing that happened: when, what, the words that were used, who wrote it down, and whether it was late or voided.
#pragma once

#include "person/person_view.h"

#include <QWidget>

namespace holdfast::ui {

struct HistoryView {
    QString when;  ///< "Fri 14 Nov, 11:05"
    QString icon;
    QString title;
    QString detail;
    QString words;   ///< in quotation marks
    QString author;  ///< "Priya Raman, by letter, told by duty clinician"
    QString mark;    ///< "Entered late, on 18 Nov" or "Entered in error: wrong person"
    QString secondLook;
    bool voided = false;
    std::optional<Need> need;
    bool canBeLookedAt = false;  ///< an answer, an attempt: something with a class
    bool canBeVoided = false;
};

HistoryView viewOf(const CaseLens& lens, const app::HistoryEntry& entry);

class HistoryRow final : public QWidget {
    Q_OBJECT

public:
    HistoryRow(const Theme& theme, const HistoryView& view, bool mayLook, bool mayVoid, QWidget* parent = nullptr);

signals:
    void secondLookRequested();
    void errorRequested();

private:
    void addMenu(class QBoxLayout& row, const HistoryView& view, bool mayLook, bool mayVoid);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
