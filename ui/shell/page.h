// A place a person can go. The window only arranges pages; what is on them is theirs.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace holdfast::ui {

class Page {
public:
    virtual ~Page() = default;

    virtual QString id() const = 0;     ///< stable: "today", "people"; kept in the settings
    virtual QString title() const = 0;  ///< on the rail and in the window title; never a person's name
    virtual QString icon() const = 0;
    virtual QWidget* widget() = 0;
    /// Shown, or the data may have changed: ask again. Called each time the page is shown.
    virtual void refresh() = 0;
    /// Commands of this page for the menu bar, with their keys. Live only while the page is shown.
    virtual QList<QAction*> actions() { return {}; }
    /// Where F6 stops inside the page: main part first, then side panels. Empty means the widget itself.
    virtual QList<QWidget*> regions() { return {}; }
    /// Where the focus goes when the page is shown; nothing leaves it to the page's own tab order.
    virtual QWidget* firstFocus() { return nullptr; }
    /// False keeps the page (after it asked about unsaved text).
    virtual bool mayLeave() { return true; }
    /// What Back returns to beside the page itself: a person's id, a filter. Opaque to the window.
    virtual QString place() const { return {}; }
    virtual void goTo(const QString& place) { Q_UNUSED(place) }
};

}  // namespace holdfast::ui
