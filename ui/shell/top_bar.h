// Search, the New menu, and who is working.
#pragma once

#include "theme/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;

namespace holdfast::ui {

class Avatar;
class Button;
class ElidedLabel;
class KeyHint;
class Theme;

class TopBar final : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(const Theme& theme, QWidget* parent = nullptr);

    QLineEdit& search() const { return *m_search; }
    void setNewMenu(QMenu* menu);
    /// The acting worker: name, "Keyworker, Lantern Drug and Alcohol", and the side of their service.
    void setWorker(const QString& name, const QString& role, Role side);
    /// What the role does not carry is not there.
    void setOffered(bool search, bool create);
    void setNarrow(bool narrow);

signals:
    void lockRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void resizeToTheme();
    void placeKeys();

    const Theme& m_theme;
    QLineEdit* m_search;
    KeyHint* m_searchKeys;
    Button* m_new;
    Button* m_lock;
    Avatar* m_avatar;
    QWidget* m_between = nullptr;
    QWidget* m_who;
    QWidget* m_words;
    QHBoxLayout* m_row;
    QLabel* m_name;
    ElidedLabel* m_role;
    bool m_narrow = false;
};

}  // namespace holdfast::ui
