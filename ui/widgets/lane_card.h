// One need and who holds it: service, person, what is next and by when. Never hidden, never empty.
#pragma once

#include "theme/tokens.h"
#include "widgets/tag.h"

#include <QFrame>

class QVBoxLayout;

namespace holdfast::ui {

class Theme;

struct LaneCardData {
    struct Measure {
        QString caption;  ///< "PHQ-9"
        QString value;    ///< "14"
        QString detail;   ///< "was 19 in June"
    };

    Lane lane = Lane::mentalHealth;
    TagState state = TagState::waiting;
    QString stateText;  ///< "Started"; empty shows the state's own word
    QString stateDay;   ///< "9 Jun", where there is room
    QString caption;    ///< above the holder: "Held by"; may be empty
    QString holder;     ///< the service; "No need found" when asked and not needed
    QString person;     ///< "Samir Haddad, care coordinator", or what was said
    QString calls;      ///< "Rung 3 times, never answered. Last Today 10:42"; empty when nobody rang
    QString nextIcon = QStringLiteral("calendar");
    Role nextRole = Role::joint;
    QString next;        ///< "Thu 27 Nov, 17:30"
    QString nextDetail;  ///< "Trauma therapy assessment"
    QList<Measure> measures;
    bool canRing = false;
};

class LaneCard final : public QFrame {
    Q_OBJECT

public:
    explicit LaneCard(const Theme& theme, Lane lane, QWidget* parent = nullptr);

    void setData(LaneCardData data);
    const LaneCardData& data() const { return m_data; }
    /// Small windows: no measures row. Very small cards: smaller type as well.
    enum class Density : std::uint8_t { normal, withoutMeasures, compact };
    void setDensity(Density density);

signals:
    void activated();  ///< Enter or click: the referral and replies of this need
    void ringRequested();
    void whyRequested();  ///< the rules behind its state

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QString title() const;
    QString state(bool withDay) const;
    void rebuild();
    void addHead(QVBoxLayout& column);
    void addHolder(QVBoxLayout& column);
    void addNext(QVBoxLayout& column);
    void addMeasures(QVBoxLayout& column);

    const Theme& m_theme;
    LaneCardData m_data;
    Density m_density = Density::normal;
    QWidget* m_body = nullptr;
};

}  // namespace holdfast::ui
