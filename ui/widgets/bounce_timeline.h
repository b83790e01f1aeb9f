// The picture of being sent back and forth, and of the hold that ended it. Painted; its table twin says the same.
#pragma once

#include "theme/tokens.h"

#include <QDate>
#include <QWidget>

#include <memory>
#include <optional>

namespace holdfast::ui {

class Button;
class Theme;
struct TimelineLayout;

struct TimelineBounce {
    QString id;  ///< handed back by bounceActivated
    Lane lane = Lane::mentalHealth;
    QDate asked;  ///< may be null
    QDate refused;
    QString service;  ///< as short as the people say it: "CMHT"
    QString words;    ///< kept exactly, without quotation marks; empty when none were given
    QString reason;   ///< our label, shown when there are no words
    int daysLost = 0;
    bool overturned = false;
};

struct TimelineData {
    QDate firstReferral;
    Lane firstLane = Lane::mentalHealth;
    QList<TimelineBounce> bounces;  ///< oldest first
    std::optional<QDate> heldFrom;  ///< when both held together; nothing before that
    QDate today;
    QString nextReview;      ///< "Next joint review 2 Dec"; may be empty
    bool offerHold = false;  ///< not held yet, and this worker may do it: shows "Hold together"
};

class BounceTimeline final : public QWidget {
    Q_OBJECT

public:
    explicit BounceTimeline(const Theme& theme, QWidget* parent = nullptr);
    ~BounceTimeline() override;

    void setData(TimelineData data);
    const TimelineData& data() const { return m_data; }

    int currentBounce() const { return m_current; }  ///< index into data().bounces, -1 for none
    void setCurrentBounce(int index);
    /// "Bounce 3 of 5. Talking Therapies, 31 March. Too complex while drinking. 37 days lost."
    QString describe(int index) const;
    QString summary() const;
    int firstDrawn() const;           ///< more than eight: only the last eight are drawn
    QRect markRect(int index) const;  ///< in this widget; empty when not drawn

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void bounceActivated(const QString& id);
    void tableRequested();  ///< T, or too narrow to draw
    void holdTogetherRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void relayout();
    void announceCurrent();
    int bounceAt(const QPoint& point) const;

    const Theme& m_theme;
    TimelineData m_data;
    std::unique_ptr<TimelineLayout> m_layout;
    Button* m_holdTogether;
    int m_current = -1;
};

}  // namespace holdfast::ui
