// Attaching what a service wrote to an entry of the history, and opening it again.
#pragma once

#include "app/documents.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace holdfast::ui {

class Desk;
class Theme;

class Attachments final : public QObject {
    Q_OBJECT

public:
    Attachments(Theme& theme, Desk& desk, QWidget& window, QObject* parent = nullptr);

    /// Asks for a file and attaches it to the entry.
    void choose(const PersonId& person, const EventId& event);
    void attach(const PersonId& person, const EventId& event, const QString& path);
    /// The same for a signed note.
    void chooseForNote(const PersonId& person, const NoteId& note);
    void attachToNote(const PersonId& person, const NoteId& note, const QString& path);
    void open(const PersonId& person, const DocumentId& document);

signals:
    void attached(const holdfast::PersonId& person);
    void done(const QString& message);
    void failed(const QString& message);

private:
    void askForFile(std::function<void(const QString& path)> chosen);
    void keep(const QString& path, app::AttachInput input);

    Theme& m_theme;
    Desk& m_desk;
    QPointer<QWidget> m_window;
};

}  // namespace holdfast::ui
