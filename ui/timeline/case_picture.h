// The whole case on one axis of time: what happened to each need, bounces, contacts, and scores. No widgets.
#pragma once

#include "person/person_view.h"

#include <QString>

#include <vector>

namespace holdfast::ui {

/// The bands of the picture, from the top.
enum class Strand : std::uint8_t { mentalHealth, both, substanceUse, contact };
inline constexpr std::array allStrands{Strand::mentalHealth, Strand::both, Strand::substanceUse, Strand::contact};

struct CaseMark {
    enum class Kind : std::uint8_t { event, bounce, joined };

    EventId event;  ///< empty for a silence: no event ran out, time did
    Instant at;
    Strand strand = Strand::both;
    Kind kind = Kind::event;
    QString icon;
    QString words;  ///< "3 Feb 2026. Wrenfield CMHT refused. Must be abstinent first."
};

/// One instrument's totals, each time it was scored.
struct ScoreSeries {
    struct Point {
        Instant at;
        int total = 0;
    };

    QString name;  ///< "PHQ-9"
    Need need = Need::mentalHealth;
    int maximum = 0;  ///< of the instrument: all series share one axis from nought to their highest score
    std::vector<Point> points;
};

struct CasePicture {
    Instant from;                 ///< of the first thing that happened, and ...
    Instant to;                   ///< ... now
    std::vector<CaseMark> marks;  ///< oldest first
    std::vector<ScoreSeries> scores;

    bool isEmpty() const { return marks.empty(); }
    /// "14 things happened between 3 February and 18 November 2026: 5 bounces, 4 contacts. PHQ-9 went from 19 to 14."
    QString summary() const;
};

CasePicture casePictureOf(const CaseLens& lens);

}  // namespace holdfast::ui
