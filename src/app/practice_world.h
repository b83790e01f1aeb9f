// The made-up world of the practice caseload, read from resources/demo: services, workers, names, what services say, and
// the people who are always there.
#pragma once

#include "base/result.h"
#include "domain/local_guide.h"
#include "domain/service.h"
#include "domain/worker.h"
#include "exchange/json_value.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// What the files say of a person; the rest is filled in by practice_people.h.
struct PersonSketch {
    std::string given, family, preferred, pronouns;
    std::optional<int> age;    ///< at the as-of date
    std::string birthday;      ///< "05-03", may be empty
    std::optional<int> turns;  ///< turns this old ...
    int inDays = 0;            ///< ... in so many days
    std::string sex, nhs, interpreter, contact, companion, wishes, adjustments, hours;
    std::vector<std::string> alerts;
    std::optional<bool> avoidsHomeArea, oneToOne, travelHelp, familySupport;
};

/// One event of a story; days count from the as-of date.
struct StoryEvent {
    int day = 0;
    std::chrono::minutes time{};
    bool anyDay = false;  ///< may lie on a weekend; others move back to a working day
    int late = 0;         ///< days until it was recorded
    std::string by, channel, toldBy;
    std::optional<std::vector<Need>> silent;  ///< whose services keep silent from here on
    exchange::JsonValue body;  ///< as in a scenario, without "at"; dates inside are days from the as-of date
};

struct PracticeStory {
    std::string key;
    std::vector<std::string> situations;
    bool draft = false;  ///< has an unfinished assessment
    PersonSketch person;
    std::vector<StoryEvent> events;
};

/// A protocol or leaflet of the team's own; days count from the as-of date.
struct GuideSketch {
    LocalGuide guide;  ///< without its days
    int from = 0;
    std::optional<int> withdrawn;
};

struct PracticeWorld {
    WorkerId signIn;
    std::vector<std::string> places;
    std::vector<Service> services;
    std::vector<OutwardPlace> outward;  ///< invented, as its source says
    std::vector<Worker> workers;
    std::vector<GuideSketch> guides;
    std::vector<std::pair<std::string, std::vector<std::string>>> givenNames;  ///< by pronouns
    std::vector<std::string> familyNames, mentalHealth, substances, wishes, contactPreferences, alerts, notes;
    std::map<std::string, std::vector<std::string>> said;  ///< by reason code
    std::vector<std::string> situations;
    std::vector<PracticeStory> stories;
};

Result<PracticeWorld> readPracticeWorld(std::string_view world, std::string_view stories);

}  // namespace holdfast::app
