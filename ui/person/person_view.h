// A case as the person's page shows it: lanes, clasp, timeline and header, made from the engine's snapshot. No widgets.
#pragma once

#include "app/cases.h"
#include "domain/document.h"
#include "domain/instrument.h"
#include "report/waits.h"
#include "widgets/bounce_timeline.h"
#include "widgets/clasp.h"
#include "widgets/lane_card.h"
#include "widgets/text.h"

#include <QStringList>

namespace holdfast {
class WorkingDays;
}

namespace holdfast::ui {

/// What every view below needs beside the case.
struct CaseLens {
    const app::CaseFile& file;
    Instant now;
    const WorkingDays& days;
    const InstrumentSet& instruments;
    WorkerId me;
    const std::vector<KeptDocument>* papers = nullptr;         ///< what services sent, by the entry it belongs to
    const std::vector<report::ExpectedWait>* waits = nullptr;  ///< of the services that are waited for
};

struct PersonHeaderView {
    QString name;             ///< "Danielle Okafor"
    QString likesToBeCalled;  ///< "Dani"; empty when it is the first name
    QString pronouns;
    TagLook hold;
    QString age;        ///< "34"
    QString born;       ///< "born 3 May 1991"
    QString nhsNumber;  ///< "999 526 0182", or why there is none
    bool hasNumber = false;
    QString contactWish;  ///< "Text first, ring after 17:00"
};
PersonHeaderView headerOf(const CaseLens& lens);

struct AlertView {
    QString icon;
    QString strong;  ///< "No voicemail"
    QString rest;    ///< "shared phone"
    bool safety = true;
};
/// Safety first; never elided.
std::vector<AlertView> alertsOf(const CaseLens& lens);

LaneCardData laneOf(const CaseLens& lens, Need need);
/// `brief` names two people by their first names: a small clasp has one line, and the lanes give the whole names.
ClaspData claspOf(const CaseLens& lens, bool brief = false);
TimelineData timelineOf(const CaseLens& lens);
/// "**5 bounces** between 4 teams. **140 days lost** before Dani was held by both."
QList<TextRun> timelineSum(const CaseLens& lens);

/// When both open needs had been accepted; nothing before that.
std::optional<Instant> joinedSince(const app::CaseFile& file);
/// The name to use when speaking of the person: "Dani".
QString firstName(const Person& person);
/// The earliest action about this need, or about both.
const engine::NextAction* nextFor(const engine::Snapshot& now, Need need);

}  // namespace holdfast::ui
