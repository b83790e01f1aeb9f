// The clasp between the two lanes: who is accountable now, and the promise that nobody lets go alone.
// It changes state; it never disappears.
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace holdfast::ui {

class LaneCard;
class Theme;

struct ClaspData {
    enum class State : std::uint8_t {
        held,        ///< both accepted
        open,        ///< held, but `openLane` has not accepted yet: its link is dashed
        late,        ///< a reply is late, the hold is still on
        challenged,  ///< a refusal was challenged, the hold is still on
        ended,       ///< agreed by both services and the person: links apart
    };

    State state = State::held;
    Lane openLane = Lane::substanceUse;
    QString headline;     ///< "Held together"
    QString since;        ///< "since 2 June, day 169"
    QString accountable;  ///< "Samir Haddad"
    QString promise;      ///< "Neither service can close this alone"; may be empty
};

class Clasp final : public QWidget {
    Q_OBJECT

public:
    explicit Clasp(const Theme& theme, QWidget* parent = nullptr);

    void setData(ClaspData data);
    const ClaspData& data() const { return m_data; }
    /// Narrow windows: a band between two lanes one above the other.
    void setStacked(bool stacked);
    bool isStacked() const { return m_stacked; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void activated();  ///< Enter, Space or a click: who is accountable, and why

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void paintUpright(QPainter& painter) const;
    void paintBand(QPainter& painter) const;

    const Theme& m_theme;
    ClaspData m_data;
    bool m_stacked = false;
};

/// Lane, clasp, lane: side by side, or one above the other when narrow. Focus order: MH lane, clasp, D&A lane.
class LanesRow final : public QWidget {
    Q_OBJECT

public:
    explicit LanesRow(const Theme& theme, QWidget* parent = nullptr);

    LaneCard& lane(Lane lane) const;
    Clasp& clasp() const { return *m_clasp; }
    void setStacked(bool stacked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int laneWidth(int width) const;
    void arrange();

    const Theme& m_theme;
    LaneCard* m_mentalHealth;
    Clasp* m_clasp;
    LaneCard* m_substanceUse;
    bool m_stacked = false;
};

}  // namespace holdfast::ui
