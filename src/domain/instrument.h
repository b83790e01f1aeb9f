// Scored questionnaires as data: options, reverse items, cut-offs and bands with their source (domain.md section 5).
// Items carry topic labels of our own for entering a completed form; they are not the questionnaire.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "domain/event.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

struct InstrumentItem {
    std::string label;                      ///< our topic word: "sleep"
    std::vector<int> options;               ///< the printed values that may be entered: 0,1,2,3 or 0,2,4
    std::vector<std::string> optionLabels;  ///< our own words for each option, same length
    bool reversed = false;                  ///< scored as (highest - value)
    bool scored = true;                     ///< false: asked but not part of the total (PHQ-9 item 10, a gate)
    bool optional = false;                  ///< may be left off the end of the answers (PHQ-9 item 10)
    bool gate = false;                      ///< 0 here makes the total 0 whatever follows (PC-PTSD-5)
    bool safety = false;  ///< above 0 means suicidal thoughts until asked (PHQ-9 item 9, CORE-10 item 6)
    friend bool operator==(const InstrumentItem&, const InstrumentItem&) = default;
};

struct InstrumentBand {
    int from = 0;            ///< lowest total of the band
    std::string name;        ///< the source's own word: "moderately severe"
    std::optional<Sex> sex;  ///< nothing = everyone
    std::string source;      ///< domain.md source id and certainty: "V3 CC-PHQ"
    friend bool operator==(const InstrumentBand&, const InstrumentBand&) = default;
};

/// A total at or above which the screen is positive; for everyone or for one sex.
struct InstrumentCutOff {
    int from = 0;
    std::optional<Sex> sex;  ///< nothing = everyone
    std::string source;
    friend bool operator==(const InstrumentCutOff&, const InstrumentCutOff&) = default;
};

struct Instrument {
    InstrumentId id;
    std::string title;
    Need need = Need::mentalHealth;
    std::string recall;   ///< "last 2 weeks"
    std::string licence;  ///< who owns it, and on what terms it may be used
    std::string version;
    std::vector<std::string> notes;  ///< what somebody entering or reading the score should know
    int maximum = 0;
    std::vector<InstrumentItem> items;
    std::vector<InstrumentBand> bands;      ///< ascending by `from`; may be empty or start above 0: number only
    std::vector<InstrumentCutOff> cutOffs;  ///< may be empty: no positive or negative
    friend bool operator==(const Instrument&, const Instrument&) = default;
};

class InstrumentSet {
public:
    InstrumentSet() = default;
    explicit InstrumentSet(std::vector<Instrument> instruments);
    const Instrument* find(const InstrumentId& id) const;
    const std::vector<Instrument>& all() const { return m_instruments; }  ///< in display order

private:
    std::vector<Instrument> m_instruments;
};

/// A reading of the total: band, and positive or not.
struct InstrumentReading {
    std::string band;
    std::optional<bool> positive;
    friend bool operator==(const InstrumentReading&, const InstrumentReading&) = default;
};

struct InstrumentScore {
    std::optional<int> total;                 ///< nothing while an item that counts is unanswered
    int missing = 0;                          ///< unanswered items that count
    bool safetyItem = false;                  ///< a safety item was answered above 0
    InstrumentReading reading;                ///< for the given sex, or for everyone
    std::optional<InstrumentReading> female;  ///< both set when sex is not recorded and the cut-offs differ
    std::optional<InstrumentReading> male;
    friend bool operator==(const InstrumentScore&, const InstrumentScore&) = default;
};

/// Nothing when the answers fit the instrument; else an error whose `where` is "/n" (the item, from 0) or "" for a
/// wrong number of answers.
Result<Done> checkAnswers(const Instrument& instrument, const std::vector<std::optional<int>>& items);

/// Scores answers that passed checkAnswers(). Never prorates.
InstrumentScore score(const Instrument& instrument, const std::vector<std::optional<int>>& items, Sex sex);

}  // namespace holdfast
