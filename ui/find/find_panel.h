// What the search box opens: who wrote it and when, what was found, and what to do when nothing was. The keys stay with
// the box.
#pragma once

#include "find/find_rows.h"

#include <QFrame>

class QLabel;
class QListView;

namespace holdfast::ui {

class DayEdit;
class EmptyState;
class FilterButton;
class FindModel;
class Theme;

class FindPanel final : public QFrame {
    Q_OBJECT

public:
    FindPanel(const Theme& theme, QWidget* parent);

    /// The days that a choice or the typed days mean.
    struct Days {
        std::optional<Date> from;
        std::optional<Date> until;
        bool readable = true;  ///< what was typed is a day, or nothing
        friend bool operator==(const Days&, const Days&) = default;
    };

    void setToday(Date today);
    /// Whom "Written by" offers; the first is the worker at the screen.
    void setAuthors(const std::vector<Worker>& authors);
    std::optional<WorkerId> author() const;
    Days days() const;
    bool isNarrowed() const;
    void clearFilters();

    /// `keep` leaves the choice where it was: there is only more of the same.
    void show(QList<FindRow> rows, bool keep);
    void showHint();
    void showNothing(const QString& typed);
    void showTrouble(const QString& words);
    using QFrame::show;

    void step(int by);      ///< up or down by a row
    void stepPage(int by);  ///< by as many as are seen
    const FindRow* current() const;
    /// What is chosen, for whoever cannot see it.
    QString currentWords() const;
    /// As high as there is something to show, up to `most`.
    int wantedHeight(int most) const;
    bool isEmpty() const;

signals:
    void filtersChanged();
    void activated();
    void currentChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFilters(QLayout& column);
    void buildFoot(QLayout& column);
    void resizeToTheme();
    void showInstead(const QString& title, const QString& detail, const QString& action);
    void choose(int row);

    const Theme& m_theme;
    FilterButton* m_by = nullptr;
    FilterButton* m_when = nullptr;
    DayEdit* m_from = nullptr;
    DayEdit* m_until = nullptr;
    QWidget* m_between = nullptr;
    std::vector<WorkerId> m_authors;
    Date m_today{};
    FindModel* m_model;
    QListView* m_list;
    EmptyState* m_empty;
    QWidget* m_filters = nullptr;
    QWidget* m_instead = nullptr;  ///< around what stands where nothing is shown
    QWidget* m_foot = nullptr;
};

}  // namespace holdfast::ui
