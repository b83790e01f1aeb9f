// What can be done about letters and papers from anywhere: write one, open one, attach what a service sent.
#pragma once

#include "app/letters.h"
#include "letters/attachments.h"

#include <QObject>

namespace holdfast::ui {

class Desk;
class Theme;
class ToastArea;

class LetterActions final : public QObject {
    Q_OBJECT

public:
    LetterActions(Theme& theme, Desk& desk, ToastArea& toasts, QWidget& window, QObject* parent = nullptr);

    /// Makes it ready, or opens the draft that is there.
    void write(const PersonId& person, const letters::Request& request);
    /// The letter of that kind the case asks for now about this need; the list of letters when it asks for none.
    void writeAsked(const PersonId& person, letters::LetterKind kind, std::optional<Need> need);
    /// Asks which letter.
    void writeAnother(const PersonId& person);
    void openDraft(const PersonId& person, const std::string& draft);
    void openLetter(const PersonId& person, const DocumentId& document);
    void copyStatus(const QString& line);
    Attachments& papers() { return m_papers; }
    bool mayWrite() const;
    bool mayAttach() const;

signals:
    void pageRequested(const QString& place);  ///< of LetterPage
    void listRequested(const holdfast::PersonId& person);
    void changed(const holdfast::PersonId& person);

private:
    Theme& m_theme;
    Desk& m_desk;
    ToastArea& m_toasts;
    QWidget& m_window;
    Attachments m_papers;
};

}  // namespace holdfast::ui
