// One thing that happened: when, what, the words that were used, who wrote it down, and whether it was late or voided.
#pragma once

#include "person/person_view.h"

#include <QWidget>

class QBoxLayout;

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
    bool takesPapers = false;                   ///< what a service sent may be attached to it
    QList<std::pair<QString, QString>> papers;  ///< id and name of each that is
};

HistoryView viewOf(const CaseLens& lens, const app::HistoryEntry& entry);

class HistoryRow final : public QWidget {
    Q_OBJECT

public:
    /// What the worker may do with it, beside reading.
    struct May {
        bool look = false;
        bool voidIt = false;
        bool attach = false;
    };
    HistoryRow(const Theme& theme, const HistoryView& view, May may, QWidget* parent = nullptr);

signals:
    void secondLookRequested();
    void errorRequested();
    void whyRequested();
    void attachRequested();
    void paperActivated(const QString& id);

private:
    void addPapers(QBoxLayout& column, const HistoryView& view);
    void addMenu(QBoxLayout& row, const HistoryView& view, May may);

    const Theme& m_theme;
};

}  // namespace holdfast::ui
