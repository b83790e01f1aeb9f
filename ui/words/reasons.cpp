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
    ReasonLabel{"N01", QT_TRANSLATE_NOOP("Words", "Still using drugs or alcohol")},
    ReasonLabel{"N02", QT_TRANSLATE_NOOP("Words", "Must be abstinent first")},
    ReasonLabel{"N03", QT_TRANSLATE_NOOP("Words", "Must finish treatment elsewhere first")},
    ReasonLabel{"N04", QT_TRANSLATE_NOOP("Words", "D&A seen as the main need")},
    ReasonLabel{"N05", QT_TRANSLATE_NOOP("Words", "MH seen as the main need")},
    ReasonLabel{"N06", QT_TRANSLATE_NOOP("Words", "Use seen as too low")},
    ReasonLabel{"N07", QT_TRANSLATE_NOOP("Words", "Symptoms put down to use, without assessment")},
    ReasonLabel{"N08", QT_TRANSLATE_NOOP("Words", "Had been drinking when seen")},
    ReasonLabel{"N09", QT_TRANSLATE_NOOP("Words", "Closed after a missed visit")},
    ReasonLabel{"N10", QT_TRANSLATE_NOOP("Words", "Closed after several missed visits")},
    ReasonLabel{"N11", QT_TRANSLATE_NOOP("Words", "Prescribed medication is the barrier")},
    ReasonLabel{"N12", QT_TRANSLATE_NOOP("Words", "Seen as not motivated")},
    ReasonLabel{"N13", QT_TRANSLATE_NOOP("Words", "Only sees people in crisis")},
    ReasonLabel{"N14", QT_TRANSLATE_NOOP("Words", "Past history held against them")},
    ReasonLabel{"N15", QT_TRANSLATE_NOOP("Words", "Too complex")},
    ReasonLabel{"N16", QT_TRANSLATE_NOOP("Words", "Not referred, because nobody would see them")},
    ReasonLabel{"N17", QT_TRANSLATE_NOOP("Words", "Mental illness or its medication is the barrier")},
    ReasonLabel{"N18", QT_TRANSLATE_NOOP("Words", "No address or no GP")},
    ReasonLabel{"N19", QT_TRANSLATE_NOOP("Words", "Drug-induced psychosis left out")},
    ReasonLabel{"H01", QT_TRANSLATE_NOOP("Words", "Out of area")},
    ReasonLabel{"H02", QT_TRANSLATE_NOOP("Words", "Wrong age band")},
    ReasonLabel{"H03", QT_TRANSLATE_NOOP("Words", "Needs a more specialist service")},
    ReasonLabel{"H04", QT_TRANSLATE_NOOP("Words", "Needs a lower tier")},
    ReasonLabel{"H05", QT_TRANSLATE_NOOP("Words", "Same referral is open already")},
    ReasonLabel{"H06", QT_TRANSLATE_NOOP("Words", "The person said no")},
    ReasonLabel{"H07", QT_TRANSLATE_NOOP("Words", "No consent to share recorded")},
    ReasonLabel{"H08", QT_TRANSLATE_NOOP("Words", "Medical emergency first")},
    ReasonLabel{"H09", QT_TRANSLATE_NOOP("Words", "Safety at the venue")},
    ReasonLabel{"H10", QT_TRANSLATE_NOOP("Words", "Dependent and not yet in treatment")},
    ReasonLabel{"H11", QT_TRANSLATE_NOOP("Words", "Not commissioned for this need")},
    ReasonLabel{"H12", QT_TRANSLATE_NOOP("Words", "Another service leads already")},
    ReasonLabel{"H13", QT_TRANSLATE_NOOP("Words", "Could not be found, or has died")},
    ReasonLabel{"S01", QT_TRANSLATE_NOOP("Words", "Signposted instead of referred")},
    ReasonLabel{"S02", QT_TRANSLATE_NOOP("Words", "No answer at all")},
    ReasonLabel{"S03", QT_TRANSLATE_NOOP("Words", "Accepted, then silence")},
    ReasonLabel{"S04", QT_TRANSLATE_NOOP("Words", "Needs more detail")},
    ReasonLabel{"S05", QT_TRANSLATE_NOOP("Words", "Discharged without aftercare")},
    ReasonLabel{"S06", QT_TRANSLATE_NOOP("Words", "Told to refer themselves")},
    ReasonLabel{"S07", QT_TRANSLATE_NOOP("Words", "Referral lost")},
    ReasonLabel{"S08", QT_TRANSLATE_NOOP("Words", "Message left, no call back")},
    ReasonLabel{"S09", QT_TRANSLATE_NOOP("Words", "Held up inside a single point of access")},
    ReasonLabel{"S10", QT_TRANSLATE_NOOP("Words", "Advice in place of an assessment")},
    ReasonLabel{"S11", QT_TRANSLATE_NOOP("Words", "Assessed, no written outcome")},
    ReasonLabel{"S12", QT_TRANSLATE_NOOP("Words", "Offer cannot be reached")},
    ReasonLabel{"S13", QT_TRANSLATE_NOOP("Words", "Worker left, nobody named")},
    ReasonLabel{"S14", QT_TRANSLATE_NOOP("Words", "Help avoided, expecting a refusal")},
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
    const bool marked = words.size() > 1 && words.front() == QChar{0x201c} && words.back() == QChar{0x201d};
    return marked ? words : QCoreApplication::translate("Words", "\u201c%1\u201d").arg(words);
}

QString quotedOrReason(std::string_view words, std::string_view code)
{
    return words.empty() ? reasonWords(code) : quoted(text(words));
}

}  // namespace holdfast::ui
