// A tab of the person's page that reads for itself: it is told which case it is about, and asks for the rest once it is
// looked at.
#pragma once

#include "app/cases.h"
#include "shell/window_class.h"

#include <QWidget>

#include <functional>

namespace holdfast::ui {

class PersonTab : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// On the tab itself, with a count where one helps: "Notes  2 new".
    virtual QString title() const = 0;
    /// The case it belongs to, each time it was read. What is being written stays.
    virtual void show(const app::CaseFile& file) = 0;
    using QWidget::show;
    /// Another person comes: what is typed is saved, and nothing of it is shown any more.
    virtual void leave() {}
    /// The page is left: what is typed is saved now, and nothing of it was cut off.
    virtual void pause() {}
    virtual void arrange(WindowClass /*windowClass*/) {}
    /// The stops of F6.
    virtual QList<QWidget*> regions() const = 0;

signals:
    void titleChanged();
    void done(const QString& message, std::function<void()> undo = {});
    void failed(const QString& message);
};

}  // namespace holdfast::ui
