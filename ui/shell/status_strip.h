// The foot of the window: which store this is, whether it is encrypted, when it was last saved, which policy decides.
#pragma once

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;

namespace holdfast::ui {

class IconLabel;
class Theme;

class StatusStrip final : public QFrame {
    Q_OBJECT

public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    /// A practice store says so in pine; any other says its name and that it is encrypted.
    void setPracticeStore();
    void setStore(const QString& name, bool encrypted);
    void setSaved(const QString& time);     ///< "10:42"
    void setPolicy(const QString& policy);  ///< "National policy 2025.1"
    void setNarrow(bool narrow);

signals:
    void helpRequested();
    void shortcutsRequested();

private:
    struct Part {
        QWidget* widget = nullptr;
        IconLabel* icon = nullptr;
        QLabel* text = nullptr;
        bool used = false;
    };

    Part addPart(const QString& icon);
    void show(Part& part, const QString& text);
    void setStoreLook(bool practice);
    void resizeToTheme();

    const Theme& m_theme;
    QHBoxLayout* m_row;
    Part m_store;
    Part m_encrypted;
    Part m_saved;
    Part m_policy;
    QList<QWidget*> m_keys;
    bool m_narrow = false;
};

}  // namespace holdfast::ui
