// A call logged in place: the services of the open legs, the likeliest first, each saved with one key. Opened over the
// tabs of a person; gone again once something is saved.
#pragma once

#include "person/call_view.h"
#include "shell/window_class.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;

namespace holdfast::ui {

class EmptyState;
class SegmentedControl;

class CallPanel final : public QWidget {
    Q_OBJECT

public:
    explicit CallPanel(const Theme& theme, QWidget* parent = nullptr);

    /// Draws the calls of this case again; what is chosen stays.
    void setCalls(std::vector<CallTally> calls, const app::NameBook& names, Instant now);
    /// Shows it and takes the keys. `first` comes to be chosen instead of the likeliest one.
    void open(const ServiceId& first = {});
    /// Goes, and gives the focus back to where it was.
    void shut();
    void arrange(WindowClass windowClass);

signals:
    void chosen(const holdfast::event::Contact& call, const QString& service);
    void contactRequested();  ///< no leg is open: another contact

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Row;

    void rebuild();
    void addHead(QBoxLayout& column);
    QWidget* makeEmpty();
    int rowWithFocus() const;
    void focusRow(int row);
    void choose(int row, ContactOutcome outcome);
    bool pressFocusedButton();
    ContactDirection direction() const;

    const Theme& m_theme;
    std::vector<CallTally> m_calls;
    app::NameBook m_names;
    Instant m_now{};
    WindowClass m_class = WindowClass::normal;
    QWidget* m_card;
    SegmentedControl* m_direction = nullptr;
    QWidget* m_list = nullptr;
    QList<Row*> m_rows;
    QPointer<QWidget> m_before;
};

}  // namespace holdfast::ui
