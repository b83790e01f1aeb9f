// Over a person's pages: that the record is restricted, or until when it is open in an emergency.
#pragma once

#include "app/restrictions.h"

#include <QFrame>
#include <QTimer>

namespace holdfast::ui {

class Button;
class Desk;
class IconLabel;
class RunLabel;
class Theme;

class RestrictedLine final : public QFrame {
    Q_OBJECT

public:
    RestrictedLine(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

    /// Asks how the record stands.
    void ask(const PersonId& person);
    void show(const app::RestrictionBrief& brief);
    void forget();
    /// Whether its time is over; a timer asks now and then.
    void look();

signals:
    void whoRequested();  ///< who may see it
    void ended();         ///< the record is closed to this worker now
    void failed(const QString& message);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void endNow();

    const Theme& m_theme;
    Desk& m_desk;
    PersonId m_person;
    app::RestrictionBrief m_brief;
    IconLabel* m_icon;
    RunLabel* m_text;
    Button* m_who;
    Button* m_end;
    QTimer m_timer;
};

}  // namespace holdfast::ui
