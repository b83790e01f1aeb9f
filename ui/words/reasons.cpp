#include "words/reasons.h"

#include "words/codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

struct ReasonLabel {
    std::string_view code;
    const char* label;
};

// clang-format off
constexpr std::array labels{
    ReasonLabel{"N01", QT_TRANSLATE_NOOP("Words", "Using drugs or alcohol now")},
    ReasonLabel{"N02", QT_TRANSLATE_NOOP("Words", "Must be abstinent first")},
    ReasonLabel{"N03", QT_TRANSLATE_NOOP("Words", "Must finish D&A treatment first")},
    ReasonLabel{"N04", QT_TRANSLATE_NOOP("Words", "D&A seen as the main need")},
    ReasonLabel{"N05", QT_TRANSLATE_NOOP("Words", "MH seen as the main need")},
    ReasonLabel{"N06", QT_TRANSLATE_NOOP("Words", "Use seen as too low")},
    ReasonLabel{"N07", QT_TRANSLATE_NOOP("Words", "Put down to substance use, not assessed")},
    ReasonLabel{"N08", QT_TRANSLATE_NOOP("Words", "Had been drinking when seen")},
    ReasonLabel{"N09", QT_TRANSLATE_NOOP("Words", "Closed after a missed visit")},
    ReasonLabel{"N10", QT_TRANSLATE_NOOP("Words", "Closed after several missed visits")},
    ReasonLabel{"N11", QT_TRANSLATE_NOOP("Words", "Prescribed medicine seen as the bar")},
    ReasonLabel{"N12", QT_TRANSLATE_NOOP("Words", "Seen as not ready")},
    ReasonLabel{"N13", QT_TRANSLATE_NOOP("Words", "Only sees people in crisis")},
    ReasonLabel{"N14", QT_TRANSLATE_NOOP("Words", "Judged on the past")},
    ReasonLabel{"N15", QT_TRANSLATE_NOOP("Words", "Too complex")},
    ReasonLabel{"N16", QT_TRANSLATE_NOOP("Words", "Not referred: nobody would see them")},
    ReasonLabel{"N17", QT_TRANSLATE_NOOP("Words", "Mental illness or its medicine seen as the bar")},
    ReasonLabel{"N18", QT_TRANSLATE_NOOP("Words", "No fixed address or no GP")},
    ReasonLabel{"N19", QT_TRANSLATE_NOOP("Words", "Psychosis put down to drugs")},
    ReasonLabel{"H01", QT_TRANSLATE_NOOP("Words", "Out of area")},
    ReasonLabel{"H02", QT_TRANSLATE_NOOP("Words", "Wrong age for this service")},
    ReasonLabel{"H03", QT_TRANSLATE_NOOP("Words", "Needs a more specialist service")},
    ReasonLabel{"H04", QT_TRANSLATE_NOOP("Words", "Needs a lighter service")},
    ReasonLabel{"H05", QT_TRANSLATE_NOOP("Words", "Already referred here")},
    ReasonLabel{"H06", QT_TRANSLATE_NOOP("Words", "The person said no")},
    ReasonLabel{"H07", QT_TRANSLATE_NOOP("Words", "No consent to share recorded")},
    ReasonLabel{"H08", QT_TRANSLATE_NOOP("Words", "Medical emergency first")},
    ReasonLabel{"H09", QT_TRANSLATE_NOOP("Words", "Not safe at this place")},
    ReasonLabel{"H10", QT_TRANSLATE_NOOP("Words", "Needs D&A treatment alongside")},
    ReasonLabel{"H11", QT_TRANSLATE_NOOP("Words", "Not paid for in this area")},
    ReasonLabel{"H12", QT_TRANSLATE_NOOP("Words", "Another service will lead")},
    ReasonLabel{"H13", QT_TRANSLATE_NOOP("Words", "Could not be found")},
    ReasonLabel{"S01", QT_TRANSLATE_NOOP("Words", "Given a leaflet or a list")},
    ReasonLabel{"S02", QT_TRANSLATE_NOOP("Words", "No reply")},
    ReasonLabel{"S03", QT_TRANSLATE_NOOP("Words", "Accepted, then nothing")},
    ReasonLabel{"S04", QT_TRANSLATE_NOOP("Words", "Needs more detail")},
    ReasonLabel{"S05", QT_TRANSLATE_NOOP("Words", "Ended with no plan for after")},
    ReasonLabel{"S06", QT_TRANSLATE_NOOP("Words", "Told to refer themselves")},
    ReasonLabel{"S07", QT_TRANSLATE_NOOP("Words", "Referral lost")},
    ReasonLabel{"S08", QT_TRANSLATE_NOOP("Words", "Message left, nobody rang back")},
    ReasonLabel{"S09", QT_TRANSLATE_NOOP("Words", "Stuck at the front door")},
    ReasonLabel{"S10", QT_TRANSLATE_NOOP("Words", "Advice in place of an assessment")},
    ReasonLabel{"S11", QT_TRANSLATE_NOOP("Words", "Assessed, then no answer")},
    ReasonLabel{"S12", QT_TRANSLATE_NOOP("Words", "Offer out of reach")},
    ReasonLabel{"S13", QT_TRANSLATE_NOOP("Words", "Worker left, nobody named")},
    ReasonLabel{"S14", QT_TRANSLATE_NOOP("Words", "Stayed away, expecting a no")},
};
// clang-format on

}  // namespace

QString reasonWords(std::string_view code)
{
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto& each) { return each.code == code; });
    return found == labels.end() ? text(code) : QCoreApplication::translate("Words", found->label);
}

std::vector<std::string_view> reasonCodes()
{
    std::vector<std::string_view> codes;
    for (const auto& each : labels)
        codes.push_back(each.code);
    return codes;
}

QString quoted(const QString& words)
{
    return QCoreApplication::translate("Words", "\u201c%1\u201d").arg(words);
}

QString quotedOrReason(std::string_view words, std::string_view code)
{
    return words.empty() ? reasonWords(code) : quoted(text(words));
}

}  // namespace holdfast::ui
